package org.jiceng.reporting.report.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates that there are keep to the rules, and whatever breaks a rule is found. */
class TemplateRulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Vocabulary VOCABULARY = new Vocabulary(new Indicators());

  @ParameterizedTest
  @ValueSource(strings = {"annual-bulletin", "district-quarter", "mobile-members"})
  void ourTemplatesKeepToTheRules(String name) throws IOException {
    Template template = JSON.treeToValue(read(name), Template.class);
    assertThat(template.template()).isEqualTo(name);
    assertThat(TemplateRules.faultsOf(template, VOCABULARY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"annual-bulletin", "district-quarter", "mobile-members"})
  void aTemplateIsReadFromItsCanonicalFormAsItWas(String name) throws IOException {
    Template template = JSON.treeToValue(read(name), Template.class);
    assertThat(CanonicalJson.read(CanonicalJson.bytes(template), Template.class))
        .isEqualTo(template);
  }

  @ParameterizedTest
  @ValueSource(strings = {"members.unknown", "", "members", "members.affiliated ", "成员"})
  void anIndicatorThatThereIsNotIsFound(String name) throws IOException {
    assertFault(
        t -> array(t, 0, "figures").set(0, TextNode.valueOf(name)),
        "sections[0].figures[0]",
        "unknown-indicator");
  }

  @Test
  void aDimensionThatTheIndicatorDoesNotHaveIsFound() throws IOException {
    assertFault(
        t -> array(t, 2, "by").set(0, TextNode.valueOf("shoeSize")),
        "sections[2].by",
        "unknown-dimension");
    assertFault(
        t -> array(t, 2, "figures").set(0, TextNode.valueOf("organizations.total")),
        "sections[2].by",
        "unknown-dimension");
  }

  @Test
  void aQuotientNamesTwoIndicatorsAndIsNamedInBothLanguages() throws IOException {
    String at = "sections[0].figures[8]";
    assertFault(t -> quotient(t).put("whole", "nothing"), at, "unknown-indicator");
    assertFault(t -> quotient(t).remove("whole"), at, "unknown-indicator");
    assertFault(t -> quotient(t).remove("nameEn"), at, "required");
    assertFault(t -> quotient(t).put("unit", "apples"), at, "template-unit");
    assertFault(t -> quotient(t).put("figure", "units.total"), at, "template-not-unique");
  }

  @Test
  void sectionsAreNamedOnceAndInBothLanguages() throws IOException {
    assertFault(t -> section(t, 1).put("section", "overview"), "sections", "template-not-unique");
    assertFault(t -> section(t, 1).put("name", " "), "sections[1].section", "required");
    assertFault(t -> section(t, 1).putArray("figures"), "sections[1].figures", "required");
  }

  @Test
  void theStepsOfASeriesEndWhereThePeriodEnds() throws IOException {
    assertFault(t -> t.put("period", "QUARTER"), "sections[1].step", "template-step");
    assertFault(t -> section(t, 1).put("steps", 0), "sections[1].steps", "template-steps");
    assertFault(t -> section(t, 1).put("steps", 61), "sections[1].steps", "template-steps");
  }

  @Test
  void levelsAreThoseThatAreasHave() throws IOException {
    assertFault(t -> t.putArray("levels").add("PLANET"), "levels", "template-level");
    assertFault(t -> t.remove("levels"), "levels", "required");
    assertFault(t -> section(t, 11).put("level", "planet"), "sections[11].level", "template-level");
  }

  @Test
  void whatIsNoPartOfATemplateIsNotReadOver() throws IOException {
    ObjectNode tree = read("mobile-members");
    tree.put("titel", "x");
    assertThatThrownBy(() -> JSON.treeToValue(tree, Template.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  private static void assertFault(Consumer<ObjectNode> change, String field, String code)
      throws IOException {
    ObjectNode tree = read("annual-bulletin");
    change.accept(tree);
    List<TemplateFault> faults =
        TemplateRules.faultsOf(JSON.treeToValue(tree, Template.class), VOCABULARY);
    assertThat(faults).anyMatch(f -> f.field().equals(field) && f.code().equals(code));
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

  private static ObjectNode read(String name) throws IOException {
    try (InputStream file =
        TemplateRulesTest.class.getResourceAsStream("/reports/" + name + ".json")) {
      return (ObjectNode) JSON.readTree(file);
    }
  }
}
