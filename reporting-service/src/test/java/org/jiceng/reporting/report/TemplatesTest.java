package org.jiceng.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.reporting.report.PublishedLog.on;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.reporting.report.template.Seeds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Templates over HTTP: made, changed and retired while the service runs, and never to the harm of
 * what was sealed by them.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TemplatesTest {
  private static final SmallDistrict DISTRICT = new SmallDistrict("000774");
  private static final String PATH = "/api/v1/report-templates";
  private static boolean founded;

  @Inject PublishedLog log;
  @Inject AgroalDataSource dataSource;

  @BeforeEach
  void aDistrict() {
    if (!founded) {
      log.tell(DISTRICT.founded());
      log.tell(DISTRICT.withCommunities());
      log.tell(DISTRICT.withAnEnterprise());
      founded = true;
    }
  }

  @Test
  void aChangeIsANewVersionBesideTheOld() throws SQLException {
    ObjectNode mine = month("beside");
    Response made = make(mine);
    made.then()
        .statusCode(201)
        .header("ETag", equalTo("\"0\""))
        .header("Location", endsWith(PATH + "/beside"))
        .body("version", equalTo(0))
        .body("state", equalTo("ACTIVE"))
        .body("sections[1].kind", equalTo("SERIES"));
    make(mine)
        .then()
        .statusCode(409)
        .body("type", containsString("report-template-exists"))
        .body("violations[0].field", equalTo("/template"));
    given().get(PATH + "/beside").then().statusCode(200).header("ETag", equalTo("\"0\""));
    given().header("If-None-Match", "\"0\"").get(PATH + "/beside").then().statusCode(304);

    mine.put("nameEn", "Another name");
    admin().body(mine.toString()).put(PATH + "/beside").then().statusCode(428);
    put(mine, 7).then().statusCode(412);
    put(mine, 0)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("nameEn", equalTo("Another name"));
    put(mine, 0).then().statusCode(412);

    given().get(PATH + "/beside").then().body("nameEn", equalTo("Another name"));
    admin()
        .get(PATH + "/beside/versions")
        .then()
        .statusCode(200)
        .body("items.version", equalTo(List.of(1, 0)))
        .body("items[0].changedBy", equalTo("district-admin-1"))
        .body("items[1].template.nameEn", not(equalTo("Another name")));
    assertThat(audited("beside")).containsExactly("create", "change");
  }

  @Test
  void theDistrictBeginsWithThreeTemplatesThatAreItsOwnToChange() {
    given()
        .get(PATH + "?limit=500")
        .then()
        .statusCode(200)
        .body("items.template", hasItems("annual-bulletin", "district-quarter", "mobile-members"));
    String tag = given().get(PATH + "/annual-bulletin").header("ETag");
    admin()
        .header("If-Match", tag)
        .body(Seeds.copy("annual-bulletin", "annual-bulletin").toString())
        .put(PATH + "/annual-bulletin")
        .then()
        .statusCode(200);
    String cursor = given().get(PATH + "?limit=1").path("nextCursor");
    given()
        .get(PATH + "?limit=1&cursor=" + cursor)
        .then()
        .statusCode(200)
        .body("items[0].template", not(equalTo("annual-bulletin")));
  }

  @Test
  void everyFaultIsToldWhereItStandsInBothLanguages() {
    ObjectNode wrong = month("wrong");
    ObjectNode quotient = (ObjectNode) wrong.at("/sections/0/figures/3");
    quotient.put("whole", "0");
    ((ObjectNode) wrong.at("/sections/1")).put("steps", 1_000);
    wrong.withArray("/sections/2/figures").add("members.unheardOf");
    refused(wrong)
        .body("type", endsWith("validation-failed"))
        .body(
            "violations.find { it.field == '/sections/0/figures/3/whole' }.message",
            equalTo("不能除以零，请填写指标。"))
        .body("violations.find { it.field == '/sections/1/steps' }.code", equalTo("between"))
        .body(
            "violations.find { it.field == '/sections/2/figures/5' }.message",
            containsString("members.unheardOf"));
    admin()
        .header("Accept-Language", "en")
        .body(wrong.toString())
        .post(PATH)
        .then()
        .statusCode(422)
        .body(
            "violations.find { it.field == '/sections/0/figures/3/whole' }.message",
            equalTo("Nothing can be divided by zero; name an indicator."));

    quotient.put("whole", 0);
    make(wrong).then().statusCode(400).body("violations[0].field", containsString("whole"));
    ObjectNode large = Seeds.copy("annual-bulletin", "large");
    large.withArray("/sections/2/by").add("ethnicity").add("area");
    refused(large)
        .body("violations.field", equalTo(List.of("/sections")))
        .body("violations[0].message", containsString("20000"));
    given().get(PATH + "/wrong").then().statusCode(404);
  }

  @Test
  void whatReportsAreOfIsNotChangedUnderThem() {
    make(month("lasting")).then().statusCode(201);
    ObjectNode other = month("lasting");
    ((ObjectNode) other.at("/sections/1")).put("step", "MONTH");
    put(other.put("period", "QUARTER"), 0)
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("/period"));
    admin()
        .header("If-Match", "\"0\"")
        .body(month("renamed").toString())
        .put(PATH + "/lasting")
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("/template"));
    put(month("nowhere"), 0).then().statusCode(404);
  }

  @Test
  void onlyWhoHasTheWholeDistrictChangesTemplates() {
    String body = month("forbidden").toString();
    given().contentType("application/json").body(body).post(PATH).then().statusCode(401);
    as(Tokens.of("reporter").wholeDistrict()).body(body).post(PATH).then().statusCode(403);
    as(Tokens.of("district-admin").org(UUID.randomUUID()))
        .body(body)
        .post(PATH)
        .then()
        .statusCode(404);
    as(Tokens.of("secretary").wholeDistrict())
        .get(PATH + "/mobile-members/versions")
        .then()
        .statusCode(403);
    as(Tokens.of("auditor").wholeDistrict())
        .header("If-Match", "\"0\"")
        .delete(PATH + "/mobile-members")
        .then()
        .statusCode(403);
  }

  @Test
  void whatWasSealedIsVerifiedAndCorrectedByTheTemplateItWasSealedWith() {
    ObjectNode template = month("sealed-before");
    make(template).then().statusCode(201);
    String id = sealed("sealed-before", "2009-06", DISTRICT.code);
    byte[] before = content(id).asByteArray();
    template.withArray("sections").remove(2);
    ((ObjectNode) template.at("/sections/0")).withArray("figures").removeAll().add("sites.total");
    put(template, 0).then().statusCode(200);

    verify(id).then().body("identical", equalTo(true)).body("differences.size()", equalTo(0));
    assertThat(content(id).asByteArray()).isEqualTo(before);
    String next = sealed("sealed-before", "2009-07", DISTRICT.code);
    assertThat(content(next).jsonPath().getList("sections.section"))
        .containsExactly("overview", "months");
    verify(next).then().body("identical", equalTo(true));

    log.tell(List.of(on("2009-06-10", SmallDistrict.hosted(DISTRICT.branchOfFirst))));
    Response corrected =
        as(Tokens.of("reporter").wholeDistrict()).post("/api/v1/reports/" + id + "/corrections");
    corrected
        .then()
        .statusCode(201)
        .body("correction.differences.figure", hasItem("members.mobileHosted"));
    String second = corrected.path("id");
    assertThat(content(second).jsonPath().getList("sections.section"))
        .containsExactly("overview", "months", "townships");
    assertThat(content(second).jsonPath().getString("template.digest"))
        .isEqualTo(
            new JsonPath(new String(before, java.nio.charset.StandardCharsets.UTF_8))
                .getString("template.digest"));
  }

  @Test
  void ofARetiredTemplateNothingNewIsSealedAndAllThatWasSealedStays() {
    make(month("retiring")).then().statusCode(201);
    String id = sealed("retiring", "2009-06", DISTRICT.code);
    Map<String, String> monthly =
        Map.of("template", "retiring", "cron", "0 6 2 * *", "area", DISTRICT.code);
    Response schedule = admin().body(monthly).post("/api/v1/report-schedules");
    schedule.then().statusCode(201);
    retire("retiring", 0)
        .then()
        .statusCode(409)
        .body("type", containsString("report-template-scheduled"));
    admin()
        .header("If-Match", schedule.header("ETag"))
        .delete("/api/v1/report-schedules/" + schedule.path("id"))
        .then()
        .statusCode(200);

    retire("retiring", 0)
        .then()
        .statusCode(200)
        .body("state", equalTo("RETIRED"))
        .body("retiredOn", notNullValue());
    retire("retiring", 1)
        .then()
        .statusCode(409)
        .body("type", containsString("report-template-retired"));
    put(month("retiring"), 1).then().statusCode(409);
    seal("retiring", "2009-07", DISTRICT.code)
        .then()
        .statusCode(409)
        .body("type", containsString("report-template-retired"));
    admin().body(monthly).post("/api/v1/report-schedules").then().statusCode(409);
    seal("retiring", "2009-06", DISTRICT.code).then().statusCode(200).body("id", equalTo(id));
    verify(id).then().body("identical", equalTo(true));
    make(month("retiring")).then().statusCode(409);
  }

  @Test
  void ofManyAtOnceOneMakesAndOneChanges() throws Exception {
    ObjectNode mine = month("at-once");
    assertThat(atOnce(() -> make(mine))).containsOnlyOnce(201).contains(409);
    assertThat(atOnce(() -> put(mine, 0))).containsOnlyOnce(200).contains(412);
  }

  @Test
  void aTownshipHasItsOwnReportOfItsCommunities() {
    ObjectNode template = Seeds.copy("district-quarter", "township-quarter");
    template.putArray("levels").add("SUB_DISTRICT").add("AREA_OFFICE");
    refused(template).body("violations.field", hasItem("/sections/2/level"));
    for (int section : List.of(2, 3)) {
      ((ObjectNode) template.at("/sections/" + section)).remove("level");
    }
    make(template).then().statusCode(201);
    seal("township-quarter", "2009-Q4", DISTRICT.code)
        .then()
        .statusCode(422)
        .body("violations[0].field", equalTo("area"))
        .body("violations[0].message", containsString("SUB_DISTRICT, AREA_OFFICE"));

    String id = sealed("township-quarter", "2009-Q4", DISTRICT.first);

    JsonPath content = content(id).jsonPath();
    assertThat(content.getString("area.level")).isEqualTo("SUB_DISTRICT");
    assertThat(content.getInt("sections[0].rows[0].cells[0].value")).isEqualTo(24);
    String rows = "sections.find { it.section == 'townships' }.rows";
    assertThat(content.<String>getList(rows + ".labels.collect { it[0].code }"))
        .containsExactly(null, DISTRICT.community(1), DISTRICT.community(2));
    assertThat(content.<Boolean>getList(rows + ".cells.collect { it[0].suppressed }"))
        .as("of few members, and what they could be worked out from")
        .containsExactly(false, true, true);
    assertThat(content.<Integer>getList(rows + ".cells.collect { it[1].value }"))
        .as("organisations are no persons")
        .endsWith(1, 1);
    verify(id).then().body("identical", equalTo(true));
  }

  /** What everybody sees of an area elsewhere is what its report shows, and what not, not. */
  @Test
  void aReportOfACommunityHidesWhatIsHiddenOfItElsewhere() {
    ObjectNode template = month("community-month");
    template.putArray("levels").add("COMMUNITY");
    refused(template).body("violations.field", hasItem("/sections/2"));
    template.withArray("sections").remove(2);
    template.withArray("/sections/0/figures").add("members.affiliated");
    make(template).then().statusCode(201);
    for (int community : List.of(1, 2)) {
      String area = DISTRICT.community(community);
      JsonPath content = content(sealed("community-month", "2009-06", area)).jsonPath();
      Boolean hidden =
          content.getBoolean(
              "sections[0].rows[0].cells[%d].suppressed"
                  .formatted(content.getList("sections[0].figures").size() - 1));
      as(Tokens.of("reporter").wholeDistrict())
          .get("/api/v1/statistics?indicators=members.affiliated&asOf=2009-06-30&area=" + area)
          .then()
          .statusCode(200)
          .body("values[0].suppressed", equalTo(hidden))
          .body("values[0].value", nullValue());
      assertThat(hidden).isTrue();
    }
  }

  /** The members of the enterprise are those of the township less those of its communities. */
  @Test
  void whatAPartOfAFigureTellsOfTheRestIsHidden() {
    ObjectNode template = month("parts");
    template
        .withArray("/sections/2/figures")
        .removeAll()
        .add("members.affiliated")
        .add("members.community")
        .add("members.twoNew");
    make(template).then().statusCode(201);
    JsonPath content = content(sealed("parts", "2009-06", DISTRICT.code)).jsonPath();
    String second =
        "sections[2].rows.find { it.labels[0].code == '%s' }.cells".formatted(DISTRICT.second);
    assertThat(content.getInt(second + "[0].value")).isEqualTo(16);
    assertThat(content.<Boolean>getList(second + ".suppressed")).containsExactly(false, true, true);
  }

  private static List<Integer> atOnce(Supplier<Response> call) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(6);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(() -> call.get().statusCode());
    }
    List<Integer> answers = new ArrayList<>();
    for (var answer : callers.invokeAll(calls)) {
      answers.add(answer.get());
    }
    callers.shutdown();
    return answers;
  }

  private static ObjectNode month(String name) {
    return Seeds.copy("mobile-members", name);
  }

  private static Response make(ObjectNode template) {
    return admin().body(template.toString()).post(PATH);
  }

  private static io.restassured.response.ValidatableResponse refused(ObjectNode template) {
    return make(template).then().statusCode(422).contentType("application/problem+json");
  }

  private static Response put(ObjectNode template, int version) {
    return admin()
        .header("If-Match", "\"" + version + "\"")
        .body(template.toString())
        .put(PATH + "/" + template.get("template").asText());
  }

  private static Response retire(String name, int version) {
    return admin().header("If-Match", "\"" + version + "\"").delete(PATH + "/" + name);
  }

  private static Response seal(String template, String period, String area) {
    return as(Tokens.of("reporter").wholeDistrict())
        .body(Map.of("template", template, "period", period, "area", area))
        .post("/api/v1/reports");
  }

  private static String sealed(String template, String period, String area) {
    return seal(template, period, area).then().statusCode(201).extract().path("id");
  }

  private static Response content(String id) {
    return as(Tokens.of("reporter").wholeDistrict()).get("/api/v1/reports/" + id + "/content");
  }

  private static Response verify(String id) {
    Response verified =
        as(Tokens.of("auditor").wholeDistrict()).post("/api/v1/reports/" + id + "/verification");
    verified.then().statusCode(200);
    return verified;
  }

  private static RequestSpecification admin() {
    return as(Tokens.of("district-admin").wholeDistrict());
  }

  private static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.sign()).contentType("application/json");
  }

  private List<String> audited(String name) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select action from audit_log where record_type = 'report-template'"
                    + " and record_id = ? order by seq")) {
      select.setString(1, name);
      List<String> actions = new ArrayList<>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          actions.add(rows.getString(1));
        }
      }
      return actions;
    }
  }
}
