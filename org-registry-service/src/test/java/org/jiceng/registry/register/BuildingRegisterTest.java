package org.jiceng.registry.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.ELSEWHERE;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.changed;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.errorsOf;
import static org.jiceng.registry.District.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The buildings of a whole area, night after night: only what differs is done and told. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BuildingRegisterTest {
  private static final String HEADER = "code,name,areaCode\n";
  private static final String DOOR = "/api/v1/buildings/register-imports";

  @Inject Stored stored;
  @Inject ForgottenDifferences forgotten;

  private UUID district;
  private String area;

  @BeforeEach
  void aCommunityOfItsOwn() {
    district = District.root();
    area = community(HERE);
  }

  @Test
  void whatIsNewIsRegisteredWhatDiffersIsChangedAndWhatIsGoneIsClosedWithItsStations() {
    String kept = code();
    String renamed = code();
    UUID gone = District.building(area);
    cover("/api/v1/buildings/" + gone, branch(committee(district, HERE), HERE));
    District.station(gone);
    String goneCode = building(gone).extract().path("code");
    register(row(kept, "甲") + row(renamed, "乙") + row(goneCode, "大厦"), "COMPLETED");

    String fresh = code();
    String next = row(kept, "甲") + row(renamed, "乙改") + row(fresh, "丁");
    Map<String, String> before = stored.everything();
    String preview = send(as("system"), next, "&dryRun=true&maxGone=1", "COMPLETED");
    assertThat(stored.everything()).isEqualTo(before);
    counts(preview, 3, 1, 1, 1);
    String job = send(as("system"), next, "&maxGone=1", "COMPLETED");
    counts(job, 3, 1, 1, 1);

    building(gone).body("closedReason", equalTo("GONE_FROM_REGISTER"));
    as("reporter").get("/api/v1/buildings/" + gone + "/stations").then().body("items", empty());
    assertThat(
            stored.one(
                """
                select s.closed_reason || ' ' || (s.closed_on = b.closed_on)
                  from station s join building b on b.id = s.building_id where b.id = ?""",
                gone))
        .isEqualTo("GONE_FROM_REGISTER true");
    assertThat(stored.eventsOf(gone).stream().map(told -> told.split(" ")[0]))
        .containsExactly(
            "building-registered",
            "building-covered",
            "station-opened",
            "station-closed",
            "building-closed");
    assertThat(stored.eventsOf(idOf(renamed))).last().asString().startsWith("building-changed ");
    building(idOf(renamed)).body("name", equalTo("乙改")).body("version", equalTo(1));
    assertThat(stored.eventsOf(idOf(kept))).hasSize(1);
    assertThat(stored.eventsOf(idOf(fresh))).hasSize(1);
    assertThat(differences(preview).lines())
        .hasSize(4)
        .first()
        .isEqualTo("row,difference,code,nameBefore,nameAfter,areaBefore,areaAfter");
    assertThat(differences(job))
        .contains("CHANGED," + renamed + ",乙,乙改," + area + "," + area)
        .contains("GONE," + goneCode + ",大厦,," + area + ",");
  }

  @Test
  void theSameFileTwiceChangesNothingAndTellsNothing() {
    String file = row(code(), "甲") + row(code(), "乙");
    register(file, "COMPLETED");
    Map<String, String> before = stored.everything();
    counts(register(file, "COMPLETED"), 2, 0, 0, 0);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void aFileThatIsCutOffClosesNothingButItsDifferencesCanBeRead() {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      file.append(row(code(), "大厦" + i));
    }
    register(file.toString(), "COMPLETED");
    Map<String, String> before = stored.everything();
    String job = register(file.substring(0, file.indexOf("\n") + 1), "REJECTED");
    assertThat(errorsOf(job)).contains("too-many-gone");
    assertThat(differences(job).lines()).hasSize(20);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void aPreviewThatHasBecomeStaleDecidesNothing() {
    String renamed = code();
    String closed = code();
    register(row(renamed, "甲") + row(closed, "乙"), "COMPLETED");
    String next = row(renamed, "甲改");
    String preview = send(as("system"), next, "&dryRun=true&maxGone=1", "COMPLETED");
    counts(preview, 2, 0, 1, 1);
    send(as("system"), row(renamed, "甲改") + row(closed, "乙"), "", "COMPLETED");
    changed(as("registrar"), "/api/v1/buildings/" + idOf(closed), "close", Map.of())
        .statusCode(200);

    counts(send(as("system"), next, "&maxGone=0", "COMPLETED"), 1, 0, 0, 0);

    building(idOf(closed)).body("closedReason", nullValue());
    assertThat(stored.eventsOf(idOf(renamed))).hasSize(2);
  }

  @Test
  void aBuildingThatWasGoneAndIsThereAgainIsTheSameBuilding() {
    String gone = code();
    String other = code();
    register(row(gone, "甲") + row(other, "乙"), "COMPLETED");
    UUID id = idOf(gone);
    send(as("system"), row(other, "乙"), "&maxGone=1", "COMPLETED");
    building(id).body("closedReason", equalTo("GONE_FROM_REGISTER"));
    register(row(gone, "甲") + row(other, "乙"), "COMPLETED");
    building(id).body("closedOn", nullValue()).body("coveredBy", nullValue());
    assertThat(stored.eventsOf(id)).hasSize(3).last().asString().startsWith("building-registered ");
  }

  @Test
  void aBuildingThatMovedInFromElsewhereIsChangedNotRegisteredTwice() {
    UUID moved = District.building(community(ELSEWHERE));
    String code = building(moved).extract().path("code");
    counts(register(row(code, "大厦"), "COMPLETED"), 0, 0, 1, 0);
    building(moved).body("areaCode", equalTo(area));
    assertThat(stored.eventsOf(moved)).last().asString().startsWith("building-changed ");
  }

  @Test
  void anOfficeTakesNoBuildingFromAnotherAndClosesNoneThatAnotherCovers() {
    UUID office = committee(district, HERE);
    UUID foreign = branch(committee(district, ELSEWHERE), ELSEWHERE);
    UUID theirs = District.building(community(ELSEWHERE));
    String theirCode = building(theirs).extract().path("code");
    UUID covered = District.building(area);
    cover("/api/v1/buildings/" + covered, foreign);
    Map<String, String> before = stored.everything();

    String job = send(officeOf(office), row(theirCode, "大厦"), "&maxGone=9", "REJECTED");

    assertThat(errorsOf(job)).contains(",code,already-there").contains("gone-covered-elsewhere");
    officeOf(office)
        .contentType("text/csv")
        .body(HEADER)
        .post(DOOR + "?areaCode=" + ELSEWHERE)
        .then()
        .statusCode(404);
    officeOf(foreign).get(DOOR + "/" + job).then().statusCode(404);
    officeOf(foreign).get(DOOR + "/" + job + "/differences").then().statusCode(404);
    as("system").get("/api/v1/units/register-imports/" + job).then().statusCode(404);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void whatIsWrongWithARequestOrARowIsNamedAndLeavesNoTrace() {
    Map<String, String> before = stored.everything();
    refused("", 400, "areaCode");
    refused("?areaCode=nonsense", 400, "areaCode");
    refused("?areaCode=110105001999", 422, "areaCode");
    refused("?areaCode=" + area + "&maxGone=101%25", 400, "maxGone");
    refused("?areaCode=" + area + "&effectiveOn=2999-01-01", 422, "effectiveOn");
    String twice = code();
    String job =
        register(
            row(twice, "甲")
                + row(twice, "甲")
                + row("", "甲")
                + row(code(), "")
                + row("X".repeat(33), "甲")
                + row(code(), "名".repeat(201))
                + code()
                + ",甲,"
                + ELSEWHERE
                + "\n"
                + code()
                + ",甲,1\n",
            "REJECTED");
    assertThat(errorsOf(job))
        .contains("required")
        .contains("too-long")
        .contains("outside-register")
        .contains("area-code-form");
    assertThat(errorsOf(register(row(twice, "甲") + row(twice, "甲"), "REJECTED")))
        .contains("3,code,twice-in-file");
    as("secretary").get(DOOR + "/" + job).then().statusCode(403);
    as("system").get(DOOR + "/" + UUID.randomUUID()).then().statusCode(404);
    as("system").body("{}").post(DOOR + "?areaCode=" + area).then().statusCode(415);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void nothingIsDatedBeforeTheLastChangeOfABuildingOrOfAStationInIt() {
    UUID building = District.building(area);
    String code = building(building).extract().path("code");
    District.station(building);
    Map<String, String> before = stored.everything();
    for (String day : new String[] {"2000-12-31", "2001-12-31"}) {
      String on = "&effectiveOn=" + day;
      assertThat(errorsOf(send(as("system"), row(code, "新名"), on, "REJECTED")))
          .contains("before-last-change");
      assertThat(errorsOf(send(as("system"), row(code(), "甲"), on + "&maxGone=1", "REJECTED")))
          .contains("before-last-change");
    }
    assertThat(stored.everything()).isEqualTo(before);
    send(as("system"), row(code, "新名"), "&effectiveOn=2002-01-01", "COMPLETED");
    changed(
            as("registrar"),
            "/api/v1/buildings/" + building,
            "close",
            Map.of("effectiveOn", "2001-12-31"))
        .statusCode(422);
  }

  @Test
  void differencesAreForgottenWhenTheirTimeHasComeAndTheirCountsStay() {
    String code = code();
    String applied = register(row(code, "甲"), "COMPLETED");
    String preview = send(as("system"), row(code, "乙"), "&dryRun=true", "COMPLETED");
    String abandoned = send(as("system"), row(code(), "丙"), "&maxGone=0", "REJECTED");
    Instant now = Instant.now();

    forgotten.forgetDoneBefore(now.minus(Duration.ofDays(1)));
    assertThat(differences(preview).lines()).hasSize(2);
    Map<String, String> before = stored.everything();
    forgotten.forgetDoneBefore(now.plus(Duration.ofMinutes(1)));

    for (String job : new String[] {applied, preview, abandoned}) {
      as("system").get(DOOR + "/" + job + "/differences").then().statusCode(404);
      as("system")
          .get(DOOR + "/" + job)
          .then()
          .statusCode(200)
          .body("differencesUrl", nullValue())
          .body("areaCode", equalTo(area));
      assertThat(stored.list("select 1 from register_difference where job_id = ?::uuid", job))
          .isEmpty();
    }
    counts(preview, 1, 0, 1, 0);
    assertThat(errorsOf(abandoned)).contains("too-many-gone");
    assertThat(stored.everything()).isEqualTo(before);
  }

  private void refused(String query, int status, String field) {
    as("system")
        .contentType("text/csv")
        .body(HEADER)
        .urlEncodingEnabled(false)
        .post(DOOR + query)
        .then()
        .statusCode(status)
        .body("violations[0].field", equalTo(field));
  }

  private String row(String code, String name) {
    return "%s,%s,%s\n".formatted(code, name, area);
  }

  private String register(String rows, String expected) {
    return send(as("system"), rows, "", expected);
  }

  private String send(RequestSpecification by, String rows, String more, String expected) {
    String id =
        by.contentType("text/csv; charset=UTF-8")
            .body(HEADER + rows)
            .post(DOOR + "?areaCode=" + area + more)
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                as("system").get("/api/v1/imports/" + id).then().body("state", equalTo(expected)));
    return id;
  }

  private static void counts(String job, int stored, int registered, int changed, int gone) {
    as("system")
        .get(DOOR + "/" + job)
        .then()
        .statusCode(200)
        .body("stored", equalTo(stored))
        .body("registered", equalTo(registered))
        .body("changed", equalTo(changed))
        .body("gone", equalTo(gone));
  }

  private static String differences(String job) {
    return as("system")
        .get(DOOR + "/" + job + "/differences")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private UUID idOf(String code) {
    return UUID.fromString(stored.one("select id from building where code = ?", code));
  }

  private static ValidatableResponse building(UUID id) {
    return as("reporter").get("/api/v1/buildings/" + id).then().statusCode(200);
  }
}
