package org.jiceng.member.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.newIdNumber;
import static org.jiceng.member.District.newMember;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.personal.References;
import org.jiceng.kit.rotation.SealedData;
import org.jiceng.kit.rotation.SealedTable;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.SealedColumns;
import org.jiceng.member.District;
import org.jiceng.member.imports.Files;
import org.junit.jupiter.api.Test;

/** Keys change while members are registered, looked for and read. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(RotationTest.SmallSteps.class)
class RotationTest {
  private static final String MEMBERS = "/api/v1/members";
  private static final String KEYS = "/api/v1/personal-keys";
  // Other tests make up members in bulk, whom nobody can open.
  private static final String SEALED = " where get_byte(id_number, 0) > 0";

  private static final PersonalCipher FORMER = new PersonalCipher(RealServers.FORMER_KEY);
  private static final PersonalCipher CURRENT = new PersonalCipher(RealServers.KEY);
  private static final PersonalCipher BOTH =
      new PersonalCipher(RealServers.KEY + "," + RealServers.FORMER_KEY);

  /** So that a rotation takes many steps, over a database with few rows. */
  public static final class SmallSteps implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "jiceng.rotation.batch", "20",
          "jiceng.rotation.pause", "5ms",
          "jiceng.rotation.forget-every", "2s");
    }
  }

  @Inject District district;
  @Inject AgroalDataSource dataSource;
  @Inject @All List<SealedData> declared;

  @Test
  void membersAreRegisteredAndReadWhileEverythingComesUnderAnotherKey() throws SQLException {
    UUID branch = district.organization();
    List<String> known = people(branch, 40);
    putUnderFormerKeys();
    assertThat(uses("cipherKeys", "former")).contains("member", "idempotency_key");
    assertThat(uses("indexKeys", "former")).contains("member.id_index", "member.name_index");

    String rotation = rotate();
    List<String> newcomers = new ArrayList<>();
    int rounds = 0;
    do {
      String idNumber = known.get(rounds++ % known.size());
      search(idNumber).statusCode(200);
      Map<String, Object> again = newMember(branch);
      again.put("idNumber", idNumber);
      admit(again).statusCode(409);
      newcomers.addAll(people(branch, 1));
      search(newcomers.get(newcomers.size() - 1)).statusCode(200);
    } while (running(rotation));

    assertThat(rounds).as("rounds while it ran").isGreaterThan(1);
    assertThat(uses("cipherKeys", "former")).isEmpty();
    assertThat(uses("indexKeys", "former")).isEmpty();
    References onlyNew = new References(dataSource, new BlindIndex(RealServers.KEY));
    known.addAll(newcomers);
    for (String idNumber : known) {
      search(idNumber).statusCode(200);
      assertThat(onlyNew.find(idNumber)).isPresent();
      Map<String, Object> again = newMember(branch);
      again.put("idNumber", idNumber);
      admit(again).statusCode(409);
    }
    everyRowOpensUnder(CURRENT);
  }

  @Test
  void aRotationThatBreaksOffGoesOnWhereItHadComeToAndDoesNothingTwice() throws SQLException {
    UUID branch = district.organization();
    people(branch, 60);
    putUnderFormerKeys();
    int rows = Integer.parseInt(district.text("select count(*)::text from member" + SEALED));
    String stumbling = district.text("select max(member_id::text) from member" + SEALED);
    district.execute(
        """
        create function stumble() returns trigger language plpgsql as $$
        begin raise exception 'the connection is lost' using errcode = '08006'; end $$""");
    district.execute(
        """
        create trigger stumble before update of id_number on member for each row
          when (new.member_id = '%s') execute function stumble()"""
            .formatted(stumbling));
    String rotation = rotate();
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> changed(rotation, "member") > 0);
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(30))
          .until(() -> changed(rotation, "member"), now -> now >= rows - 20 && now < rows);
      assertThat(running(rotation)).isTrue();
    } finally {
      district.execute("drop trigger stumble on member");
      district.execute("drop function stumble");
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> !running(rotation));
    assertThat(changed(rotation, "member")).isEqualTo(rows);
    everyRowOpensUnder(CURRENT);
  }

  @Test
  void twoWhoKnowDifferentKeysDoNotBothRegisterOnePerson() throws Exception {
    UUID branch = district.organization();
    UUID other = District.member(branch);
    Map<String, Object> wanted = newMember(branch);
    String idNumber = wanted.get("idNumber").toString();
    References former = new References(dataSource, new BlindIndex(RealServers.FORMER_KEY));
    CountDownLatch referred = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Void> instance =
        CompletableFuture.runAsync(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          byte[] reference = former.of(idNumber);
                          referred.countDown();
                          district.execute(
                              """
                              insert into member (member_id, id_index, id_number, name, sex,
                                  ethnicity, education, birth_year, status, joined_on,
                                  organization_id, affiliated_on, version)
                              select ?, ?, ?, name, sex, ethnicity, education, birth_year, status,
                                     joined_on, organization_id, affiliated_on, 0
                                from member where member_id = ?""",
                              UUID.randomUUID(),
                              reference,
                              FORMER.encrypt(idNumber),
                              other);
                          pause(asked);
                        }));
    referred.await();
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(() -> admit(wanted).extract().statusCode());
    assertThat(second.completeOnTimeout(0, 1, TimeUnit.SECONDS).copy().get())
        .as("waits for whoever came first")
        .isZero();
    asked.countDown();
    instance.get();
    admit(wanted).statusCode(409);
    search(idNumber).statusCode(200);
    assertThat(
            district.text(
                "select count(*)::text from member where id_index = ?",
                former.find(idNumber).orElseThrow()))
        .isEqualTo("1");
  }

  @Test
  void namesakesAreFoundWhereverTheRotationHasCome() throws SQLException {
    UUID branch = district.organization();
    String name = "轮换" + UUID.randomUUID().toString().substring(0, 8);
    String first = namesake(branch, name);
    putUnderFormerKeys();
    String second = namesake(branch, name);
    JsonPath pairs = District.officeOf(branch).get(MEMBERS + "/duplicates").jsonPath();
    assertThat(pairs.getList("items.first.id", String.class)).contains(first);
    assertThat(pairs.getList("items.second.id", String.class)).contains(second);
    String rotation = rotate();
    await().atMost(Duration.ofSeconds(30)).until(() -> !running(rotation));
    String third = namesake(branch, name);
    JsonPath after = District.officeOf(branch).get(MEMBERS + "/duplicates").jsonPath();
    assertThat(after.getList("items.second.id", String.class)).contains(second, third);
  }

  @Test
  void aRosterMeetsPeopleWhoAreKnownByAFormerKey() throws SQLException {
    UUID branch = district.organization();
    String idNumber = people(branch, 1).get(0);
    putUnderFormerKeys();
    String line = "%s,%s,01,21,,%s,FULL,2001-07-01,,\n";
    String code = District.codeOf(branch);
    String twice = newIdNumber();
    String errors =
        Files.errors(
            Files.send(
                as(Roles.SYSTEM),
                "members/imports",
                Files.ROSTER
                    + line.formatted(idNumber, District.NAME, code)
                    + line.formatted(twice, District.NAME, code)
                    + line.formatted(twice, District.NAME, code)));
    assertThat(errors).contains("2,idNumber,already-there", "4,idNumber,twice-in-file");
    String newcomer = newIdNumber();
    Files.done(
        Files.send(
            as(Roles.SYSTEM),
            "members/imports",
            Files.ROSTER + line.formatted(newcomer, District.NAME, code)));
    search(newcomer).statusCode(200);
    for (String key : List.of(RealServers.KEY, RealServers.FORMER_KEY)) {
      assertThat(new References(dataSource, new BlindIndex(key)).find(newcomer)).isPresent();
    }
  }

  @Test
  void whoeverWasAskedForInVainLeavesNoDigest() {
    UUID branch = district.organization();
    Map<String, Object> wanted = newMember(branch);
    UUID id = UUID.fromString(admit(wanted).statusCode(201).extract().path("id"));
    References references = new References(dataSource, new BlindIndex(RealServers.KEY));
    String idNumber = wanted.get("idNumber").toString();
    assertThat(references.find(idNumber)).isPresent();
    district.execute(
        "update member set id_index = uuid_send(gen_random_uuid()) where member_id = ?", id);
    await().atMost(Duration.ofSeconds(20)).until(() -> references.find(idNumber).isEmpty());
  }

  @Test
  void everySealedColumnIsDeclared() throws SQLException {
    assertThat(SealedColumns.forgotten(dataSource, declared, "exchange_reply.fingerprint"))
        .as("columns that a rotation would not reach: declare them in PersonTables")
        .isEmpty();
    assertThat(SealedColumns.unknown(dataSource, declared)).isEmpty();
  }

  /** As an earlier configuration, which knew the former keys only, would have left everything. */
  private void putUnderFormerKeys() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      for (SealedData data : declared) {
        for (SealedTable table : data.tables()) {
          for (String column : table.columns()) {
            putUnderFormerKey(connection, table, column);
          }
        }
      }
    }
    district.execute("delete from blind_reference where key_id = 'test'");
  }

  private static void putUnderFormerKey(Connection connection, SealedTable table, String column)
      throws SQLException {
    String sql = "select ctid::text, %s from %s where get_byte(%s, 0) > 0";
    String update = "update %s set %s = ? where ctid = ?::tid";
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(sql.formatted(column, table.name(), column));
        PreparedStatement change =
            connection.prepareStatement(update.formatted(table.name(), column))) {
      while (rows.next()) {
        change.setBytes(1, FORMER.encrypt(BOTH.decryptBytes(rows.getBytes(2))));
        change.setString(2, rows.getString(1));
        change.addBatch();
      }
      change.executeBatch();
    }
  }

  private void everyRowOpensUnder(PersonalCipher cipher) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement select = connection.createStatement();
        ResultSet rows =
            select.executeQuery("select id_number, name, phone from member" + SEALED)) {
      while (rows.next()) {
        assertThat(cipher.decrypt(rows.getBytes(1))).hasSize(18);
        assertThat(cipher.decrypt(rows.getBytes(2))).isNotBlank();
        cipher.decrypt(rows.getBytes(3));
      }
    }
  }

  private static List<String> people(UUID branch, int count) {
    List<String> idNumbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> wanted = newMember(branch);
      as(Roles.REGISTRAR)
          .header("Idempotency-Key", UUID.randomUUID())
          .body(wanted)
          .post(MEMBERS)
          .then()
          .statusCode(201);
      idNumbers.add(wanted.get("idNumber").toString());
    }
    return idNumbers;
  }

  private static String namesake(UUID branch, String name) {
    Map<String, Object> wanted = newMember(branch);
    wanted.put("name", name);
    wanted.put("idNumber", aMansIdNumber());
    return admit(wanted).statusCode(201).extract().path("id");
  }

  private static String aMansIdNumber() {
    String idNumber = newIdNumber();
    return idNumber.charAt(16) % 2 == 1 ? idNumber : aMansIdNumber();
  }

  private static ValidatableResponse search(String idNumber) {
    return as(Roles.REGISTRAR).body(Map.of("idNumber", idNumber)).post(MEMBERS + "/search").then();
  }

  private static String rotate() {
    return as(Roles.DISTRICT_ADMIN)
        .post(KEYS + "/rotations")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static boolean running(String rotation) {
    return progress(rotation).getString("state").equals("RUNNING");
  }

  private static int changed(String rotation, String table) {
    return progress(rotation).getInt("steps.find { it.table == '" + table + "' }.rowsChanged");
  }

  private static JsonPath progress(String rotation) {
    return as(Roles.DISTRICT_ADMIN).get(KEYS + "/rotations/" + rotation).jsonPath();
  }

  private static List<String> uses(String kind, String key) {
    return as(Roles.DISTRICT_ADMIN)
        .get(KEYS)
        .jsonPath()
        .getList(kind + ".find { it.id == '" + key + "' }.uses.table", String.class);
  }

  private static void pause(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
