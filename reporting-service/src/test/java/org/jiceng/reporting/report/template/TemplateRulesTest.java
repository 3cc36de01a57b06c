package org.jiceng.reporting.report.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.function.Consumer;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The templates that a district begins with keep to the rules, and whatever breaks a rule is found
 * where it stands.
 */
class TemplateRulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TemplateRules RULES =
      new TemplateRules(
          new Vocabulary(new Indicators()),
          new SmallRyeConfigBuilder()
              .withMapping(TemplateLimits.class)
              .build()
              .getConfigMapping(TemplateLimits.class));

  @Test
  void theTemplatesThatADistrictBeginsWithKeepToTheRules() throws JsonProcessingException {
    assertThat(Seeds.all())
        .containsOnlyKeys("annual-bulletin", "district-quarter", "mobile-members");
    for (var seed : Seeds.all().entrySet()) {
      Template template = JSON.treeToValue(seed.getValue(), Template.class);
      assertThat(template.template()).isEqualTo(seed.getKey());
      assertThat(RULES.faultsOf(template)).isEmpty();
      assertThat(CanonicalJson.read(CanonicalJson.bytes(template), Template.class))
          .as("what is kept is read as it was")
          .isEqualTo(template);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"members.unknown", "members", "members.affiliated ", "成员"})
  void anIndicatorThatThereIsNotIsFound(String name) throws JsonProcessingException {
    assertFault(
        t -> array(t, 0, "figures").set(0, TextNode.valueOf(name)),
        "/sections/0/figures/0",
        "unknown-indicator");
  }

  @Test
  void aDimensionThatTheIndicatorDoesNotHaveIsFound() throws JsonProcessingException {
    assertFault(
        t -> array(t, 2, "by").set(0, TextNode.valueOf("shoeSize")),
        "/sections/2/by/0",
        "unknown-dimension");
    assertFault(
        t -> array(t, 2, "figures").set(0, TextNode.valueOf("organizations.total")),
        "/sections/2/by/0",
        "dimension-not-of-indicator");
    assertFault(t -> array(t, 2, "by").add("sex"), "/sections/2/by/1", "template-not-unique");
    assertFault(
        t -> array(t, 2, "by").add("ageBand").add("sector").add("education"),
        "/sections/2/by",
        "size");
  }

  @Test
  void aQuotientNamesTwoIndicatorsAndIsNamedInBothLanguages() throws JsonProcessingException {
    String at = "/sections/0/figures/8";
    assertFault(t -> quotient(t).put("whole", "nothing"), at + "/whole", "unknown-indicator");
    assertFault(t -> quotient(t).remove("whole"), at + "/whole", "required");
    assertFault(t -> quotient(t).remove("part"), at + "/part", "required");
    assertFault(t -> quotient(t).remove("nameEn"), at + "/nameEn", "required");
    assertFault(t -> quotient(t).put("unit", "apples"), at + "/unit", "one-of");
    assertFault(
        t -> quotient(t).put("figure", "units.total"), at + "/figure", "template-not-unique");
    assertFault(t -> quotient(t).put("figure", "每个"), at + "/figure", "template-key");
    assertFault(
        t -> {
          quotient(t).remove("part");
          quotient(t).remove("whole");
        },
        at + "/whole",
        "required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "-0", "000", " 0 "})
  void nothingIsDividedByZero(String zero) throws JsonProcessingException {
    assertFault(
        t -> quotient(t).put("whole", zero),
        "/sections/0/figures/8/whole",
        "template-divides-by-zero");
  }

  @Test
  void nothingIsDividedByItselfOrByWhatIsAQuotient() throws JsonProcessingException {
    String at = "/sections/0/figures/8/whole";
    assertFault(
        t -> quotient(t).put("whole", "members.affiliated"), at, "template-divides-by-itself");
    assertFault(
        t -> quotient(t).put("whole", "buildings.coverageRate"),
        at,
        "template-divides-by-quotient");
    assertFault(
        t -> quotient(t).put("whole", "members.community.growth"),
        at,
        "template-divides-by-quotient");
  }

  @Test
  void sectionsAreNamedOnceAndInBothLanguages() throws JsonProcessingException {
    assertFault(
        t -> section(t, 1).put("section", "overview"), "/sections/1", "template-not-unique");
    assertFault(t -> section(t, 1).put("name", " "), "/sections/1/name", "required");
    assertFault(t -> section(t, 1).put("name", "长".repeat(121)), "/sections/1/name", "size");
    assertFault(t -> section(t, 1).putArray("figures"), "/sections/1/figures", "required");
    assertFault(
        t -> array(t, 1, "figures").add("members.affiliated"),
        "/sections/1/figures/5",
        "template-not-unique");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Report", "a b", "../etc", "a_b", "-a", "a--b", "报表"})
  void aNameCanStandInAnAddress(String name) throws JsonProcessingException {
    assertFault(t -> t.put("template", name), "/template", "template-name");
    assertFault(t -> t.put("template", "a".repeat(61)), "/template", "template-name");
  }

  @Test
  void theStepsOfASeriesEndWhereThePeriodEnds() throws JsonProcessingException {
    assertFault(t -> t.put("period", "QUARTER"), "/sections/1/step", "template-step");
    assertFault(t -> section(t, 1).put("steps", 0), "/sections/1/steps", "between");
    assertFault(t -> section(t, 1).put("steps", 61), "/sections/1/steps", "between");
    assertFault(t -> section(t, 1).remove("step"), "/sections/1/step", "required");
  }

  @Test
  void levelsAreThoseThatAreasHave() throws JsonProcessingException {
    assertFault(t -> t.putArray("levels").add("PLANET"), "/levels/0", "template-level");
    assertFault(t -> t.remove("levels"), "/levels", "required");
    assertFault(t -> section(t, 11).put("level", "planet"), "/sections/11/level", "one-of");
  }

  @Test
  void areasSideBySideLieOneLevelBelowTheReports() throws JsonProcessingException {
    assertThat(faults(ofTownships(t -> section(t, 11).put("level", "community")))).isEmpty();
    assertThat(faults(ofTownships(t -> section(t, 11).remove("level")))).isEmpty();
    assertThat(faults(t -> section(t, 11).remove("level"))).isEmpty();
    assertFault(ofTownships(t -> {}), "/sections/11/level", "template-level-below");
    assertFault(
        t -> section(t, 11).put("level", "community"),
        "/sections/11/level",
        "template-level-below");
    assertFault(
        t -> t.putArray("levels").add("COMMUNITY"), "/sections/11", "template-nothing-below");
  }

  @Test
  void noTableOfPersonsCanBeSubtractedFromAnother() throws JsonProcessingException {
    assertFault(
        t -> t.putArray("levels").add("DISTRICT").add("AREA_OFFICE"),
        "/sections/2/figures/0",
        "template-persons-below");
    assertFault(
        t -> array(t, 2, "figures").set(0, TextNode.valueOf("members.community")),
        "/sections/2/figures/0",
        "template-part-of-another");
    assertThat(faults(t -> array(t, 8, "figures").set(0, TextNode.valueOf("organizations.twoNew"))))
        .as("organisations are no persons")
        .isEmpty();
  }

  @Test
  void howMuchATemplateAsksForIsKnownBeforeAnyFigureIs() throws JsonProcessingException {
    assertFault(
        t -> array(t, 2, "by").add("ethnicity").add("area"),
        "/sections",
        "template-too-many-cells");
    assertFault(
        t -> {
          for (int i = 0; i < 30; i++) {
            array(t, 0, "figures").add("members.affiliated");
          }
          for (int i = 0; i < 40; i++) {
            array(t, 1, "figures").add("members.affiliated");
          }
        },
        "/sections/1/figures",
        "size");
    assertFault(
        t -> {
          for (int i = 0; i < 29; i++) {
            t.withArray("sections").add(section(t, 1).deepCopy());
          }
        },
        "/sections",
        "size");
  }

  @Test
  void nothingIsNowhereTakenForSomething() throws JsonProcessingException {
    assertFault(t -> t.withArray("sections").set(3, NullNode.instance), "/sections/3", "required");
    assertFault(t -> t.withArray("levels").set(0, NullNode.instance), "/levels/0", "required");
    assertFault(t -> array(t, 2, "by").set(0, NullNode.instance), "/sections/2/by/0", "required");
    assertFault(
        t -> array(t, 2, "figures").set(0, NullNode.instance), "/sections/2/figures/0", "required");
    assertThat(RULES.faultsOf(new Template(null, null, null, null, null, null)))
        .extracting(TemplateFault::at)
        .containsExactly("/template", "/name", "/nameEn", "/period", "/levels", "/sections");
  }

  @Test
  void whatIsNoPartOfATemplateIsNotReadOver() {
    ObjectNode tree = Seeds.copy("mobile-members", "mine").put("titel", "x");
    assertThatThrownBy(() -> JSON.treeToValue(tree, Template.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  /** The bulletin of townships, with all that is only for the district left out. */
  private static Consumer<ObjectNode> ofTownships(Consumer<ObjectNode> change) {
    return template -> {
      template.putArray("levels").add("SUB_DISTRICT").add("AREA_OFFICE");
      for (int i = 2; i < 8; i++) {
        array(template, i, "figures").set(0, TextNode.valueOf("organizations.total"));
        array(template, i, "by").set(0, TextNode.valueOf("sector"));
      }
      change.accept(template);
    };
  }

  private static void assertFault(Consumer<ObjectNode> change, String at, String code)
      throws JsonProcessingException {
    assertThat(faults(change)).anyMatch(f -> f.at().equals(at) && f.code().equals(code));
  }

  private static List<TemplateFault> faults(Consumer<ObjectNode> change)
      throws JsonProcessingException {
    ObjectNode tree = Seeds.copy("annual-bulletin", "mine");
    change.accept(tree);
    return RULES.faultsOf(JSON.treeToValue(tree, Template.class));
  }

  private static ObjectNode section(ObjectNode template, int index) {
    return (ObjectNode) template.get("sections").get(index);
  }

  private static ArrayNode array(ObjectNode template, int section, String field) {
    return (ArrayNode) section(template, section).get(field);
  }

  private static ObjectNode quotient(ObjectNode template) {
    return (ObjectNode) array(template, 0, "figures").get(8);
  }
}
