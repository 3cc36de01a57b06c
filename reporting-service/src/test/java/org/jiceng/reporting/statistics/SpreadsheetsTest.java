package org.jiceng.reporting.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityKind;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same questions, answered as spreadsheets with the same figures in the same protection. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SpreadsheetsTest {
  private static final String DISTRICT = "000873000000";
  private static final String TOWNSHIP = "000873001000";
  private static final UUID TOP = UUID.randomUUID();
  private static final UUID BRANCH = UUID.randomUUID();
  private static boolean folded;

  @Inject Ledger ledger;

  @BeforeEach
  void aTownshipOfThree() {
    if (folded) {
      return;
    }
    folded = true;
    ledger.take("2000-01-01", new AreaDefined(DISTRICT, "辰区", "C", AreaLevel.DISTRICT, null));
    ledger.take(
        "2000-01-01", new AreaDefined(TOWNSHIP, "辰街道", "T", AreaLevel.SUB_DISTRICT, DISTRICT));
    ledger.take("2001-01-01", Ledger.established(TOP, null, TOWNSHIP));
    ledger.take("2001-01-01", Ledger.established(BRANCH, TOP, TOWNSHIP));
    for (String day : List.of("2005-07-01", "2005-08-01", "2007-07-01")) {
      ledger.take(day, admitted());
    }
    for (String day : List.of("2005-02-01", "2005-12-31", "2006-01-01", "2007-05-05")) {
      ledger.take(day, new ActivityHeld(UUID.randomUUID(), BRANCH, ActivityKind.LECTURE));
    }
  }

  private static MemberAdmitted admitted() {
    return new MemberAdmitted(
        UUID.randomUUID(), BRANCH, MembershipStatus.FULL, "1", "01", "20", 1960, null);
  }

  @Test
  void figuresOfTwoDaysStandBesideEachOther() throws IOException {
    List<Row> rows =
        sheet(
            as(
                "auditor",
                "statistics?format=xlsx&asOf=2007-12-31&compareWith=2006-12-31&since=2006-12-31"
                    + "&indicators=members.affiliated,activities.held&area="
                    + DISTRICT));
    assertThat(texts(rows.get(0)))
        .containsExactly(
            "指标\nFigure",
            "指标（英文）\nFigure (English)",
            "截至 2007-12-31\nAs of 2007-12-31",
            "截至 2006-12-31\nAs of 2006-12-31");
    assertThat(texts(rows.get(1)))
        .containsExactly("组织关系在区的党员（人）", "Affiliated members (persons)", "3", "2");
    // what happened is of the year before either day
    assertThat(texts(rows.get(2))).containsExactly("开展组织生活", "Activities held", "1", "1");
    assertThat(rows.get(1).getCell(2).getType()).isEqualTo(CellType.NUMBER);
  }

  @Test
  void placesSideBySideAreToldByNameAndCodeAndTheFormMayBeAskedForByAccept() throws IOException {
    String byArea =
        "statistics/by-area?asOf=2007-12-31&indicators=members.affiliated&area=" + DISTRICT;
    Response answer =
        given()
            .auth()
            .oauth2(Tokens.of("auditor").wholeDistrict().sign())
            .accept(Imports.XLSX)
            .get("/api/v1/" + byArea);
    answer.then().header("Content-Disposition", "attachment; filename=\"by-area-2007-12-31.xlsx\"");
    assertThat(texts(sheet(answer).get(1))).containsExactly(TOWNSHIP, "辰街道", "T", "3");
    as("auditor", byArea).then().contentType("application/json").body("areas", hasSize(1));

    String byLine =
        "statistics/by-organization?format=xlsx&asOf=2007-12-31&compareWith=2000-06-01"
            + "&indicators=members.affiliated&organization="
            + TOP;
    Row branch = sheet(as("auditor", byLine)).get(1);
    assertThat(texts(branch))
        .startsWith(BRANCH.toString().substring(0, 12), "党委", "党委", "Committee", "3");
    assertThat(branch.getOptionalCell(5)).as("was not there yet").isEmpty();
  }

  @Test
  void whatIsHiddenFromTheOneWhoAsksIsHiddenInTheFileToo() throws IOException {
    String question = "statistics/by-area?format=xlsx&asOf=2007-12-31&area=" + DISTRICT;
    Row row = sheet(as("reporter", question + "&indicators=members.affiliated,sites.total")).get(1);
    assertThat(texts(row)).containsExactly(TOWNSHIP, "辰街道", "T", "***", "0");
    assertThat(sheet(as("reporter", question + "&indicators=members.affiliated&asOf=1999-12-31")))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void whatHappenedIsToldOfEachStepAndAddsUpToTheWhole() throws IOException {
    String question =
        "statistics/series?perStep=true&from=2004-12-31&to=2007-06-30&step=year"
            + "&indicators=activities.held,members.affiliated&area="
            + DISTRICT;
    as("auditor", question)
        .then()
        .body("perStep", equalTo(true))
        .body("series[0].points.value", contains(2, 1, 1))
        .body("series[0].points.from", contains("2005-01-01", "2006-01-01", "2007-01-01"))
        .body("series[0].points.date", contains("2005-12-31", "2006-12-31", "2007-06-30"))
        .body("series[1].points.value", contains(2, 2, 2));
    as("auditor", question.replace("perStep=true", "perStep=false"))
        .then()
        .body("series[0].points", hasSize(4))
        .body("series[0].points.from", everyItem(nullValue()));
    List<Row> rows = sheet(as("auditor", question + "&format=xlsx"));
    assertThat(texts(rows.get(1))).containsExactly("2005-01-01", "2005-12-31", "2", "2");
  }

  @Test
  void breakdownsAndTargetsLeaveAsSpreadsheetsToo() throws IOException {
    List<Row> rows =
        sheet(
            as(
                "auditor",
                "statistics/breakdown?format=xlsx&indicator=members.affiliated&by=sex"
                    + "&asOf=2007-12-31&area="
                    + DISTRICT));
    assertThat(texts(rows.get(1))).endsWith("合计", "Total", "3");
    assertThat(texts(rows.get(2))).containsExactly("1", "男性", "Male", "3");
    List<Row> targets =
        sheet(as("auditor", "statistics/gaps?format=xlsx&asOf=2007-12-31&area=" + DISTRICT));
    assertThat(texts(targets.get(0))).contains("目标\nTarget", "是否达标\nMet");
  }

  @Test
  void aWrongFormIsRefused() {
    String of = "statistics?area=" + DISTRICT + "&asOf=2007-12-31&indicators=sites.total";
    refused(of + "&format=pdf", "format");
    refused(of + "&compareWith=2006-12-31", "compareWith");
    refused(of + "&format=xlsx&compareWith=2008-12-31", "compareWith");
    refused(of + "&format=xlsx&compareWith=yesterday", "compareWith");
    String series = "statistics/series?area=" + DISTRICT + "&perStep=";
    refused(series + "true&since=2001-01-01", "since");
    refused(series + "perhaps", "perStep");
    for (String path : List.of("", "/by-area", "/series", "/by-organization", "/gaps")) {
      given()
          .auth()
          .oauth2(Tokens.of("auditor").wholeDistrict().sign())
          .accept("text/html")
          .get("/api/v1/statistics" + path)
          .then()
          .statusCode(406)
          .contentType("application/problem+json");
    }
  }

  private static void refused(String question, String field) {
    as("auditor", question)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", hasItem(startsWith(field)));
  }

  private static Response as(String role, String question) {
    return given().auth().oauth2(Tokens.of(role).wholeDistrict().sign()).get("/api/v1/" + question);
  }

  private static List<Row> sheet(Response answer) throws IOException {
    answer.then().statusCode(200).contentType(Imports.XLSX);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
      return workbook.getFirstSheet().read();
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getRawValue()).toList();
  }
}
