package org.jiceng.reporting.report.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.reporting.report.PublishedLog;
import org.jiceng.reporting.report.SmallDistrict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is sealed by itself: every missed period once, whoever looks, and changed only knowingly.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ScheduleTest {
  private static final SmallDistrict DISTRICT = new SmallDistrict("000773");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String PATH = "/api/v1/report-schedules/";
  private static boolean founded;

  @Inject PublishedLog log;
  @Inject ScheduleSweep sweep;
  @Inject ScheduleMeters meters;
  @Inject MeterRegistry registry;
  @Inject AgroalDataSource dataSource;

  @BeforeEach
  void aDistrict() {
    if (!founded) {
      log.tell(DISTRICT.founded());
      founded = true;
    }
  }

  @Test
  void afterADowntimeEachMissedPeriodIsSealedOnce() throws SQLException {
    String id = begin("mobile-members", "0 6 2 * *").path("id");
    YearMonth down = YearMonth.now(ZONE).minusMonths(5);
    List<String> missed = new ArrayList<>();
    YearMonth month = down;
    for (; morningOfSecond(month).isBefore(Instant.now()); month = month.plusMonths(1)) {
      missed.add(month.minusMonths(1).toString());
    }
    fallDue(id, morningOfSecond(down));

    sweep.sweep();
    sweep.sweep();

    assertThat(missed).hasSizeBetween(5, 6);
    assertThat(periods())
        .containsAll(missed)
        .doesNotHaveDuplicates()
        .doesNotContain(down.minusMonths(2).toString());
    admin()
        .get(PATH + id)
        .then()
        .body("lastReport", notNullValue())
        .body("lastFailure", nullValue())
        .body("dueAt", equalTo(morningOfSecond(month).toString()));
  }

  @Test
  void severalInstancesAtOnceSealEachReportOnce() throws Exception {
    String id = begin("district-quarter", "10 6 2 1,4,7,10 *").path("id");
    int year = YearMonth.now(ZONE).getYear() - 1;
    fallDue(id, YearMonth.of(year, 1).atDay(2).atTime(6, 10).atZone(ZONE).toInstant());
    ExecutorService instances = Executors.newFixedThreadPool(4);
    List<Callable<Void>> sweeps = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sweeps.add(
          () -> {
            ManagedContext request = Arc.container().requestContext();
            request.activate();
            try {
              sweep.sweep();
            } finally {
              request.terminate();
            }
            return null;
          });
    }
    for (var done : instances.invokeAll(sweeps)) {
      done.get();
    }
    instances.shutdown();
    sweep.sweep();

    assertThat(periods())
        .contains((year - 1) + "-Q4", year + "-Q1", year + "-Q2", year + "-Q3")
        .doesNotHaveDuplicates();
  }

  @Test
  void oneThatFailsSaysWhyAndKeepsNoOtherWaiting() throws SQLException {
    String bad = begin("annual-bulletin", "0 6 2 1 *").path("id");
    fallDue(bad, Instant.parse("1999-01-01T22:00:00Z"));
    String good = begin("mobile-members", "0 7 3 * *").path("id");
    YearMonth month = YearMonth.now(ZONE).minusMonths(1);
    fallDue(good, morningOfSecond(month));

    sweep.sweep();
    meters.measure();

    double failing = measured("failing");
    assertThat(failing).isPositive();
    assertThat(measured("overdue"))
        .isCloseTo(secondsSince(Instant.parse("1999-01-01T22:00:00Z")), within(60.0));
    admin().get(PATH + bad).then().body("lastFailure", equalTo("report-before-area"));
    admin().get(PATH + good).then().body("lastReport", notNullValue());
    assertThat(periods()).contains(month.minusMonths(1).toString());
    close(bad);
    meters.measure();
    assertThat(measured("failing")).isEqualTo(failing - 1);
  }

  @Test
  void whatIsDueAndNotSealedIsMeasuredThoughNobodyTries() throws SQLException {
    String id = begin("mobile-members", "0 8 4 * *").path("id");
    Instant due = Instant.now().minus(Duration.ofDays(3_000));
    fallDue(id, due);
    meters.measure();
    assertThat(measured("overdue")).isCloseTo(secondsSince(due), within(60.0));
    close(id);
    meters.measure();
    assertThat(measured("overdue")).as("what is closed is not due").isLessThan(secondsSince(due));
  }

  /** An alert on what is never measured would stay silent for ever. */
  @Test
  void allThatIsWatchedIsMeasured() throws IOException {
    String alerts = Files.readString(Path.of("..", "deploy", "prometheus", "alerts.yml"));
    String metrics = given().get("/q/metrics").asString();
    List<String> watched =
        Pattern.compile("jiceng_report_\\w+")
            .matcher(alerts)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(watched).hasSize(2).allMatch(metric -> metrics.contains("\n" + metric + " "));
  }

  @Test
  void theDistrictHasItsMonthItsQuarterAndItsYearFromTheStart() {
    admin()
        .get("/api/v1/report-schedules?limit=500")
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.area == null }.template",
            hasItems("mobile-members", "district-quarter", "annual-bulletin"));
  }

  @Test
  void itIsChangedByWhoHasReadItAndClosedForEver() {
    Response made = begin("mobile-members", "0 6 5 * *");
    String path = PATH + made.path("id");
    Map<String, String> pause = Map.of("cron", "0 6 6 * *", "state", "PAUSED");
    admin().body(pause).put(path).then().statusCode(428);
    admin().header("If-Match", "\"7\"").body(pause).put(path).then().statusCode(412);
    admin()
        .header("If-Match", made.header("ETag"))
        .body(pause)
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("state", equalTo("PAUSED"))
        .body("dueAt", nullValue());
    admin().header("If-Match", "\"1\"").delete(path).then().statusCode(200);
    admin()
        .header("If-Match", "\"2\"")
        .body(pause)
        .put(path)
        .then()
        .statusCode(409)
        .body("type", containsString("report-schedule-closed"));
  }

  @Test
  void whatIsNoCronFormIsRefused() {
    refused("mobile-members", "every morning", 400, "cron");
    refused("mobile-members", "0 6 31 2 *", 422, "cron");
    refused("mobile-members", "0 0 6 2 * *", 400, "cron");
    refused("unheard-of", "0 6 2 * *", 400, "template");
    given()
        .auth()
        .oauth2(Tokens.of("reporter").wholeDistrict().sign())
        .contentType("application/json")
        .body(Map.of("template", "mobile-members", "cron", "0 6 2 * *"))
        .post("/api/v1/report-schedules")
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.of("district-admin").org(UUID.randomUUID()).sign())
        .get("/api/v1/report-schedules")
        .then()
        .statusCode(404);
  }

  private static void refused(String template, String cron, int status, String field) {
    begin(template, cron).then().statusCode(status).body("violations[0].field", equalTo(field));
  }

  private static Response begin(String template, String cron) {
    return admin()
        .body(Map.of("template", template, "cron", cron, "area", DISTRICT.code))
        .post("/api/v1/report-schedules");
  }

  private static void close(String id) {
    String tag = admin().get(PATH + id).header("ETag");
    admin().header("If-Match", tag).delete(PATH + id).then().statusCode(200);
  }

  private static RequestSpecification admin() {
    return given()
        .auth()
        .oauth2(Tokens.of("district-admin").wholeDistrict().sign())
        .contentType("application/json");
  }

  private static List<String> periods() {
    return admin().get("/api/v1/reports?limit=500&area=" + DISTRICT.code).path("items.period");
  }

  private double measured(String what) {
    return registry.get("jiceng.report.schedules." + what).gauge().value();
  }

  private static double secondsSince(Instant moment) {
    return Duration.between(moment, Instant.now()).toSeconds();
  }

  private static Instant morningOfSecond(YearMonth month) {
    return month.atDay(2).atTime(6, 0).atZone(ZONE).toInstant();
  }

  private void fallDue(String id, Instant at) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update report_schedule set due_at = ? where id = ?")) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      update.setObject(2, UUID.fromString(id));
      update.executeUpdate();
    }
  }
}
