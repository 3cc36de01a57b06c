package org.jiceng.kit.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.logging.Logger;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LargeImportTest {
  private static final Logger LOG = Logger.getLogger(LargeImportTest.class);
  private static final int ROWS = 100_000;

  @Inject AgroalDataSource dataSource;

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate thing");
    }
  }

  @Test
  void aHundredThousandRowsOfCsvAreTaken() {
    StringBuilder csv = new StringBuilder("code,name,openedOn,sector,ethnicity,size\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append("C%d,名称第 %d 号,2009-12-31,社区,汉族,%d%n".formatted(i, i, i % 900));
    }
    assertTaken(Imports.CSV, csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aHundredThousandRowsOfASpreadsheetAreTaken() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("data");
      String[] titles = {"code", "name", "openedOn", "sector", "ethnicity", "size"};
      for (int i = 0; i < titles.length; i++) {
        sheet.value(0, i, titles[i]);
      }
      for (int i = 1; i <= ROWS; i++) {
        sheet.inlineString(i, 0, "X" + i);
        sheet.inlineString(i, 1, "名称第 " + i + " 号");
        sheet.value(i, 2, LocalDate.of(2009, 12, 31));
        sheet.value(i, 3, "社区");
        sheet.value(i, 4, "汉族");
        sheet.value(i, 5, i % 900);
      }
    }
    assertTaken(Imports.XLSX, bytes.toByteArray());
  }

  @Test
  void aFileFullOfErrorsReportsTheFirstTenThousandAndCountsAll() {
    StringBuilder csv = new StringBuilder("code,name\n");
    for (int i = 0; i < 30_000; i++) {
      csv.append(",nameless\n");
    }
    Response accepted = post(Imports.CSV, csv.toString().getBytes(StandardCharsets.UTF_8));
    JsonPath job = ImportsTest.awaitDone(accepted);
    assertThat(job.getString("state")).isEqualTo("REJECTED");
    assertThat(job.getInt("rejected")).isEqualTo(30_000);
    String errors =
        given()
            .auth()
            .oauth2(token())
            .get(job.getString("errorsUrl"))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(errors.lines()).hasSize(10_001);
  }

  private static void assertTaken(String type, byte[] file) {
    Response accepted = post(type, file);
    JsonPath job = ImportsTest.awaitDone(accepted);
    assertThat(job.getString("state")).isEqualTo("COMPLETED");
    assertThat(job.getInt("accepted")).isEqualTo(ROWS);
    Duration took =
        Duration.between(
            Instant.parse(job.getString("createdAt")), Instant.parse(job.getString("finishedAt")));
    LOG.infof("%s, %d rows, %d bytes: %d ms", type, ROWS, file.length, took.toMillis());
  }

  private static Response post(String type, byte[] file) {
    return given()
        .auth()
        .oauth2(token())
        .contentType(type)
        .body(file)
        .post("/api/v1/things/imports");
  }

  private static String token() {
    return Tokens.of("registrar").wholeDistrict().sign();
  }
}
