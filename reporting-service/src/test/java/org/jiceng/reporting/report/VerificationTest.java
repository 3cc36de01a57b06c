package org.jiceng.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.sealing.Composer;
import org.jiceng.reporting.report.sealing.Sealing;
import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.report.template.Templates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sealed report is derived again from the logs, to the byte, whatever has happened since. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class VerificationTest {
  /** By hand: {@code -Djiceng.test.further-events=100000}. */
  private static final int FURTHER = Integer.getInteger("jiceng.test.further-events", 20_000);

  private static final SmallDistrict DISTRICT = new SmallDistrict("000772");
  private static boolean founded;

  @Inject PublishedLog log;
  @Inject AgroalDataSource dataSource;
  @Inject Sealing sealing;
  @Inject Composer composer;
  @Inject Templates templates;

  @BeforeEach
  void aDistrict() {
    if (!founded) {
      log.tell(DISTRICT.founded());
      founded = true;
    }
  }

  @Test
  void afterManyFurtherEventsItIsStillTheSameToTheByte() {
    String month = seal("mobile-members", "2009-06");
    String quarter = seal("district-quarter", "2009-Q3");
    String year = seal("annual-bulletin", "2009");
    byte[] before = content(year);
    verify(year).then().statusCode(200).body("identical", equalTo(true));

    log.tell(new FurtherEvents(DISTRICT).many(FURTHER));

    for (String id : new String[] {month, quarter, year}) {
      verify(id)
          .then()
          .statusCode(200)
          .body("differences.size()", equalTo(0))
          .body("identical", equalTo(true));
    }
    assertThat(content(year)).isEqualTo(before);
    as("reporter")
        .post("/api/v1/reports/" + year + "/corrections")
        .then()
        .statusCode(201)
        .body("version", equalTo(2))
        .body("correction.causes.size()", equalTo(1_000))
        .body("correction.differences.section", hasItem("membersBySex"));
    assertThat(content(year)).isEqualTo(before);
    as("auditor")
        .get("/api/v1/reports/" + year + "/verifications")
        .then()
        .statusCode(200)
        .body("items.identical", equalTo(java.util.List.of(true, true)))
        .body("items.askedBy", hasItem("auditor-1"));
  }

  @Test
  void aContentThatWasTamperedWithIsFound() throws SQLException {
    String id = seal("mobile-members", "2009-05");
    change(
        """
        update report set content = convert_to(
          regexp_replace(convert_from(content, 'UTF8'), '"value":([0-9])', '"value":9\\1'), 'UTF8')
         where id = '%s'"""
            .formatted(id));

    verify(id)
        .then()
        .statusCode(200)
        .body("identical", equalTo(false))
        .body("differences.figure", hasItem("members.mobileHosted"))
        .body("differences[0].before", startsWith("9"));
  }

  @Test
  void aContentThatIsNotEvenReadableIsFound() throws SQLException {
    String id = seal("mobile-members", "2009-04");
    change("update report set content = '\\x00' where id = '%s'".formatted(id));

    verify(id).then().statusCode(200).body("identical", equalTo(false));
  }

  @Test
  void figuresThatWereTamperedWithBeforeTheSealAreFound() throws SQLException {
    String tamper =
        """
        update projection.balance set amount = amount %s 1
         where (series_id, bucket) in (
           select b.series_id, b.bucket
             from projection.balance b join projection.series s on s.id = b.series_id
            where s.node = '%s' and s.measure = 'mobileHosted')""";
    change(tamper.formatted("+", DISTRICT.code));
    String id = seal("mobile-members", "2009-03");
    change(tamper.formatted("-", DISTRICT.code));

    verify(id)
        .then()
        .statusCode(200)
        .body("identical", equalTo(false))
        .body("derivedDigest", not(equalTo("")))
        .body("differences.figure", hasItem("members.mobileHosted"));
  }

  @Test
  void aRatioIsToldUnlessItTellsOfFewAndWhatHidItIsStillVerified() throws SQLException {
    log.tell(DISTRICT.withAMeeting("2008-02-05", 15));
    log.tell(DISTRICT.withAMeeting("2008-05-05", 3));
    String first = seal("district-quarter", "2008-Q1");
    String second = seal("district-quarter", "2008-Q2");
    assertThat(participation(first)).containsEntry("value", 0.75f);
    assertThat(participation(second)).as("three came").containsEntry("suppressed", true);
    verify(first).then().body("identical", equalTo(true));

    sealedBefore(first);
    assertThat(participation(first)).containsEntry("suppressed", true);
    verify(first).then().statusCode(200).body("identical", equalTo(true));
    as("reporter")
        .post("/api/v1/reports/" + first + "/corrections")
        .then()
        .statusCode(409)
        .body("type", equalTo("https://jiceng.org/problems/report-unchanged"));
  }

  private static Map<String, Object> participation(String id) {
    JsonPath content = as("reporter").get("/api/v1/reports/" + id + "/content").jsonPath();
    int column =
        content
            .<String>getList("sections[0].figures.figure")
            .indexOf("attendances.participationRate");
    return content.getMap("sections[0].rows[0].cells[" + column + "]");
  }

  /** Puts in a report's place what the service sealed before ratios of persons were told. */
  private void sealedBefore(String id) throws SQLException {
    byte[] bytes =
        sealing.with(
            known ->
                CanonicalJson.bytes(
                    composer.compose(
                        known,
                        templates.find("district-quarter").orElseThrow().template(),
                        DISTRICT.code,
                        ReportPeriod.parse("2008-Q1").orElseThrow(),
                        5,
                        ReportContent.FORMAT_OF_HIDDEN_RATIOS)));
    String content = new String(bytes, StandardCharsets.UTF_8);
    change(
        """
        update report set content = convert_to($c$%1$s$c$, 'UTF8'), digest = '%2$s',
               positions = $c$%1$s$c$::jsonb -> 'positions'
         where id = '%3$s'"""
            .formatted(content, CanonicalJson.digest(bytes), id));
  }

  @Test
  void onlyWhoMayHasItVerified() {
    String id = seal("mobile-members", "2009-02");
    as("secretary").post("/api/v1/reports/" + id + "/verification").then().statusCode(403);
    given()
        .contentType("application/json")
        .post("/api/v1/reports/" + id + "/verification")
        .then()
        .statusCode(401);
  }

  private static String seal(String template, String period) {
    Response sealed =
        as("reporter")
            .body(Map.of("template", template, "period", period, "area", DISTRICT.code))
            .post("/api/v1/reports");
    sealed.then().statusCode(201);
    return sealed.path("id");
  }

  private static byte[] content(String id) {
    return as("reporter").get("/api/v1/reports/" + id + "/content").asByteArray();
  }

  private static Response verify(String id) {
    return as("auditor").post("/api/v1/reports/" + id + "/verification");
  }

  private static io.restassured.specification.RequestSpecification as(String role) {
    return given()
        .auth()
        .oauth2(Tokens.of(role).wholeDistrict().sign())
        .contentType("application/json");
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
