package org.jiceng.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AuditTest {
  private static final String LOG = "/api/v1/audit-log";

  @Inject Audit audit;
  @Inject AgroalDataSource dataSource;

  @Test
  void aWriteAndAReadAreOnRecordWhenTheirAnswersArrive() {
    String name = "a" + UUID.randomUUID().toString().substring(0, 12);
    String location =
        given()
            .auth()
            .oauth2(Tokens.of(Roles.REGISTRAR).subject("registrar-7").sign())
            .header("X-Correlation-Id", "c-" + name)
            .contentType(ContentType.JSON)
            .body("{\"name\":\"%s\"}".formatted(name))
            .post("/api/v1/probes")
            .header("Location");
    given().get(location).then().statusCode(200).header("Cache-Control", "no-store");
    String id = location.substring(location.lastIndexOf('/') + 1);

    JsonPath found = search("recordType=probe&recordId=" + id).extract().jsonPath();
    assertThat(found.getList("items.action")).containsExactly("read", "create");
    assertThat(found.getString("items[0].who")).isEqualTo("anonymous");
    assertThat(found.getString("items[1].who")).isEqualTo("registrar-7");
    assertThat(found.getString("items[1].role")).isEqualTo("registrar");
    assertThat(found.getString("items[1].fromIp")).isEqualTo("127.0.0.1");
    assertThat(found.getString("items[1].correlationId")).isEqualTo("c-" + name);
  }

  @Test
  void aWriteVanishesWithItsTransaction() {
    UUID id = UUID.randomUUID();
    QuarkusTransaction.begin();
    audit.write("create", "ghost", id);
    QuarkusTransaction.rollback();
    search("recordType=ghost&recordId=" + id).body("items", hasSize(0));
  }

  @Test
  void manyReadersShareCommitsAndEachIsOnRecord() throws Exception {
    String type = "many" + UUID.randomUUID().toString().substring(0, 8);
    ExecutorService readers = Executors.newFixedThreadPool(16);
    List<Callable<Void>> reads = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      reads.add(
          () -> {
            audit.read(type, List.of(UUID.randomUUID(), UUID.randomUUID()));
            return null;
          });
    }
    for (Future<Void> read : readers.invokeAll(reads)) {
      read.get();
    }
    readers.shutdown();
    search("limit=500&recordType=" + type).body("items", hasSize(400));
  }

  @Test
  void theLogIsReadInPages() {
    String type = "page" + UUID.randomUUID().toString().substring(0, 8);
    for (int i = 0; i < 5; i++) {
      audit.write("step" + i, type, i);
    }
    JsonPath first = search("limit=2&recordType=" + type).extract().jsonPath();
    assertThat(first.getList("items.action")).containsExactly("step4", "step3");
    JsonPath second =
        search("limit=3&recordType=" + type + "&cursor=" + first.getString("nextCursor"))
            .extract()
            .jsonPath();
    assertThat(second.getList("items.action")).containsExactly("step2", "step1", "step0");
    assertThat(second.getString("nextCursor")).isNull();
  }

  @Test
  void theScopeOfWhoeverLooksIsOnRecordAndCannotBeChanged() throws SQLException {
    UUID office = UUID.randomUUID();
    String caller = "office-" + office;
    see(Tokens.of(Roles.AUDITOR).wholeDistrict().subject(caller), LOG, 200);
    awaitChained();
    search("who=" + caller).body("items[0].organization", equalTo("district"));
    tamper("update audit_log set organization = '%s' where who = '%s'".formatted(office, caller));
    verify().body("intact", equalTo(false));
    tamper("update audit_log set organization = null where who = '%s'".formatted(caller));
    verify().body("intact", equalTo(false));
    tamper("update audit_log set organization = 'district' where who = '%s'".formatted(caller));
    verify().body("intact", equalTo(true));
  }

  @Test
  void theTrailOfAFewRecordsIsReadByIndexHoweverLongTheLog() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            insert into audit_log (at, who, role, action, record_type, record_id)
            select now(), 'x', 'x', 'read', 'grown', n % 20000 from generate_series(1, 200000) n;
            analyze audit_log""");
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement explain =
            connection.prepareStatement("explain (analyze) " + AuditTrail.LATEST)) {
          explain.setArray(1, connection.createArrayOf("text", new Object[] {"grown", "grown"}));
          explain.setArray(2, connection.createArrayOf("text", new Object[] {"7", "8"}));
          explain.setLong(3, Long.MAX_VALUE);
          explain.setInt(4, 3);
          explain.setInt(5, 3);
          try (ResultSet lines = explain.executeQuery()) {
            while (lines.next()) {
              plan.append(lines.getString(1)).append('\n');
            }
          }
        }
        assertThat(plan.toString())
            .contains("using audit_log_record on audit_log")
            .doesNotContain("Seq Scan on audit_log", "Bitmap");
      } finally {
        connection.rollback();
      }
    }
  }

  @Test
  void onlyAuditorsAndTheDistrictSeeTheLog() {
    given().get(LOG).then().statusCode(401);
    given().auth().oauth2(Tokens.of(Roles.MEMBER).sign()).get(LOG).then().statusCode(403);
    see(Tokens.of(Roles.DISTRICT_ADMIN).wholeDistrict(), LOG, 200);
  }

  @Test
  void whatIsTheWholeDistrictsIsNotShownToOneOfItsOffices() {
    Tokens office = Tokens.of(Roles.AUDITOR).org(UUID.randomUUID());
    see(office, LOG, 404);
    see(office, LOG + "/verification", 404);
    see(office, "/api/v1/changes", 404);
    see(office, "/api/v1/parked-events", 404);
    given().auth().oauth2(office.sign()).post("/api/v1/tallies").then().statusCode(404);
  }

  private static void see(Tokens token, String path, int status) {
    given().auth().oauth2(token.sign()).get(path).then().statusCode(status);
  }

  @Test
  void theDatabaseRefusesToChangeTheLog() {
    audit.write("create", "fixed", 1);
    for (String sql :
        List.of(
            "update audit_log set who = 'me'",
            "delete from audit_log",
            "truncate audit_log",
            "delete from audit_link")) {
      assertThatThrownBy(() -> execute(sql)).hasMessageContaining("append-only");
    }
  }

  @Test
  void whatIsChangedRemovedOrSlippedInBehindTheLogsBackIsFound() throws SQLException {
    audit.write("create", "tampered", "one");
    audit.write("create", "tampered", "two");
    audit.write("create", "tampered", "three");
    awaitChained();
    verify().body("intact", equalTo(true));
    String two = "record_type = 'tampered' and record_id = 'two'";
    String seq =
        search("recordType=tampered&recordId=two").extract().path("items[0].seq").toString();

    tamper("update audit_log set who = 'someone else' where " + two);
    verify().body("intact", equalTo(false)).body("firstBroken", equalTo(Integer.valueOf(seq)));
    tamper("update audit_log set who = 'system' where " + two);
    verify().body("intact", equalTo(true));

    tamper("create table removed as select * from audit_log where " + two);
    tamper("delete from audit_log where " + two);
    verify().body("intact", equalTo(false)).body("firstBroken", equalTo(Integer.valueOf(seq)));
    tamper("insert into audit_log overriding system value select * from removed");
    verify().body("intact", equalTo(true));

    tamper("create table unlinked as select * from audit_link where seq = " + seq);
    tamper("delete from audit_link where seq = " + seq);
    verify().body("intact", equalTo(false)).body("firstBroken", equalTo(Integer.valueOf(seq)));
    tamper("insert into audit_link select * from unlinked");
    tamper("drop table removed, unlinked");
    verify().body("intact", equalTo(true));
  }

  @Test
  void aLateCommitterIsChainedInItsPlace() {
    QuarkusTransaction.begin();
    audit.write("create", "late", "late");
    QuarkusTransaction.suspendingExisting().run(() -> audit.write("create", "late", "early"));
    await()
        .during(java.time.Duration.ofSeconds(3))
        .atMost(java.time.Duration.ofSeconds(5))
        .until(() -> verify().extract().path("intact"));
    QuarkusTransaction.commit();
    awaitChained();
    verify().body("intact", equalTo(true));
  }

  private static void awaitChained() {
    await().until(() -> verify().extract().<Integer>path("waiting") == 0);
  }

  private static ValidatableResponse verify() {
    return given()
        .auth()
        .oauth2(Tokens.of(Roles.AUDITOR).wholeDistrict().sign())
        .get(LOG + "/verification")
        .then();
  }

  private static ValidatableResponse search(String query) {
    return given()
        .auth()
        .oauth2(Tokens.of(Roles.AUDITOR).wholeDistrict().sign())
        .get(LOG + "?" + query)
        .then()
        .statusCode(200);
  }

  /** As someone could who owns the database. */
  private void tamper(String sql) throws SQLException {
    execute("set session_replication_role = replica; " + sql + "; reset session_replication_role");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
