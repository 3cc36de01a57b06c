package org.jiceng.registry.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.ELSEWHERE;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.creditCode;
import static org.jiceng.registry.District.errorsOf;
import static org.jiceng.registry.District.etag;
import static org.jiceng.registry.District.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.codes.CreditCode;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of a whole area, night after night: only what differs is done and told. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RegisterImportTest {
  private static final String HEADER = "creditCode,name,kind,areaCode,staffCount\n";
  private static final String DOOR = "/api/v1/units/register-imports";

  @Inject Stored stored;

  private UUID district;
  private String area;

  @BeforeEach
  void aCommunityOfItsOwn() {
    district = District.root();
    area = community(HERE);
  }

  @Test
  void whatIsNewIsRegisteredWhatDiffersIsChangedAndWhatIsGoneIsClosed() {
    String kept = creditCode();
    String changed = creditCode();
    String gone = creditCode();
    register(row(kept, "甲", 3) + row(changed, "乙", 3) + row(gone, "丙", 3), "COMPLETED");
    UUID goneId = idOf(gone);
    cover("/api/v1/units/" + goneId, branch(committee(district, HERE), HERE), null);

    String fresh = creditCode();
    String next = row(kept, "甲", 3) + row(changed, "乙改", 5) + row(fresh, "丁", 1);
    String preview = send(as("system"), next, "&dryRun=true&maxGone=1", "COMPLETED");
    assertThat(idOf(gone)).isEqualTo(goneId);
    counts(preview, 3, 1, 1, 1);
    String job = send(as("system"), next, "&maxGone=1", "COMPLETED");
    counts(job, 3, 1, 1, 1);

    unit(goneId).body("closedReason", equalTo("GONE_FROM_REGISTER"));
    assertThat(stored.eventsOf(goneId)).last().asString().startsWith("unit-closed ");
    assertThat(stored.eventsOf(idOf(changed))).last().asString().startsWith("unit-changed ");
    unit(idOf(changed)).body("name", equalTo("乙改")).body("staffCount", equalTo(5));
    assertThat(stored.eventsOf(idOf(kept))).hasSize(1);
    assertThat(stored.eventsOf(idOf(fresh))).hasSize(1);
    String differences = as("system").get(DOOR + "/" + preview + "/differences").asString();
    assertThat(differences.lines()).hasSize(4);
    assertThat(differences)
        .contains("CHANGED," + changed + ",乙,乙改,NON_PUBLIC_ENTERPRISE")
        .contains("GONE," + gone + ",丙,,");
  }

  @Test
  void theSameFileTwiceChangesNothingAndTellsNothing() {
    String file = row(creditCode(), "甲", 3) + row(creditCode(), "乙", 4);
    register(file, "COMPLETED");
    Map<String, String> before = stored.everything();
    counts(register(file, "COMPLETED"), 2, 0, 0, 0);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void aFileThatIsCutOffClosesNothingButItsDifferencesCanBeRead() {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      file.append(row(creditCode(), "单位", i));
    }
    register(file.toString(), "COMPLETED");
    Map<String, String> before = stored.everything();
    String firstHalf = file.substring(0, file.length() / 2 - 1);
    firstHalf = firstHalf.substring(0, firstHalf.lastIndexOf('\n') + 1);

    String job = register(firstHalf, "REJECTED");

    assertThat(errorsOf(job)).contains("too-many-gone");
    assertThat(as("system").get(DOOR + "/" + job + "/differences").asString().lines().count())
        .isGreaterThan(20);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void aUnitThatWasGoneAndIsThereAgainIsTheSameUnit() {
    String code = creditCode();
    String other = creditCode();
    register(row(code, "甲", 3) + row(other, "乙", 3), "COMPLETED");
    UUID id = idOf(code);
    send(as("system"), row(other, "乙", 3), "&maxGone=1", "COMPLETED");
    register(row(code, "甲", 3) + row(other, "乙", 3), "COMPLETED");
    unit(id).body("closedOn", nullValue()).body("coveredBy", nullValue());
    assertThat(stored.eventsOf(id)).hasSize(3).last().asString().startsWith("unit-registered ");
  }

  @Test
  void aUnitThatMovedInFromElsewhereIsChangedNotRegisteredTwice() {
    UUID moved = District.unit(community(ELSEWHERE));
    String code = as("reporter").get("/api/v1/units/" + moved).path("creditCode");
    counts(register(row(code, "甲公司", 0), "COMPLETED"), 0, 0, 1, 0);
    unit(moved).body("areaCode", equalTo(area));
  }

  @Test
  void anOfficeTakesNoUnitFromAnotherAndClosesNoneThatAnotherCovers() {
    UUID office = committee(district, HERE);
    UUID foreign = branch(committee(district, ELSEWHERE), ELSEWHERE);
    UUID theirs = District.unit(community(ELSEWHERE));
    String theirCode = as("reporter").get("/api/v1/units/" + theirs).path("creditCode");
    UUID covered = District.unit(area);
    cover("/api/v1/units/" + covered, foreign, "2003-01-01");
    Map<String, String> before = stored.everything();

    String job = send(officeOf(office), row(theirCode, "甲公司", 0), "&maxGone=9", "REJECTED");

    assertThat(errorsOf(job)).contains("already-there").contains("gone-covered-elsewhere");
    officeOf(office)
        .contentType("text/csv")
        .body(HEADER)
        .post(DOOR + "?areaCode=" + ELSEWHERE)
        .then()
        .statusCode(404);
    officeOf(foreign).get(DOOR + "/" + job).then().statusCode(404);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void whatIsWrongWithARequestOrARowIsNamedAndLeavesNoTrace() {
    Map<String, String> before = stored.everything();
    refused("", 400, "areaCode");
    refused("?areaCode=1101", 400, "areaCode");
    refused("?areaCode=110105001999", 422, "areaCode");
    refused("?areaCode=" + area + "&maxGone=101%25", 400, "maxGone");
    refused("?areaCode=" + area + "&maxGone=-1", 400, "maxGone");
    refused("?areaCode=" + area + "&maxGone=many", 400, "maxGone");
    refused("?areaCode=" + area + "&effectiveOn=2999-01-01", 422, "effectiveOn");
    String twice = creditCode();
    String job =
        register(
            row(twice, "甲", 1)
                + row(twice, "甲", 1)
                + row("91110105MA0000000X", "甲", 1)
                + row(creditCode(), "", 1)
                + creditCode()
                + ",甲,NON_PUBLIC_ENTERPRISE,"
                + ELSEWHERE
                + ",1\n"
                + row(creditCode(), "甲", -1),
            "REJECTED");
    assertThat(errorsOf(job))
        .contains("twice-in-file")
        .contains("required")
        .contains("outside-register")
        .contains("positive-or-zero");
    as("secretary").get(DOOR + "/" + job).then().statusCode(403);
    as("system").get(DOOR + "/" + UUID.randomUUID()).then().statusCode(404);
    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void nothingIsDatedBeforeTheLastChangeOfAUnit() {
    String code = creditCode();
    register(row(code, "甲", 1), "COMPLETED");
    String job = send(as("system"), row(code, "甲", 2), "&effectiveOn=2005-01-01", "REJECTED");
    assertThat(errorsOf(job)).contains("before-last-change");
  }

  @Test
  void oneUnitIsChangedByItself() {
    String path = "/api/v1/units/" + District.unit(area);
    Map<String, Object> change = Map.of("name", "新名", "staffCount", 7);
    as("registrar").body(change).patch(path).then().statusCode(428);
    as("registrar").header("If-Match", "\"9\"").body(change).patch(path).then().statusCode(412);
    String etag = etag(path);
    patch(path, etag, Map.of("name", " ")).statusCode(400);
    patch(path, etag, Map.of("staffCount", -1)).statusCode(400);
    patch(path, etag, Map.of("areaCode", "110105001999")).statusCode(422);
    patch(path, etag, Map.of("effectiveOn", "2000-01-01", "staffCount", 9)).statusCode(422);
    officeOf(committee(district, ELSEWHERE))
        .header("If-Match", etag)
        .body(change)
        .patch(path)
        .then()
        .statusCode(404);
    patch(path, etag, change).statusCode(200).body("staffCount", equalTo(7));
    String id = path.substring(path.lastIndexOf('/') + 1);
    assertThat(stored.eventsOf(id)).hasSize(2).last().asString().startsWith("unit-changed ");
    patch(path, etag(path), change).statusCode(200);
    assertThat(stored.eventsOf(id)).hasSize(2);
  }

  /** A file twenty times as long leaves nothing more behind, within a small margin. */
  @Test
  void aRegisterOfAnySizeIsTakenInConstantMemory() {
    long small = retained(2_000, 11_000_000);
    long large = retained(40_000, 20_000_000);
    assertThat(large - small).isLessThan(48L << 20);
  }

  private long retained(int rows, int from) {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      String code = CreditCode.completing("92110105L%08d".formatted(from + i)).value();
      file.append(row(code, "个体第" + i, i % 50));
    }
    String job = register(file.toString(), "COMPLETED");
    file.setLength(0);
    counts(job, 0, rows, 0, 0);
    area = community(HERE);
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static ValidatableResponse patch(String path, String etag, Map<String, Object> change) {
    return as("registrar").header("If-Match", etag).body(change).patch(path).then();
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

  private String row(String code, String name, int staff) {
    return "%s,%s,NON_PUBLIC_ENTERPRISE,%s,%d%n".formatted(code, name, area, staff);
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

  private UUID idOf(String code) {
    return UUID.fromString(stored.one("select id from unit where credit_code = ?", code));
  }

  private static ValidatableResponse unit(UUID id) {
    return as("reporter").get("/api/v1/units/" + id).then().statusCode(200);
  }

  private static void cover(String path, UUID organization, String on) {
    District.changed(
            as("registrar"),
            path,
            "coverage",
            on == null
                ? Map.of("organizationId", organization.toString())
                : Map.of("organizationId", organization.toString(), "effectiveOn", on))
        .statusCode(200);
  }
}
