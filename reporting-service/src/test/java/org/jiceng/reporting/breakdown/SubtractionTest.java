package org.jiceng.reporting.breakdown;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.reporting.protection.Solver;
import org.jiceng.reporting.statistics.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reporter asks for everything that it may ask for, and still knows nothing of few persons. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SubtractionTest {
  private static final String DAY = "2010-12-31";
  private static final int K = 5;

  @Inject Ledger ledger;

  private final String prefix = "5%05d".formatted((int) (Math.random() * 100_000));
  private final UUID root = UUID.randomUUID();
  private final List<UUID> branches = new ArrayList<>();

  @BeforeEach
  void aSmallDistrict() {
    ledger.take(
        "2000-01-01",
        new AreaDefined(area("000000"), "区", "D", AreaLevel.DISTRICT, null),
        new AreaDefined(area("001000"), "东", "E", AreaLevel.SUB_DISTRICT, area("000000")),
        new AreaDefined(area("002000"), "西", "W", AreaLevel.SUB_DISTRICT, area("000000")),
        new AreaDefined(area("003000"), "南", "S", AreaLevel.SUB_DISTRICT, area("000000")),
        new AreaDefined(area("001001"), "甲", "A", AreaLevel.COMMUNITY, area("001000")),
        new AreaDefined(area("001002"), "乙", "B", AreaLevel.COMMUNITY, area("001000")),
        new AreaDefined(area("001003"), "丙", "C", AreaLevel.COMMUNITY, area("001000")));
    ledger.take("2000-01-01", Ledger.established(root, null, area("000000")));
    for (String at : List.of("001001", "001002", "001003", "002000", "003000")) {
      UUID branch = UUID.randomUUID();
      branches.add(branch);
      ledger.take("2000-01-01", Ledger.established(branch, root, area(at)));
    }
    ledger.take("2001-01-01", members());
  }

  /** Three in one community, many elsewhere; few of one ethnicity. */
  private DomainEvent[] members() {
    Random dice = new Random(5);
    List<DomainEvent> members = new ArrayList<>();
    int[] perBranch = {3, 40, 60, 90, 7};
    for (int b = 0; b < perBranch.length; b++) {
      for (int i = 0; i < perBranch[b]; i++) {
        members.add(
            new MemberAdmitted(
                UUID.randomUUID(),
                branches.get(b),
                MembershipStatus.FULL,
                dice.nextInt(3) == 0 ? "2" : "1",
                dice.nextInt(6) == 0 ? "05" : "01",
                dice.nextInt(4) == 0 ? "60" : "20",
                1970,
                null));
      }
    }
    return members.toArray(new DomainEvent[0]);
  }

  @Test
  void allTablesAndFiguresTogetherTellNothingOfFewPersons() {
    Map<Map<String, String>, Object> shown = new HashMap<>();
    Map<Map<String, String>, Object> real = new HashMap<>();
    List<String> dimensions = List.of("sex", "ethnicity", "education", "area");
    for (String left : dimensions) {
      String by = String.join(",", dimensions.stream().filter(d -> !d.equals(left)).toList());
      collect("reporter", by, shown);
      collect("auditor", by, real);
    }
    byArea("township", shown);
    List<Map<String, String>> unknown =
        shown.keySet().stream().filter(key -> shown.get(key) == null).toList();
    assertThat(unknown).isNotEmpty().hasSizeLessThan(shown.size());
    Solver solver = new Solver(unknown.size());
    equations(dimensions, shown.keySet().stream().toList(), unknown).forEach(solver::add);
    for (int told : solver.told()) {
      assertThat((int) real.get(unknown.get(told)))
          .as("told " + unknown.get(told))
          .isGreaterThanOrEqualTo(K);
    }
  }

  /** Each cell is the sum of those that open it by one dimension more. */
  private static List<int[]> equations(
      List<String> dimensions, List<Map<String, String>> cells, List<Map<String, String>> unknown) {
    List<int[]> equations = new ArrayList<>();
    for (Map<String, String> margin : cells) {
      for (String dimension : dimensions) {
        int[] times = new int[unknown.size()];
        boolean opens = false;
        for (Map<String, String> cell : cells) {
          if (cell.size() == margin.size() + 1
              && !margin.containsKey(dimension)
              && cell.containsKey(dimension)
              && cell.entrySet().containsAll(margin.entrySet())) {
            opens = true;
            times = plus(times, unknown.indexOf(cell), 1);
          }
        }
        if (opens) {
          equations.add(plus(times, unknown.indexOf(margin), -1));
        }
      }
    }
    return equations;
  }

  private static int[] plus(int[] times, int at, int more) {
    if (at >= 0) {
      times[at] += more;
    }
    return times;
  }

  private void collect(String role, String by, Map<Map<String, String>, Object> into) {
    List<Map<String, Object>> cells =
        table(role, "members.affiliated", by, "&asOf=" + DAY)
            .statusCode(200)
            .extract()
            .path("cells");
    for (Map<String, Object> cell : cells) {
      @SuppressWarnings("unchecked")
      Map<String, String> key = new TreeMap<>((Map<String, String>) cell.get("keys"));
      Object value = cell.get("value");
      assertThat(cell.get("suppressed")).isEqualTo(value == null);
      if (into.containsKey(key)) {
        assertThat(into.get(key)).as("the same in every table: " + key).isEqualTo(value);
      }
      into.put(key, value);
    }
  }

  /** The plain figures of townships are the cells of the table over areas. */
  private void byArea(String level, Map<Map<String, String>, Object> into) {
    List<Map<String, Object>> rows =
        as(
                "reporter",
                "statistics/by-area?indicators=members.affiliated&asOf="
                    + DAY
                    + "&level="
                    + level
                    + "&area="
                    + area("000000"))
            .statusCode(200)
            .extract()
            .path("areas");
    for (Map<String, Object> row : rows) {
      Map<?, ?> value = (Map<?, ?>) ((List<?>) row.get("values")).get(0);
      Map<String, String> key = Map.of("area", row.get("area").toString());
      assertThat(value.get("value")).as(key.toString()).isEqualTo(into.get(key));
    }
  }

  @Test
  void fewPersonsOfACommunityAreHiddenWithTheSmallestOtherOne() {
    String question =
        "statistics/by-area?indicators=members.affiliated,members.community&asOf="
            + DAY
            + "&level=community&area="
            + area("001000");
    as("auditor", question)
        .body("areas.collect { it.values[0].value }", equalTo(List.of(3, 40, 60)))
        .body("areas.collect { it.values[1].value }", equalTo(List.of(3, 40, 60)));
    List<Integer> some = new ArrayList<>();
    some.add(null);
    some.add(null);
    some.add(60);
    as("reporter", question)
        .body("areas.collect { it.values[0].value }", equalTo(some))
        .body("areas.collect { it.values[1].value }", equalTo(some))
        .body("areas.collect { it.values[0].suppressed }", equalTo(List.of(true, true, false)));
    String one = "statistics?indicators=members.affiliated,members.community.growth&asOf=" + DAY;
    as("reporter", one + "&area=" + area("001002"))
        .body("values[0].value", equalTo(null))
        .body("values[0].suppressed", equalTo(true))
        .body("values[1].value", equalTo(null));
    as("reporter", one + "&area=" + area("001003")).body("values[0].value", equalTo(60));
    as("reporter", one + "&organization=" + root).body("values[0].suppressed", equalTo(true));
    as("secretary", one + "&organization=" + root).body("values[0].value", equalTo(200));
    as(
            "reporter",
            "statistics/series?indicators=members.affiliated&step=year&from=2010-12-31&to=2010-12-31&area="
                + area("001001"))
        .body("series[0].points[0].value", equalTo(null))
        .body("series[0].points[0].suppressed", equalTo(true));
    as(
            "reporter",
            "statistics/comparison?indicators=members.affiliated&from=2009-12-31&to=2010-12-31&area="
                + area("001001"))
        .body("lines[0].left", equalTo(null))
        .body("lines[0].suppressed", equalTo(true));
  }

  @Test
  void areasAreRankedAndThoseThatAreHiddenAreNot() {
    String ranking =
        "statistics/ranking?indicator=members.affiliated&level=community&asOf="
            + DAY
            + "&area="
            + area("001000");
    as("auditor", ranking)
        .statusCode(200)
        .body("areas.rank", equalTo(List.of(1, 2, 3)))
        .body("areas.value", equalTo(List.of(60, 40, 3)))
        .body("areas[0].share", equalTo(0.5825f));
    as("auditor", ranking + "&order=asc").body("areas.value", equalTo(List.of(3, 40, 60)));
    as("reporter", ranking)
        .body("areas[0].rank", equalTo(1))
        .body("areas[1].rank", equalTo(null))
        .body("areas[1].suppressed", equalTo(true))
        .body("areas[2].rank", equalTo(null));
    as("auditor", ranking + "&order=sideways").statusCode(400);
    as("auditor", "statistics/ranking?indicator=no.such").statusCode(400);
    as("auditor", "statistics/ranking").statusCode(400);
  }

  @Test
  void tablesThatCouldBeSubtractedAreNotForWhoSeesNoPersons() {
    forbidden("members.affiliated", "sex", "&asOf=" + DAY + "&area=" + area("001000"));
    forbidden("members.affiliated", "sex", "&asOf=" + DAY + "&organization=" + root);
    forbidden("members.affiliated", "sex", "&area=" + area("000000"));
    forbidden("members.affiliated", "sex", "&asOf=2010-12-30&area=" + area("000000"));
    forbidden("members.affiliated", "sex", "&asOf=2999-12-31&area=" + area("000000"));
    forbidden(
        "members.affiliated",
        "sex",
        "&asOf=" + DAY + "&knownAt=2020-01-01T00:00:00Z&area=" + area("000000"));
    table("reporter", "members.community", "sex", "&asOf=" + DAY)
        .statusCode(403)
        .body("type", equalTo("https://jiceng.org/problems/table-part-of-another"));
    table("reporter", "organizations.total", "sector", "&asOf=2010-12-30").statusCode(200);
  }

  private void forbidden(String indicator, String by, String of) {
    as("reporter", "statistics/breakdown?indicator=" + indicator + "&by=" + by + of)
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo("https://jiceng.org/problems/table-of-persons-protected"));
  }

  private ValidatableResponse table(String role, String indicator, String by, String of) {
    return as(
        role,
        "statistics/breakdown?indicator="
            + indicator
            + "&by="
            + by
            + of
            + "&area="
            + area("000000"));
  }

  private String area(String digits) {
    return prefix + digits;
  }

  private static ValidatableResponse as(String role, String question) {
    return given()
        .auth()
        .oauth2(Tokens.of(role).wholeDistrict().sign())
        .get("/api/v1/" + question)
        .then();
  }
}
