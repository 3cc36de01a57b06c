package org.jiceng.reporting;

import static io.restassured.RestAssured.given;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.kit.test.nonsense.Nonsense;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.jiceng.reporting.report.template.Seeds;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class NonsenseTest {
  private static final String DISTRICT = "000991000000";
  private static final String TEMPLATE = "mobile-members";
  private static final String CRON = "0 6 2 * *";

  @Inject AgroalDataSource dataSource;
  @Inject LedgerHandler ledger;

  @Test
  void noSenselessQuestionBreaksAnythingOrLeavesATrace() throws SQLException {
    aDistrict();
    new Nonsense(dataSource)
        .at("/api/v1/statistics/{indicator}", () -> "members.affiliated")
        .at("/api/v1/reports/{id}", () -> made("reports", Map.of("period", "2009-03")))
        .at("/api/v1/report-schedules/{id}", () -> made("report-schedules", Map.of("cron", CRON)))
        .at("/api/v1/report-templates/{name}", NonsenseTest::copied)
        .with("area", () -> DISTRICT)
        .with("template", () -> TEMPLATE)
        .with("period", () -> "2009-03")
        .with("cron", () -> CRON)
        .ask();
  }

  private static String made(String what, Map<String, String> more) {
    Map<String, String> body = new TreeMap<>(more);
    body.put("template", TEMPLATE);
    body.put("area", DISTRICT);
    return given()
        .auth()
        .oauth2(Tokens.of("system").wholeDistrict().sign())
        .contentType("application/json")
        .body(body)
        .post("/api/v1/" + what)
        .path("id");
  }

  /** A template of its own for each operation, since one that is retired stays so. */
  private static String copied() {
    String name = "nonsense-" + UUID.randomUUID();
    given()
        .auth()
        .oauth2(Tokens.of("system").wholeDistrict().sign())
        .contentType("application/json")
        .body(Seeds.copy(TEMPLATE, name).toString())
        .post("/api/v1/report-templates")
        .then()
        .statusCode(201);
    return name;
  }

  private void aDistrict() throws SQLException {
    AreaDefined defined = new AreaDefined(DISTRICT, "辛区", "X", AreaLevel.DISTRICT, null);
    RecordedEvent recorded =
        new RecordedEvent(
            UUID.randomUUID(),
            Instant.now(),
            LocalDate.of(2000, 1, 1),
            Sequences.next(defined),
            null,
            null,
            defined);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      ledger.apply(List.of(recorded), connection);
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
