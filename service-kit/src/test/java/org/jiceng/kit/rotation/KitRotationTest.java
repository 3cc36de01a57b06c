package org.jiceng.kit.rotation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.personal.References;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.SealedColumns;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** Keys change while the service runs. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class KitRotationTest {
  private static final String KEYS = "/api/v1/personal-keys";

  @Inject AgroalDataSource dataSource;
  @Inject MissingKeys missing;
  @Inject @All List<SealedData> declared;

  @Test
  void whatIsSealedUnderAFormerKeyComesUnderTheCurrentOne() throws SQLException {
    UUID webhook = webhookUnder(RealServers.FORMER_KEY, "a secret");
    assertThat(uses("cipherKeys", "former")).contains("webhook");

    String rotation = rotate().statusCode(202).extract().header("Location");
    JsonPath done = await(rotation);

    assertThat(done.getString("cipherKey")).isEqualTo("test");
    assertThat(done.getList("steps.finished", Boolean.class)).isNotEmpty().doesNotContain(false);
    assertThat(uses("cipherKeys", "former")).isEmpty();
    assertThat(new PersonalCipher(RealServers.KEY).decrypt(secretOf(webhook)))
        .isEqualTo("a secret");
    assertThat(
            text(
                "select string_agg(action, ',' order by seq) from audit_log where record_id = ?",
                rotation.substring(rotation.lastIndexOf('/') + 1)))
        .isEqualTo("begin,complete");
  }

  @Test
  void aRowThatSomebodyIsChangingIsWaitedForAndOneRotationRunsAtATime() throws Exception {
    UUID webhook = webhookUnder(RealServers.FORMER_KEY, "held");
    webhookUnder(RealServers.FORMER_KEY, "free");
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    Future<?> holding =
        other.submit(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          text(
                              "select id::text from webhook where id = ?::uuid for update",
                              webhook);
                          held.countDown();
                          release.await();
                          return null;
                        }));
    held.await();
    String rotation = rotate().statusCode(202).extract().header("Location");
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> webhooksUnderTheFormerKey() == 1);
    rotate().statusCode(409).body("type", endsWith("rotation-running"));
    assertThat(uses("cipherKeys", "former")).contains("webhook");
    release.countDown();
    holding.get();
    other.shutdown();
    await(rotation);
    assertThat(new PersonalCipher(RealServers.KEY).decrypt(secretOf(webhook))).isEqualTo("held");
  }

  @Test
  void aRowThatNoKeyOpensHoldsUpNoOther() throws SQLException {
    UUID lost = webhookUnder("lost:bG9zdCBrZXkgb2YgdGVzdHMsIDMyIGJ5dGVzIGxvbmc=", "lost");
    UUID webhook = webhookUnder(RealServers.FORMER_KEY, "found");
    JsonPath done = await(rotate().statusCode(202).extract().header("Location"));
    assertThat(done.getList("steps.findAll { it.table == 'webhook' }.rowsFailed", Integer.class))
        .containsExactly(1);
    assertThat(new PersonalCipher(RealServers.KEY).decrypt(secretOf(webhook))).isEqualTo("found");
    assertThat(missing.complaint(List.of("test", "former"), List.of("test")))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("webhook", "lost", "does not start"));
    assertThat(missing.complaint(List.of("test", "former", "lost"), List.of("test", "former")))
        .isEmpty();
    execute("delete from webhook where id = ?::uuid", lost);
  }

  @Test
  void withoutTheIndexKeyByWhichSomebodyIsFoundNothingStarts() throws SQLException {
    String value = "990105" + UUID.randomUUID();
    References former = new References(dataSource, new BlindIndex(RealServers.FORMER_KEY));
    QuarkusTransaction.requiringNew().call(() -> former.of(value));
    assertThat(missing.complaint(List.of("test", "former"), List.of("test")))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("index key former"));
    execute(
        "delete from blind_reference where key_id = ? and digest = decode(?, 'hex')",
        "former",
        hex(new BlindIndex(RealServers.FORMER_KEY).of(value)));
    assertThat(missing.complaint(List.of("test", "former"), List.of("test"))).isEmpty();
  }

  @Test
  void aRotationToKeysThatAreCurrentNoLongerGivesWay() throws SQLException {
    UUID old = UUID.randomUUID();
    execute(
        """
        insert into key_rotation (id, state, cipher_key, index_key, started_by, started_at)
        values (?::uuid, 'RUNNING', 'k-1', 'k-1', 'x', now())""",
        old);
    await(rotate().statusCode(202).extract().header("Location"));
    assertThat(keeper().get(KEYS + "/rotations/" + old).jsonPath().getString("state"))
        .isEqualTo("SUPERSEDED");
  }

  @Test
  void instancesThatShareAKeyAgreeOnTheReferenceOfAValue() throws Exception {
    List<References> instances =
        List.of(
            new References(dataSource, new BlindIndex(RealServers.FORMER_KEY)),
            new References(
                dataSource, new BlindIndex(RealServers.KEY + "," + RealServers.FORMER_KEY)));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int round = 0; round < 20; round++) {
      List<String> values = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        References instance = instances.get(i % 2);
        calls.add(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(() -> hex(instance.ofAll(values).get(values.get(0)))));
      }
      Set<String> references = new HashSet<>();
      for (Future<String> call : threads.invokeAll(calls)) {
        references.add(call.get());
      }
      assertThat(references).hasSize(1);
      for (References instance : instances) {
        assertThat(hex(instance.find(values.get(0)).orElseThrow())).isIn(references);
      }
      assertThat(hex(instances.get(0).find(values.get(1)).orElseThrow())).isNotIn(references);
    }
    threads.shutdown();
  }

  @Test
  void onlyWhoWatchesTheWholeDistrictSeesKeysAndNobodySeesWhatTheyAre() {
    given().get(KEYS).then().statusCode(401);
    as(Tokens.of(Roles.REGISTRAR).wholeDistrict()).get(KEYS).then().statusCode(403);
    as(Tokens.of(Roles.DISTRICT_ADMIN).org(UUID.randomUUID())).get(KEYS).then().statusCode(404);
    as(Tokens.of(Roles.DISTRICT_ADMIN).org(UUID.randomUUID()))
        .post(KEYS + "/rotations")
        .then()
        .statusCode(404);
    keeper().get(KEYS + "/rotations/" + UUID.randomUUID()).then().statusCode(404);
    String keys = keeper().get(KEYS).then().statusCode(200).extract().asString();
    assertThat(JsonPath.from(keys).getList("cipherKeys.id")).startsWith("test", "former");
    for (String key : List.of(RealServers.KEY, RealServers.FORMER_KEY)) {
      assertThat(keys).doesNotContain(key.substring(key.indexOf(':') + 1));
    }
  }

  @Test
  void everySealedColumnIsDeclared() throws SQLException {
    assertThat(SealedColumns.forgotten(dataSource, declared)).isEmpty();
    assertThat(SealedColumns.unknown(dataSource, declared)).isEmpty();
  }

  private static JsonPath await(String rotation) {
    String path = rotation.replaceFirst("^https?://[^/]+", "");
    return org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> keeper().get(path).jsonPath(), r -> "COMPLETED".equals(r.getString("state")));
  }

  private static ValidatableResponse rotate() {
    return keeper().post(KEYS + "/rotations").then();
  }

  private static List<String> uses(String kind, String key) {
    return keeper()
        .get(KEYS)
        .jsonPath()
        .getList(kind + ".find { it.id == '" + key + "' }.uses.table", String.class);
  }

  private static int webhooksUnderTheFormerKey() {
    return keeper()
        .get(KEYS)
        .jsonPath()
        .getInt(
            "cipherKeys.find { it.id == 'former' }.uses.find { it.table == 'webhook' }?.rows ?: 0");
  }

  private static RequestSpecification keeper() {
    return as(Tokens.of(Roles.DISTRICT_ADMIN).wholeDistrict());
  }

  private static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.sign());
  }

  private UUID webhookUnder(String key, String secret) throws SQLException {
    UUID id = UUID.randomUUID();
    execute(
        """
        insert into webhook (id, url, types, secret, state, closed_on, created_by, created_at,
                             position)
        values (?::uuid, 'http://127.0.0.1:1', '{}', decode(?, 'hex'), 'CLOSED', current_date, 'x',
                now(), 0)""",
        id,
        hex(new PersonalCipher(key).encrypt(secret)));
    return id;
  }

  private byte[] secretOf(UUID webhook) throws SQLException {
    return java.util.HexFormat.of()
        .parseHex(text("select encode(secret, 'hex') from webhook where id = ?::uuid", webhook));
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  private String text(String sql, Object... values) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = prepared(connection, sql, values);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i].toString());
    }
    return statement;
  }
}
