package org.jiceng.kit.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ImportsTest {
  private static final String GOOD =
      """
      code,名称,openedOn,sector,ethnicity,size
      T1,"One, with ""quotes"" \\ and 𠮷",2009-12-31,COMMUNITY,01,5
      Ｔ２　,二,2009年1月2日,商务楼宇,汉族,"1,200"

      T3,three,,,,
      """;

  @Inject AgroalDataSource dataSource;
  @Inject PersonalCipher cipher;

  @BeforeEach
  void empty() throws SQLException {
    execute("truncate thing");
  }

  @Test
  void aGoodFileIsTakenWhole() throws Exception {
    Response accepted = post(GOOD);
    assertThat(accepted.statusCode()).isEqualTo(202);
    JsonPath job = awaitDone(accepted);
    assertThat(job.getString("state")).isEqualTo("COMPLETED");
    assertThat(job.getString("kind")).isEqualTo("things");
    assertThat(job.getInt("total")).isEqualTo(3);
    assertThat(job.getInt("accepted")).isEqualTo(3);
    assertThat(job.getInt("rejected")).isZero();
    assertThat(job.getInt("progress")).isEqualTo(100);
    assertThat(job.getString("finishedAt")).isNotNull();
    assertThat(job.getString("position"))
        .isEqualTo("MEMBER:" + text("select id from outbox order by sequence desc limit 1"));
    assertThat(text("select name from thing where code = 'T1'"))
        .isEqualTo("One, with \"quotes\" \\ and 𠮷");
    assertThat(text("select opened_on || sector || ethnicity || size from thing where code = 'T2'"))
        .isEqualTo("2009-01-02BUILDING011200");
    assertThat(text("select count(*) from import_chunk where job_id = '" + id(accepted) + "'"))
        .isEqualTo("0");
  }

  @Test
  void aByteOrderMarkAndGb18030AreUnderstood() {
    assertThat(awaitDone(post("\uFEFF" + GOOD)).getString("state")).isEqualTo("COMPLETED");
    byte[] chinese =
        GOOD.replace("T1", "G1")
            .replace("T3", "G3")
            .replace("Ｔ２", "G2")
            .getBytes(Charset.forName("GB18030"));
    Response accepted =
        caller()
            .contentType("text/csv; charset=gb18030")
            .body(chinese)
            .post("/api/v1/things/imports");
    assertThat(awaitDone(accepted).getString("state")).isEqualTo("COMPLETED");
    Response unannounced =
        caller().contentType("text/csv").body(chinese).post("/api/v1/things/imports");
    assertThat(errorsOf(unannounced)).contains("file-charset");
  }

  @Test
  void everyBadCellIsNamedAndNothingIsKept() throws Exception {
    Response accepted =
        post(
            """
            code,name,openedOn,sector,ethnicity,size
            T1,good,2009-12-31,COMMUNITY,01,5
            ,no code,2009-02-30,MOON,99,5.5
            T1,again,20091231,Village,1,7
            T4,long,,,,99999999999,too many
            """);
    JsonPath job = awaitDone(accepted);
    assertThat(job.getString("state")).isEqualTo("REJECTED");
    assertThat(job.getInt("total")).isEqualTo(4);
    assertThat(job.getInt("accepted")).isZero();
    assertThat(job.getInt("rejected")).isEqualTo(3);
    assertThat(job.getString("position")).isNull();
    assertThat(text("select count(*) from thing")).isEqualTo("0");
    assertThat(errorsOf(accepted).lines())
        .startsWith("row,column,code,message")
        .anyMatch(line -> line.startsWith("3,code,required,"))
        .anyMatch(line -> line.startsWith("3,openedOn,not-a-date,"))
        .anyMatch(line -> line.startsWith("3,sector,not-one-of,") && line.contains("VILLAGE"))
        .anyMatch(line -> line.startsWith("3,ethnicity,not-in-list,") && line.contains("代码"))
        .anyMatch(line -> line.startsWith("3,size,not-a-whole-number,"))
        .anyMatch(line -> line.startsWith("4,code,column-twice,"))
        .anyMatch(line -> line.startsWith("5,size,not-a-whole-number,"))
        .anyMatch(line -> line.startsWith("5,,too-many-cells,"));
    caller()
        .header("Accept-Language", "en")
        .get("/api/v1/imports/" + id(accepted) + "/errors")
        .then()
        .statusCode(200)
        .contentType("text/csv;charset=UTF-8")
        .body(org.hamcrest.Matchers.containsString("Must be filled in."));
  }

  @Test
  void aRuleThatRefusesARowSpoilsThatRowOnly() {
    assertThat(errorsOf(post("code,name\nT1,refused by a rule\nT2,\n")).lines())
        .anyMatch(line -> line.startsWith("2,,conflict,") && line.contains("冲突"))
        .anyMatch(line -> line.startsWith("3,name,required,"));
  }

  @Test
  void aHeaderThatDoesNotFitIsToldColumnByColumn() {
    assertThat(errorsOf(post("code,colour,code\n1,2,3\n")).lines())
        .anyMatch(line -> line.startsWith("1,name,column-missing,"))
        .anyMatch(line -> line.startsWith("1,#"))
        .anyMatch(line -> line.startsWith("1,code,column-twice,"));
    assertThat(errorsOf(post("code,name\n"))).contains("file-no-rows");
    assertThat(errorsOf(post("\n\n"))).contains("file-no-header");
  }

  @Test
  void aDryRunSaysTheSameAndKeepsNothing() throws Exception {
    Response accepted =
        caller().contentType("text/csv").body(GOOD).post("/api/v1/things/imports?dryRun=true");
    JsonPath job = awaitDone(accepted);
    assertThat(job.getString("state")).isEqualTo("COMPLETED");
    assertThat(job.getBoolean("dryRun")).isTrue();
    assertThat(job.getInt("accepted")).isEqualTo(3);
    assertThat(text("select count(*) from thing")).isEqualTo("0");
  }

  @Test
  void aRepeatedKeyIsTheSameJobAndAnotherFileUnderItIsRefused() throws Exception {
    String key = UUID.randomUUID().toString();
    Response first = withKey(key).body(GOOD).post("/api/v1/things/imports");
    awaitDone(first);
    Response again = withKey(key).body(GOOD).post("/api/v1/things/imports");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    withKey(key).body(GOOD + "T9,nine,,,,\n").post("/api/v1/things/imports").then().statusCode(422);
    withKey(key).body(GOOD).post("/api/v1/things/imports?dryRun=true").then().statusCode(422);
    assertThat(text("select count(*) from thing")).isEqualTo("3");
  }

  @Test
  void aFileAgainstWhatIsRecordedIsRejectedNotFailed() {
    awaitDone(post(GOOD));
    assertThat(errorsOf(post(GOOD))).contains("data-conflict");
  }

  @Test
  void whatIsNoImportIsRefusedAtTheDoor() {
    caller()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/things/imports")
        .then()
        .statusCode(415);
    caller().contentType("text/csv").body("").post("/api/v1/things/imports").then().statusCode(400);
    caller()
        .contentType(Imports.XLSX)
        .body(GOOD.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/things/imports")
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("file-not-xlsx"));
    given()
        .contentType("text/csv")
        .body(GOOD)
        .post("/api/v1/things/imports")
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.of("member").sign())
        .contentType("text/csv")
        .body(GOOD)
        .post("/api/v1/things/imports")
        .then()
        .statusCode(403);
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      String head =
          """
          POST /api/v1/things/imports HTTP/1.1
          Host: localhost
          Authorization: Bearer %s
          Content-Type: text/csv
          Content-Length: 17000000

          """
              .formatted(Tokens.of("registrar").wholeDistrict().sign())
              .replace("\n", "\r\n");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
    byte[] file = GOOD.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Upload.receive(new ByteArrayInputStream(file), file.length - 1))
        .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.type().status()).isEqualTo(413));
  }

  @Test
  void aJobIsForItsSenderAndForWhoWatchesTheDistrict() {
    Response accepted = post(GOOD);
    awaitDone(accepted);
    String url = "/api/v1/imports/" + id(accepted);
    as(Tokens.of("registrar").wholeDistrict().subject("someone-else"))
        .get(url)
        .then()
        .statusCode(404);
    as(Tokens.of("registrar").wholeDistrict().subject("someone-else"))
        .get(url + "/errors")
        .then()
        .statusCode(404);
    as(Tokens.of("auditor").wholeDistrict()).get(url).then().statusCode(200);
    caller().get("/api/v1/imports/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void oneFindsTheFilesOneHasSentNewestFirst() {
    Tokens sender = Tokens.of("registrar").wholeDistrict().subject("sender-" + UUID.randomUUID());
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sent.add(
          0,
          id(
              as(sender)
                  .contentType("text/csv")
                  .body(GOOD)
                  .post("/api/v1/things/imports?dryRun=true")));
    }
    JsonPath first = as(sender).get("/api/v1/imports?limit=2&kind=things").jsonPath();
    assertThat(first.getList("items.id", String.class)).isEqualTo(sent.subList(0, 2));
    JsonPath second =
        as(sender)
            .get("/api/v1/imports?limit=2&cursor=" + first.getString("nextCursor"))
            .jsonPath();
    assertThat(second.getList("items.id", String.class)).isEqualTo(sent.subList(2, 3));
    assertThat(second.getString("nextCursor")).isNull();
    assertThat(as(sender).get("/api/v1/imports?kind=others").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void aSpreadsheetIsReadWithItsDatesNumbersAndFormulas() throws Exception {
    byte[] file =
        sheet(
            sheet -> {
              header(sheet);
              sheet.value(1, 0, 42);
              sheet.value(1, 1, "四十二");
              sheet.value(1, 2, LocalDate.of(2009, 12, 31));
              sheet.style(1, 2).format("yyyy-MM-dd").set();
              sheet.value(1, 3, "社区");
              sheet.value(1, 4, 1);
              sheet.value(1, 5, 7.0);
              sheet.value(2, 0, "T43");
              sheet.value(2, 1, "text");
              sheet.value(2, 2, 20091231);
            });
    Response accepted = postSheet(file);
    assertThat(awaitDone(accepted).getString("state")).isEqualTo("COMPLETED");
    assertThat(
            text(
                "select opened_on || name || sector || ethnicity || size from thing where code = '42'"))
        .isEqualTo("2009-12-31四十二COMMUNITY017");
    assertThat(text("select opened_on from thing where code = 'T43'")).isEqualTo("2009-12-31");
  }

  @Test
  void aLongNumberThatTheSpreadsheetRoundedIsExplained() throws Exception {
    byte[] file =
        sheet(
            sheet -> {
              header(sheet);
              sheet.value(1, 0, 1.10105194912310E17);
              sheet.value(1, 1, "rounded");
              sheet.value(2, 0, "T2");
              sheet.formula(2, 1, "A1+A2");
            });
    assertThat(errorsOf(postSheet(file)).lines())
        .anyMatch(line -> line.startsWith("2,code,number-rounded,") && line.contains("文本"))
        .anyMatch(line -> line.startsWith("3,name,formula-without-value,"));
  }

  @Test
  void aZipThatIsNoSpreadsheetAndOneTooHeavyAreRejected() throws Exception {
    assertThat(errorsOf(postSheet(ZipBombs.ofZeros("readme.txt", 1_000))))
        .contains("file-not-xlsx");
    assertThat(errorsOf(postSheet(ZipBombs.ofZeros("xl/worksheets/sheet1.xml", 80_000_000))))
        .contains("file-too-large-unpacked");
    byte[] broken = sheet(ImportsTest::header);
    broken = java.util.Arrays.copyOf(broken, broken.length / 2);
    assertThat(errorsOf(postSheet(broken))).contains("file-not-xlsx");
  }

  @Test
  void aJobThatAnotherInstanceLeftBehindIsTakenUpAgain() throws Exception {
    UUID id = UUID.randomUUID();
    leaveBehind(id, 1);
    awaitState(id, "COMPLETED");
    assertThat(text("select name from thing where code = 'T7'")).isEqualTo("seven");
  }

  @Test
  void aJobThatAnotherInstanceWorksOnIsLeftToIt() throws Exception {
    UUID id = UUID.randomUUID();
    try (Connection other = dataSource.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(%d, hashtext('%s'))".formatted(0x1AB0, id));
      leaveBehind(id, 1);
      assertThat(awaitDone(post(GOOD)).getString("state")).isEqualTo("COMPLETED");
      assertThat(stateOf(id)).isEqualTo("RUNNING");
      statement.execute("select pg_advisory_unlock_all()");
    }
    awaitState(id, "COMPLETED");
    assertThat(text("select name from thing where code = 'T7'")).isEqualTo("seven");
  }

  @Test
  void aJobThatKillsEveryInstanceIsGivenUp() throws Exception {
    UUID id = UUID.randomUUID();
    leaveBehind(id, 3);
    awaitState(id, "FAILED");
    assertThat(text("select failure from import_job where id = '" + id + "'"))
        .isEqualTo("given-up");
  }

  private void leaveBehind(UUID id, int attempts) throws SQLException {
    execute(
        """
        begin;
        insert into import_job (id, kind, dry_run, format, charset, size, digest, subject, roles,
                                state, attempts, created_at, started_at)
        values ('%1$s', 'things', false, 'CSV', 'UTF-8', 30, '\\x00', 'registrar-1', '{registrar}',
                'RUNNING', %2$d, now(), now());
        insert into import_chunk values ('%1$s', 0, '\\x%3$s'), ('%1$s', 1, '\\x%4$s');
        commit"""
            .formatted(id, attempts, sealed("code,name\nT7,se"), sealed("ven\n")));
  }

  private String sealed(String content) {
    return HexFormat.of().formatHex(cipher.encrypt(content));
  }

  private void awaitState(UUID id, String state) {
    await().atMost(Duration.ofSeconds(20)).until(() -> state.equals(stateOf(id)));
  }

  private String stateOf(UUID id) throws SQLException {
    return text("select state from import_job where id = '" + id + "'");
  }

  private interface Filling {
    void into(Worksheet sheet) throws IOException;
  }

  private static byte[] sheet(Filling filling) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      filling.into(workbook.newWorksheet("data"));
    }
    return bytes.toByteArray();
  }

  private static void header(Worksheet sheet) {
    String[] titles = {"code", "name", "openedOn", "sector", "ethnicity", "size"};
    for (int i = 0; i < titles.length; i++) {
      sheet.value(0, i, titles[i]);
    }
  }

  private static RequestSpecification as(Tokens token) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .defaultContentCharset("UTF-8")))
        .auth()
        .oauth2(token.sign());
  }

  private static RequestSpecification caller() {
    return as(Tokens.of("registrar").wholeDistrict());
  }

  private static RequestSpecification withKey(String key) {
    return caller().contentType("text/csv").header("Idempotency-Key", key);
  }

  private static Response post(String csv) {
    return caller()
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/things/imports");
  }

  private static Response postSheet(byte[] file) {
    return caller().contentType(Imports.XLSX).body(file).post("/api/v1/things/imports");
  }

  private static String id(Response accepted) {
    return accepted.jsonPath().getString("id");
  }

  private static String errorsOf(Response accepted) {
    awaitDone(accepted);
    return caller().get("/api/v1/imports/" + id(accepted) + "/errors").body().asString();
  }

  static JsonPath awaitDone(Response accepted) {
    assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
    String url = "/api/v1/imports/" + id(accepted);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> caller().get(url).jsonPath().getString("finishedAt") != null);
    return caller().get(url).jsonPath();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
