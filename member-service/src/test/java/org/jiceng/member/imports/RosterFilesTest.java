package org.jiceng.member.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.newIdNumber;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.imports.Files.ROSTER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.junit.jupiter.api.Test;

/** Rosters as files: the empty one, the one that is sent back, the one that is taken out. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RosterFilesTest {
  private static final String EXPORT = "/api/v1/members/export";

  @Inject District district;

  @Test
  void theTemplateHasChineseHeadersThatTheImportReads() throws IOException {
    Response template =
        as(Roles.SECRETARY)
            .header("Accept-Language", "zh-CN")
            .get("/api/v1/imports/templates/members");
    assertThat(template.statusCode()).isEqualTo(200);
    assertThat(rows(template).get(0)).startsWith("身份证号", "姓名", "民族", "学历");
    as(Roles.SECRETARY).get("/api/v1/imports/templates/ghosts").then().statusCode(404);
    as(Roles.MEMBER).get("/api/v1/imports/templates/members").then().statusCode(403);
  }

  @Test
  void aRefusedFileComesBackWithWhatIsWrongBehindEachRowAndCanBeSentAgain() throws IOException {
    UUID branch = district.organization();
    String good = newIdNumber();
    String file =
        ROSTER
            + "%s,%s,01,21,,%s,FULL,2001-07-01,,\n".formatted(good, District.NAME, codeOf(branch))
            + "%s,%s,01,21,,%s,HALF,2001-07-01,,\n"
                .formatted(newIdNumber(), District.NAME, codeOf(branch));
    Response sent = Files.send(officeOf(branch), "members/imports", file);
    assertThat(Files.done(sent).getString("state")).isEqualTo("REJECTED");
    String marked = "/api/v1/imports/" + sent.jsonPath().getString("id") + "/marked-file";
    Response back = officeOf(branch).header("Accept-Language", "zh-CN").get(marked);
    assertThat(back.statusCode()).isEqualTo(200);
    List<List<String>> rows = rows(back);
    assertThat(rows.get(0)).endsWith("错误说明");
    assertThat(rows.get(1)).contains(good).doesNotContain("status: ");
    assertThat(rows.get(2).get(rows.get(2).size() - 1)).startsWith("status: ");
    Response again =
        officeOf(branch)
            .contentType(Imports.XLSX)
            .body(back.asByteArray())
            .post("/api/v1/members/imports");
    assertThat(Files.errors(again))
        .contains("3,status,not-one-of")
        .doesNotContain("column-unknown");
    as(Roles.AUDITOR).get(marked).then().statusCode(404);
  }

  @Test
  void aRefusedFileLiesEncryptedUntilItIsForgotten() {
    UUID branch = district.organization();
    String file =
        ROSTER
            + "%s,%s,01,21,%s,%s,NOBODY,2001-07-01,,\n"
                .formatted(newIdNumber(), District.NAME, District.PHONE, codeOf(branch));
    Response sent = Files.send(officeOf(branch), "members/imports", file);
    assertThat(Files.done(sent).getString("state")).isEqualTo("REJECTED");
    String chunk =
        "select %s from import_chunk where job_id = '" + sent.jsonPath().getString("id") + "'";
    assertThat(
            district.text(
                chunk.formatted(
                    "position(convert_to('%s', 'UTF8') in content)".formatted(District.NAME))))
        .isEqualTo("0");
    assertThat(
            district.text(
                chunk.formatted(
                    "convert_from(substring(content from 2 for get_byte(content, 0)), 'UTF8')")))
        .isEqualTo("test");
  }

  @Test
  void aFileThatWasTakenInIsKeptNoLonger() {
    UUID branch = district.organization();
    String file =
        ROSTER
            + "%s,%s,01,21,,%s,FULL,2001-07-01,,\n"
                .formatted(newIdNumber(), District.NAME, codeOf(branch));
    Response sent = Files.send(officeOf(branch), "members/imports", file);
    assertThat(Files.done(sent).getString("state")).isEqualTo("COMPLETED");
    String id = sent.jsonPath().getString("id");
    officeOf(branch).get("/api/v1/imports/" + id + "/marked-file").then().statusCode(404);
    assertThat(district.text("select count(*)::text from import_chunk where job_id = '" + id + "'"))
        .isEqualTo("0");
  }

  @Test
  void aRosterIsTakenOutAsTheImportReadsItAndEachFileIsRecorded() throws IOException {
    UUID branch = district.organization();
    UUID elsewhere = district.organization();
    District.member(branch);
    District.member(elsewhere);
    List<List<String>> rows = rows(xlsx(officeOf(branch), ""));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).startsWith("idNumber", "name", "ethnicity");
    assertThat(rows.get(1)).contains(District.NAME, District.PHONE, codeOf(branch), "2009-03-01");
    assertThat(rows(xlsx(officeOf(branch), "&asOf=2009-02-28"))).hasSize(1);
    String recorded =
        "select count(*)::text from audit_log where action = 'export' and record_type = 'members'";
    int before = Integer.parseInt(district.text(recorded));
    xlsx(officeOf(branch), "");
    assertThat(Integer.parseInt(district.text(recorded))).isEqualTo(before + 1);
  }

  @Test
  void whoMayNotSeePersonsGetsThemMasked() throws IOException {
    UUID branch = district.organization();
    District.member(branch);
    List<List<String>> rows = rows(xlsx(as(Roles.AUDITOR), "&organizationId=" + branch));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).doesNotContain(District.NAME, District.PHONE).contains(codeOf(branch));
    as(Roles.REPORTER).get(EXPORT).then().statusCode(403);
    as(Roles.MEMBER).get(EXPORT).then().statusCode(403);
  }

  private static Response xlsx(RequestSpecification who, String more) {
    Response file = who.get(EXPORT + "?format=xlsx" + more);
    assertThat(file.statusCode()).isEqualTo(200);
    return file;
  }

  private static List<List<String>> rows(Response file) throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
      return workbook.getFirstSheet().read().stream().map(RosterFilesTest::cells).toList();
    }
  }

  private static List<String> cells(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
  }
}
