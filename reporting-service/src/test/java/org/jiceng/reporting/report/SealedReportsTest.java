package org.jiceng.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.jiceng.reporting.report.PublishedLog.on;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports over HTTP: sealed once, handed out as they were sealed, corrected beside. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SealedReportsTest {
  private static final SmallDistrict DISTRICT = new SmallDistrict("000771");
  private static boolean founded;

  @Inject PublishedLog log;

  @BeforeEach
  void aDistrict() {
    if (!founded) {
      log.tell(DISTRICT.founded());
      founded = true;
    }
  }

  @Test
  void theFirstCallSealsAndLaterOnesAnswerTheSame() {
    Response first = seal("mobile-members", "2009-03");
    first.then().statusCode(201).body("version", equalTo(1));
    String id = first.path("id");
    seal("mobile-members", "2009-03").then().statusCode(200).body("id", equalTo(id));
    get("/" + id).then().statusCode(200).body("digest", equalTo(first.path("digest")));
  }

  @Test
  void manyWhoAskAtOnceGetOneReport() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(8);
    List<Callable<Response>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> seal("mobile-members", "2009-04"));
    }
    List<Response> answers = new ArrayList<>();
    for (Future<Response> call : callers.invokeAll(calls)) {
      answers.add(call.get());
    }
    callers.shutdown();
    Set<String> ids = answers.stream().map(a -> a.<String>path("id")).collect(Collectors.toSet());
    assertThat(ids).hasSize(1).doesNotContainNull();
    assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(1);
  }

  @Test
  void jsonIsTheVeryBytesThatWereSealed() throws IOException {
    Response sealed = seal("mobile-members", "2009-05");
    Response content = get("/" + sealed.path("id") + "/content");
    byte[] bytes = content.asByteArray();
    String digest = sealed.path("digest");
    assertThat(CanonicalJson.digest(bytes)).isEqualTo(digest);
    assertThat(content.header("ETag")).isEqualTo("\"" + digest + "\"");
    given()
        .auth()
        .oauth2(token("reporter"))
        .header("If-None-Match", "\"" + digest + "\"")
        .get("/api/v1/reports/" + sealed.path("id") + "/content")
        .then()
        .statusCode(304);
    JsonNode json = new ObjectMapper().readTree(bytes);
    assertThat(json.at("/asOf").asText()).isEqualTo("2009-05-31");
    assertThat(json.at("/positions/MEMBER").asLong()).isPositive();
    assertThat(figure(json, "overview", 0, "members.mobileHosted").asLong()).isEqualTo(7);
    assertThat(json.toString()).doesNotContain("sealedAt", "reporter-1");
  }

  @Test
  void everyOtherFormHasTheFiguresOfTheContent() throws IOException {
    String content = "/" + seal("mobile-members", "2009-06").path("id") + "/content";
    get(content + "?format=csv")
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .body(containsString("members.mobileHosted,流动党员,Mobile members hosted,persons,7,false"));
    byte[] xlsx = get(content + "?format=xlsx").asByteArray();
    assertThat(xlsx).startsWith('P', 'K');
    Response pdf =
        given()
            .auth()
            .oauth2(token("reporter"))
            .accept("application/pdf")
            .get("/api/v1/reports" + content);
    assertThat(pdf.contentType()).startsWith("application/pdf");
    try (var document = Loader.loadPDF(pdf.asByteArray())) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s　]", ""))
          .contains("流动党员月报", "2009年6月", "测试区");
    }
    get(content + "?format=docx").then().statusCode(400);
  }

  @Test
  void nothingToDivideByIsNoDataAndNotZero() throws IOException {
    String id = seal("mobile-members", "2009-07").path("id");
    JsonNode json = new ObjectMapper().readTree(get("/" + id + "/content").asByteArray());
    assertThat(figure(json, "overview", 0, "organizations.mobileMembers").asInt(-1)).isZero();
    assertThat(figure(json, "overview", 0, "members.hostedPerOrganization").isNull()).isTrue();
  }

  @Test
  void fewPersonsAreHiddenFromEverybodyAndZeroIsNot() throws IOException {
    String id = seal("district-quarter", "2009-Q1").path("id");
    JsonNode json = new ObjectMapper().readTree(get("/" + id + "/content").asByteArray());
    JsonNode second = row(json, "townships", DISTRICT.second);
    assertThat(second.at("/cells/0/suppressed").asBoolean()).isTrue();
    assertThat(second.at("/cells/0/value").isNull()).isTrue();
    JsonNode first = row(json, "townships", DISTRICT.first);
    assertThat(first.at("/cells/0/suppressed").asBoolean())
        .as("what would let the other be worked out")
        .isTrue();
    assertThat(figure(json, "overview", 0, "members.affiliated").asLong()).isEqualTo(15);
  }

  @Test
  void whatWasLearntLaterIsTheNextVersionBesideTheFirst() {
    Response first = seal("mobile-members", "2009-08");
    String id = first.path("id");
    byte[] before = get("/" + id + "/content").asByteArray();
    correct(id).then().statusCode(409).body("type", containsString("report-unchanged"));
    log.tell(
        List.of(
            on("2009-08-20", SmallDistrict.hosted(DISTRICT.branchOfFirst)),
            on("2009-09-02", SmallDistrict.hosted(DISTRICT.branchOfFirst))));

    Response second = correct(id);

    second
        .then()
        .statusCode(201)
        .body("version", equalTo(2))
        .body("corrects", equalTo(id))
        .body("correction.differences.figure", hasItem("members.mobileHosted"))
        .body(
            "correction.differences.find { it.section == 'overview' && it.figure =="
                + " 'members.mobileHosted' }.before",
            equalTo("7"))
        .body(
            "correction.differences.find { it.section == 'overview' && it.figure =="
                + " 'members.mobileHosted' }.after",
            equalTo("8"))
        .body("correction.causes.effectiveOn", equalTo(List.of("2009-08-20")))
        .body("correction.causes[0].type", containsString("mobile-member-hosted"));
    assertThat(get("/" + id + "/content").asByteArray()).isEqualTo(before);
    correct(id).then().statusCode(409).body("type", containsString("report-superseded"));
    seal("mobile-members", "2009-08").then().statusCode(200).body("version", equalTo(2));
  }

  @Test
  void reportsAreFoundByWhatTheyAreOf() {
    String id = seal("mobile-members", "2009-10").path("id");
    String own = "?area=" + DISTRICT.code + "&template=mobile-members";
    get(own + "&period=2009-10").then().statusCode(200).body("items.id", equalTo(List.of(id)));
    get(own + "&period=1999-10").then().statusCode(200).body("items.size()", equalTo(0));
    String cursor = get(own + "&limit=1").path("nextCursor");
    if (cursor != null) {
      get(own + "&limit=1&cursor=" + cursor).then().statusCode(200);
    }
  }

  @Test
  void whatCannotBeSealedIsToldWhy() {
    refused("unknown", "2009", DISTRICT.code, 400, "template", "/report-templates");
    refused("mobile-members", "soon", DISTRICT.code, 400, "period", "2026-Q1");
    refused("mobile-members", "2009", DISTRICT.code, 422, "period", "MONTH");
    refused("mobile-members", "9998-01", DISTRICT.code, 422, "period", "9998-01-31");
    refused("mobile-members", "1999-12", DISTRICT.code, 422, "period", "2000-01-01");
    refused("mobile-members", "2009-01", DISTRICT.first, 422, "area", "DISTRICT");
    seal("mobile-members", "2009-01", "999999000000").then().statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.of("reporter").org(DISTRICT.branchOfFirst).sign())
        .contentType("application/json")
        .body(body("mobile-members", "2009-01", DISTRICT.code))
        .post("/api/v1/reports")
        .then()
        .statusCode(404);
    get("/" + UUID.randomUUID()).then().statusCode(404);
    given().get("/api/v1/reports").then().statusCode(401);
  }

  @Test
  void whoDoesNotSeeTheDistrictDoesNotSeeItsReports() {
    String id = seal("mobile-members", "2009-11").path("id");
    String stranger = Tokens.of("secretary").org(UUID.randomUUID()).sign();
    given()
        .auth()
        .oauth2(stranger)
        .get("/api/v1/reports/" + id + "/content")
        .then()
        .statusCode(404);
    given()
        .auth()
        .oauth2(stranger)
        .get("/api/v1/reports")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(id)));
  }

  @Test
  void aSealIsToldToWhoeverFollows() {
    String id = seal("mobile-members", "2009-12").path("id");
    String type = "org.jiceng.reporting.report-sealed.v1";
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as("system")
                    .get("/api/v1/changes?limit=1000")
                    .then()
                    .statusCode(200)
                    .body(
                        "items.find { it.subject == '" + id + "' }.data.period", equalTo("2009-12"))
                    .body("items.find { it.subject == '" + id + "' }.type", equalTo(type)));
    Response subscribed =
        as("system")
            .contentType("application/json")
            .body(Map.of("url", "https://93.184.216.34/hook", "types", List.of(type)))
            .post("/api/v1/webhooks");
    subscribed.then().statusCode(201);
    as("system")
        .header("If-Match", subscribed.header("ETag"))
        .delete("/api/v1/webhooks/" + subscribed.path("id"))
        .then()
        .statusCode(200);
  }

  @Test
  void everyTemplateIsToldInBothLanguages() {
    given()
        .get("/api/v1/report-templates")
        .then()
        .statusCode(200)
        .body("items.template", hasItems("annual-bulletin", "district-quarter", "mobile-members"))
        .body("items.findAll { !it.name || !it.nameEn }.size()", equalTo(0));
  }

  private static void refused(
      String template, String period, String area, int status, String field, String word) {
    seal(template, period, area)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field))
        .body("violations[0].message", containsString(word));
  }

  private static JsonNode figure(JsonNode content, String section, int row, String figure) {
    JsonNode table = section(content, section);
    for (int i = 0; i < table.get("figures").size(); i++) {
      if (table.at("/figures/" + i + "/figure").asText().equals(figure)) {
        return table.at("/rows/" + row + "/cells/" + i + "/value");
      }
    }
    throw new AssertionError("no figure " + figure);
  }

  private static JsonNode row(JsonNode content, String section, String code) {
    for (JsonNode row : section(content, section).get("rows")) {
      if (row.at("/labels/0/code").asText().equals(code)) {
        return row;
      }
    }
    throw new AssertionError("no row " + code);
  }

  private static JsonNode section(JsonNode content, String section) {
    for (JsonNode table : content.get("sections")) {
      if (table.get("section").asText().equals(section)) {
        return table;
      }
    }
    throw new AssertionError("no section " + section);
  }

  private static Response seal(String template, String period) {
    return seal(template, period, DISTRICT.code);
  }

  private static Response seal(String template, String period, String area) {
    return given()
        .auth()
        .oauth2(token("reporter"))
        .contentType("application/json")
        .body(body(template, period, area))
        .post("/api/v1/reports");
  }

  private static Response correct(String id) {
    return given()
        .auth()
        .oauth2(token("reporter"))
        .contentType("application/json")
        .post("/api/v1/reports/" + id + "/corrections");
  }

  private static Map<String, String> body(String template, String period, String area) {
    return Map.of("template", template, "period", period, "area", area);
  }

  private static Response get(String path) {
    return given().auth().oauth2(token("reporter")).get("/api/v1/reports" + path);
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(token(role));
  }

  private static String token(String role) {
    return Tokens.of(role).wholeDistrict().sign();
  }
}
