package org.jiceng.stack.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.jiceng.kit.codes.CreditCode;
import org.jiceng.kit.codes.IdNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleDistrictTest {
  private static final Map<Scale, NaiveFigures> COUNTED = new EnumMap<>(Scale.class);

  private static NaiveFigures counted(Scale scale) {
    return COUNTED.computeIfAbsent(scale, s -> new NaiveFigures(new SampleDistrict(s)));
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "SURVEY"})
  void everyExpectedFigureComesOutOfTheRows(Scale scale) {
    Map<String, BigDecimal> figures = counted(scale).all();
    SoftAssertions softly = new SoftAssertions();
    for (ExpectedFigure expected : Expected.of(scale)) {
      softly
          .assertThat(figures.get(Expected.key(expected)))
          .as("%s, expected %s", Expected.key(expected), expected.value())
          .matches(expected::isMetBy);
    }
    softly.assertAll();
  }

  @Test
  void theSurveysPlanIsTheSurveysTable() {
    Map<String, BigDecimal> planned = Expected.planned(Scale.SURVEY.plan());
    assertThat(Expected.survey())
        .hasSize(49)
        .allSatisfy(f -> assertThat(planned.get(Expected.key(f))).matches(f::isMetBy));
  }

  @ParameterizedTest
  @EnumSource
  void everyScaleExpectsAValueOfEveryIndicator(Scale scale) {
    assertThat(Expected.of(scale)).hasSize(49).allMatch(f -> f.value() != null);
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "SURVEY"})
  void nothingIsLaterThanTheSurvey(Scale scale) {
    NaiveFigures counted = counted(scale);
    for (Dataset dataset : Dataset.values()) {
      for (Map<String, String> row : counted.rows(dataset)) {
        row.forEach(
            (column, value) -> {
              if (column.endsWith("On") && !column.equals("termEndsOn")) {
                assertThat(value).as("%s of %s", column, row).isLessThanOrEqualTo("2009-12-31");
              }
            });
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "SURVEY"})
  void parentsComeBeforeTheirChildrenAndAreOlder(Scale scale) {
    NaiveFigures counted = counted(scale);
    Set<String> seen = new HashSet<>();
    Map<String, String> areas = new java.util.HashMap<>();
    counted.rows(Dataset.AREAS).forEach(a -> areas.put(a.get("code"), a.get("effectiveOn")));
    for (Map<String, String> organization : counted.rows(Dataset.ORGANIZATIONS)) {
      for (String column : new String[] {"parentCode", "foundedByCode"}) {
        String above = organization.get(column);
        if (!above.isEmpty()) {
          assertThat(seen).contains(above);
          assertThat(organization.get("establishedOn"))
              .as("%s", organization)
              .isGreaterThanOrEqualTo(counted.organization(above).get("establishedOn"));
        }
      }
      assertThat(organization.get("establishedOn"))
          .as("%s", organization)
          .isGreaterThanOrEqualTo(areas.get(organization.get("areaCode")));
      assertThat(seen.add(organization.get("code"))).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "SURVEY"})
  void nobodyBelongsToAnOrganizationThatIsNotThereYet(Scale scale) {
    NaiveFigures counted = counted(scale);
    Map<Dataset, String[]> links =
        Map.of(
            Dataset.MEMBERS, new String[] {"organizationCode", "affiliatedOn"},
            Dataset.MOBILE_REGISTRATIONS, new String[] {"hostCode", "hostedOn"},
            Dataset.POSTS, new String[] {"organizationCode", "createdOn"},
            Dataset.SITES, new String[] {"organizationCode", "openedOn"},
            Dataset.UNITS, new String[] {"coveredByCode", "coveredOn"},
            Dataset.BUILDINGS, new String[] {"coveredByCode", "coveredOn"},
            Dataset.BRANDS, new String[] {"organizationCode", "awardedOn"},
            Dataset.DEMONSTRATION_POINTS, new String[] {"organizationCode", "designatedOn"});
    links.forEach(
        (dataset, link) ->
            counted.rows(dataset).stream()
                .filter(row -> !row.get(link[0]).isEmpty())
                .forEach(
                    row -> {
                      String since = counted.organization(row.get(link[0])).get("establishedOn");
                      if (row.get(link[1]).compareTo(since) < 0) {
                        throw new AssertionError(dataset + " before " + since + ": " + row);
                      }
                    }));
  }

  @Test
  void everyNumberIsRightAndNoTwoAreEqual() {
    NaiveFigures counted = counted(Scale.SURVEY);
    Set<String> people = counted.distinct(Dataset.MEMBERS, "idNumber");
    people.addAll(counted.distinct(Dataset.MOBILE_REGISTRATIONS, "idNumber"));
    assertThat(people).hasSize(87_745 + 9611 + 3526).allSatisfy(IdNumber::new);
    assertThat(counted.distinct(Dataset.UNITS, "creditCode"))
        .hasSize(190_000)
        .allSatisfy(CreditCode::new);
    assertThat(people).allMatch(id -> id.startsWith("99"));
  }

  @Test
  void theSameDistrictIsMadeEachTime() {
    for (Dataset dataset : Dataset.values()) {
      assertThat(new SampleDistrict(Scale.SMALL).rows(dataset))
          .containsExactlyElementsOf(new SampleDistrict(Scale.SMALL).rows(dataset).toList());
    }
  }

  @Test
  void theTenfoldDistrictKeepsItsTerritory() {
    SampleDistrict tenfold = new SampleDistrict(Scale.X10);
    assertThat(tenfold.count(Dataset.AREAS)).isEqualTo(1 + 43 + 343 + 155);
    assertThat(tenfold.count(Dataset.UNITS)).isEqualTo(1_900_000);
    assertThat(tenfold.count(Dataset.ORGANIZATIONS))
        .isEqualTo(1 + 43 + 23 + 339 + 100 + 19_970 + 16_390 + 780 + 350);
  }
}
