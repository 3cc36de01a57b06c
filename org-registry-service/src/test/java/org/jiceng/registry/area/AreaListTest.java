package org.jiceng.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.errorsOf;
import static org.jiceng.registry.District.importFile;
import static org.jiceng.registry.District.township;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.RegistryCounts;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A standard list of areas, sent again with another date, is taken in as a difference. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AreaListTest {
  private static final String HEADER = "统计用区划代码,名称,城乡分类代码,原代码,日期\n";
  private static final String DAY = "2010-01-01";

  @Inject Stored stored;
  @Inject RegistryCounts counts;
  @Inject AgroalDataSource dataSource;

  private String old;
  private String next;
  private String stays;
  private String renamed;
  private String moves;
  private String goes;

  @BeforeEach
  void aListOfTwoTownships() {
    District.root();
    old = township();
    next = township();
    importFile(
        "area-lists",
        (HEADER
                + line(old, "街道", "")
                + line(next, "街道二", "")
                + line(community("001"), "甲社区", "111")
                + line(community("002"), "乙社区", "111")
                + line(community("003"), "丙社区", "111")
                + line(community("004"), "丁社区", "112"))
            .replace(DAY, "2005-01-01"),
        "COMPLETED");
    stays = community("001");
    renamed = community("002");
    moves = community("003");
    goes = community("004");
  }

  @Test
  void aDryRunShowsWhatIsNewRenamedReassignedAndGoneAndChangesNothing() {
    Map<String, String> before = stored.everything();
    UUID job = dryRun(another());

    differences(job)
        .body(
            "counts",
            equalTo(Map.of("NEW", 1, "RENAMED", 1, "REASSIGNED", 1, "RENUMBERED", 0, "GONE", 1)));
    differences(job, "NEW").body("items.code", equalTo(List.of(next.substring(0, 9) + "201")));
    differences(job, "RENAMED")
        .body("items[0].areaCode", equalTo(renamed))
        .body("items[0].name", equalTo("新乙社区"))
        .body("items[0].nameBefore", equalTo("乙社区"))
        .body("items[0].row", equalTo(5));
    differences(job, "REASSIGNED")
        .body("items[0].areaCode", equalTo(moves))
        .body("items[0].code", equalTo(next.substring(0, 9) + "009"))
        .body("items[0].codeBefore", equalTo(moves))
        .body("items[0].parentCode", equalTo(next))
        .body("items[0].parentBefore", equalTo(old));
    differences(job, "GONE")
        .body("items[0].areaCode", equalTo(goes))
        .body("items[0].row", nullValue());
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void takenInEarnestTheDifferencesAreTrueFromTheListsDateOn() {
    UUID branch = branch(District.root(), moves);
    importFile("area-lists", another(), "COMPLETED");

    area(moves, DAY)
        .body("parentCode", equalTo(next))
        .body("standardCode", equalTo(next.substring(0, 9) + "009"));
    area(moves, "2009-12-31").body("parentCode", equalTo(old));
    area(renamed, DAY).body("name", equalTo("新乙社区"));
    area(renamed, "2009-12-31").body("name", equalTo("乙社区"));
    area(goes, DAY).body("closedOn", equalTo(DAY)).body("closedReason", equalTo("NOT_IN_LIST"));
    area(goes, "2009-12-31").body("closedOn", nullValue());
    area(next.substring(0, 9) + "201", DAY)
        .body("level", equalTo("VILLAGE"))
        .body("classCode", equalTo("220"));
    area(stays, DAY).body("name", equalTo("甲社区"));
    as("reporter")
        .get("/api/v1/areas/" + next + "/organizations")
        .then()
        .body("items.id", equalTo(List.of(branch.toString())));
    assertThat(stored.eventsOf(moves)).endsWith("area-reassigned " + DAY);
    assertThat(stored.eventsOf(goes)).endsWith("area-closed " + DAY);
    assertThat(stored.eventsOf(renamed)).endsWith("area-renamed " + DAY);
  }

  @Test
  void theRegistrysOwnCountsFollowTheList() throws SQLException {
    as("system")
        .body(
            Map.of(
                "population", 50,
                "registeredPopulation", 30,
                "migrantPopulation", 20,
                "households", 9,
                "effectiveOn", "2006-01-01"))
        .post("/api/v1/areas/" + goes + "/measurements")
        .then()
        .statusCode(200);
    Map<String, Long> before = counted();
    importFile("area-lists", another(), "COMPLETED");
    Map<String, Long> after = counted();

    assertThat(after.get("area.COMMUNITY")).isEqualTo(before.get("area.COMMUNITY") - 1);
    assertThat(after.get("area.VILLAGE")).isEqualTo(before.get("area.VILLAGE") + 1);
    assertThat(after.get("area.population")).isEqualTo(before.get("area.population") - 50);
    assertThat(after.get("area.households")).isEqualTo(before.get("area.households") - 9);
  }

  private Map<String, Long> counted() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return counts.count(connection, LocalDate.now(ZoneOffset.UTC));
    }
  }

  @Test
  void theSameListAgainChangesNothing() {
    importFile("area-lists", another(), "COMPLETED");
    Map<String, String> before = stored.everything();
    importFile("area-lists", another(), "COMPLETED");
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void whatIsGoneAndStillHoldsSomethingIsAnError() {
    branch(District.root(), goes);
    Map<String, String> before = stored.everything();
    String job = importFile("area-lists", another(), "REJECTED");
    assertThat(errorsOf(job)).contains("gone-area-not-empty").contains(goes);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void whoSaysWhatAnAreaWasBeforeNeedsNoNameToMatch() {
    String renumbered = old.substring(0, 9) + "014";
    String list =
        HEADER
            + line(old, "街道", "")
            + line(stays, "甲社区", "111")
            + line(renamed, "乙社区", "111")
            + line(moves, "丙社区", "111")
            + "%s,全新社区,111,%s,%s\n".formatted(renumbered, goes, DAY);
    UUID job = dryRun(list);
    differences(job, "RENUMBERED").body("items[0].areaCode", equalTo(goes));
    differences(job, "RENAMED").body("items[0].name", equalTo("全新社区"));
    importFile("area-lists", list, "COMPLETED");
    area(goes, DAY)
        .body("standardCode", equalTo(renumbered))
        .body("parentCode", equalTo(old))
        .body("name", equalTo("全新社区"));
  }

  @Test
  void aListOfOneTownshipSaysNothingOfTheOthers() {
    UUID job = dryRun(HEADER + line(next, "街道二", ""));
    differences(job).body("items", hasSize(0));
  }

  @Test
  void eachErrorNamesItsRow() {
    String unknown = "110105998000".substring(0, 9) + "001";
    String job =
        importFile(
            "area-lists",
            HEADER
                + line(old, "街道", "")
                + line(stays, "甲社区", "111")
                + line(renamed, "甲社区", "111")
                + line(moves, "丙社区", "999")
                + line(goes, "丁社区", "112")
                + line(goes, "丁社区", "112")
                + line(unknown, "无上级社区", "111")
                + "%s,错日期,111,,2011-01-01\n".formatted(old.substring(0, 9) + "031")
                + "%s,未来,111,,2999-01-01\n".formatted(old.substring(0, 9) + "032")
                + "%s,无此原,111,%s,%s\n".formatted(old.substring(0, 9) + "033", unknown, DAY)
                + "12345,短,111,,%s\n".formatted(DAY)
                + ",无代码,111,,%s\n".formatted(DAY),
            "REJECTED");
    String errors = errorsOf(job);
    assertThat(errors)
        .contains("4,name,area-name-twice")
        .contains("5,classCode,not-one-of")
        .contains("7,code,twice-in-file")
        .contains("8,code,no-area")
        .contains("9,effectiveOn,list-of-another-date")
        .contains("10,effectiveOn,in-the-future")
        .contains("11,formerCode,no-area")
        .contains("12,code,area-code-form")
        .contains("13,code,required");
  }

  @Test
  void aListOlderThanWhatIsOnRecordIsRefused() {
    importFile("area-lists", another(), "COMPLETED");
    String job =
        importFile(
            "area-lists",
            HEADER + line(old, "街道", "") + line(renamed, "又一名", "111").replace(DAY, "2009-01-01"),
            "REJECTED");
    assertThat(errorsOf(job)).isNotEmpty();
  }

  @Test
  void onlyWhoActsForTheWholeDistrictSendsAndReadsLists() {
    UUID job = dryRun(another());
    as("registrar")
        .get("/api/v1/area-lists/imports/" + job + "/differences")
        .then()
        .statusCode(403);
    as("system")
        .get("/api/v1/area-lists/imports/" + UUID.randomUUID() + "/differences")
        .then()
        .statusCode(404);
    as("system")
        .get("/api/v1/area-lists/imports/" + job + "/differences?kind=OLD")
        .then()
        .statusCode(400);
    as("system")
        .get("/api/v1/area-lists/imports/" + job + "/differences?limit=1&cursor=x")
        .then()
        .statusCode(400);
    as("registrar")
        .contentType("text/csv")
        .body(another())
        .post("/api/v1/area-lists/imports")
        .then()
        .statusCode(403);
  }

  /** Another list: one renamed, one handed over, one new village, one gone. */
  private String another() {
    return HEADER
        + line(old, "街道", "")
        + line(next, "街道二", "")
        + line(stays, "甲社区", "111")
        + line(renamed, "新乙社区", "111")
        + line(next.substring(0, 9) + "009", "丙社区", "111")
        + line(next.substring(0, 9) + "201", "戊村", "220");
  }

  private String community(String number) {
    return old.substring(0, 9) + number;
  }

  private static String line(String code, String name, String classCode) {
    return "%s,%s,%s,,%s\n".formatted(code, name, classCode, DAY);
  }

  private static UUID dryRun(String csv) {
    String id =
        as("system")
            .contentType("text/csv; charset=UTF-8")
            .body(csv)
            .post("/api/v1/area-lists/imports?dryRun=true")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as("system")
                    .get("/api/v1/imports/" + id)
                    .then()
                    .body("state", equalTo("COMPLETED")));
    return UUID.fromString(id);
  }

  private static ValidatableResponse differences(UUID job) {
    return as("system")
        .get("/api/v1/area-lists/imports/" + job + "/differences")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse differences(UUID job, String kind) {
    return as("system")
        .get("/api/v1/area-lists/imports/" + job + "/differences?kind=" + kind)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  private static ValidatableResponse area(String code, String asOf) {
    return as("reporter").get("/api/v1/areas/" + code + "?asOf=" + asOf).then().statusCode(200);
  }
}
