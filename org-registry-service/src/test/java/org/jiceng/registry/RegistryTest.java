package org.jiceng.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.change;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.creditCode;
import static org.jiceng.registry.District.establish;
import static org.jiceng.registry.District.importFile;
import static org.jiceng.registry.District.wanted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registry over HTTP, from the first area to the last refusal. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RegistryTest {
  @Inject Stored stored;

  private UUID district;

  @BeforeEach
  void theDistrictIsThere() {
    district = District.root();
  }

  @Test
  void anOrganisationIsEstablishedReadFoundAndRemembered() {
    UUID committee = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");

    ValidatableResponse read =
        as("reporter").get("/api/v1/organizations/" + committee).then().statusCode(200);
    read.body("type", equalTo("COMMITTEE")).body("parentId", equalTo(district.toString()));
    String etag = read.extract().header("ETag");
    as("reporter")
        .header("If-None-Match", etag)
        .get("/api/v1/organizations/" + committee)
        .then()
        .statusCode(304);

    as("registrar")
        .header("If-Match", etag)
        .body(Map.of("name", "新名称", "effectiveOn", "2008-05-01"))
        .post("/api/v1/organizations/" + committee + "/rename")
        .then()
        .statusCode(200)
        .body("name", equalTo("新名称"));
    as("reporter")
        .get("/api/v1/organizations/" + committee + "?asOf=2007-01-01")
        .then()
        .statusCode(200)
        .body("name", equalTo("组织"));
    as("reporter")
        .get("/api/v1/organizations/" + committee + "?asOf=1999-01-01")
        .then()
        .statusCode(404);
    as("reporter")
        .get("/api/v1/organizations/" + committee + "/history")
        .then()
        .body("items", hasSize(2));
    as("reporter")
        .get("/api/v1/organizations?q=新名&areaCode=110105001000&limit=5")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(committee.toString()));
  }

  @Test
  void aMoveTakesAllBelowAlongAndNoMoveMakesACircle() {
    UUID from = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");
    UUID to = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");
    UUID middle = establish(code(), "COMMITTEE", "COMMUNITY", from, "110105001001");
    UUID branch = establish(code(), "BRANCH", "COMMUNITY", middle, "110105001001");

    move(middle, to).statusCode(200);
    as("reporter")
        .get("/api/v1/organizations?subtreeOf=" + to)
        .then()
        .body("items.id", hasItem(branch.toString()));

    move(to, middle)
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", containsString("organization-cycle"))
        .body("violations[0].field", equalTo("parentId"));
  }

  @Test
  void twoMovesThatTogetherWouldMakeACircleCannotBothSucceed() throws Exception {
    for (int i = 0; i < 5; i++) {
      UUID a = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");
      UUID b = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");
      ExecutorService offices = Executors.newFixedThreadPool(2);
      List<Future<Integer>> answers =
          new ArrayList<>(
              List.of(
                  offices.submit(() -> move(a, b).extract().statusCode()),
                  offices.submit(() -> move(b, a).extract().statusCode())));
      List<Integer> statuses = List.of(answers.get(0).get(), answers.get(1).get());
      offices.shutdown();

      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void aDissolvedOrganisationLeavesItsChildrenToASuccessor() {
    UUID old = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");
    UUID heir = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");
    UUID branch = establish(code(), "BRANCH", "COMMUNITY", old, "110105001001");

    change(old, "dissolve", Map.of()).statusCode(409);
    change(old, "dissolve", Map.of("successorId", heir.toString(), "reasonCode", "MERGED"))
        .statusCode(200)
        .body("state", equalTo("DISSOLVED"));

    as("reporter")
        .get("/api/v1/organizations/" + branch)
        .then()
        .body("parentId", equalTo(heir.toString()));
    change(old, "rename", Map.of("name", "晚了")).statusCode(409);
  }

  @Test
  void badInputGetsAClearAnswerAndLeavesNoTrace() {
    String code = code();
    Map<String, Object> wanted = wanted(code, "BRANCH", "COMMUNITY", district, "110105001001");

    as("registrar").body("{").post("/api/v1/organizations").then().statusCode(400);
    as("registrar").body(Map.of()).post("/api/v1/organizations").then().statusCode(400);
    as("registrar")
        .contentType("text/plain")
        .body("x")
        .post("/api/v1/organizations")
        .then()
        .statusCode(415);
    given()
        .body(wanted)
        .contentType("application/json")
        .post("/api/v1/organizations")
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.of("registrar").wholeDistrict().signedBySomeoneElse().sign())
        .get("/api/v1/organizations")
        .then()
        .statusCode(401);
    as("reporter").body(wanted).post("/api/v1/organizations").then().statusCode(403);
    refused(wanted, "parentId", UUID.randomUUID().toString(), 422);
    refused(wanted, "areaCode", "110105009999", 422);
    refused(wanted, "areaCode", "12", 400);
    refused(wanted, "effectiveOn", "1980-01-01", 422);
    refused(wanted, "effectiveOn", "2999-01-01", 422);
    refused(wanted, "type", "GROUP", 422);
    refused(wanted, "name", "x".repeat(201), 400);
    refused(wanted, "code", "JC", 409);
    as("reporter").get("/api/v1/organizations?code=" + code).then().body("items", hasSize(0));

    UUID made = establish(code, "BRANCH", "COMMUNITY", district, "110105001001");
    as("registrar")
        .body(Map.of("name", "x"))
        .post("/api/v1/organizations/" + made + "/rename")
        .then()
        .statusCode(428);
    as("registrar")
        .header("If-Match", "\"77\"")
        .body(Map.of("name", "x"))
        .post("/api/v1/organizations/" + made + "/rename")
        .then()
        .statusCode(412);
  }

  @Test
  void aRegistrarChangesOnlyWhatIsBelowTheirOwnOrganisation() {
    UUID mine = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");
    UUID foreign = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");
    String token = Tokens.of("registrar").org(mine).sign();

    given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(wanted(code(), "BRANCH", "COMMUNITY", mine, "110105001001"))
        .post("/api/v1/organizations")
        .then()
        .statusCode(201);
    given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(wanted(code(), "BRANCH", "COMMUNITY", foreign, "110105001001"))
        .post("/api/v1/organizations")
        .then()
        .statusCode(404);
  }

  @Test
  void onlyTheDistrictEstablishesItsOwnOrganisationAndOnlyOnce() {
    UUID mine = establish(code(), "COMMITTEE", "COMMUNITY", district, "110105001001");
    given()
        .auth()
        .oauth2(Tokens.of("registrar").org(mine).sign())
        .contentType("application/json")
        .body(wanted(code(), "WORKING_COMMITTEE", "AGENCY", null, "110105000000"))
        .post("/api/v1/organizations")
        .then()
        .statusCode(422);
    as("registrar")
        .body(wanted(code(), "WORKING_COMMITTEE", "AGENCY", null, "110105000000"))
        .post("/api/v1/organizations")
        .then()
        .statusCode(409);
  }

  @Test
  void aLargeFileOfOrganisationsGoesThroughWhole() {
    StringBuilder file =
        new StringBuilder(
            "code,name,type,sector,mode,temporary,parentCode,areaCode,foundedByCode,establishedOn\n");
    String prefix = code();
    for (int i = 0; i < 20_000; i++) {
      file.append(prefix)
          .append('-')
          .append(i)
          .append(",组织,BRANCH,COMMUNITY,INDEPENDENT,false,JC,110105001001,,2000-01-01\n");
    }
    importFile("organizations", file.toString(), "COMPLETED");
  }

  @Test
  void aFileMayNotSpeakOfTheFuture() {
    importFile(
        "buildings",
        "code,name,areaCode,registeredOn,coveredByCode,coveredOn\nB9,大厦,110105001001,2999-01-01,,\n",
        "REJECTED");
  }

  @Test
  void unitsBuildingsAndPostsComeByFileAndCanBeWorkedOn() {
    String org = code();
    establish(org, "COMMITTEE", "COMMUNITY", district, "110105001001");
    importFile(
        "units",
        """
        creditCode,name,kind,areaCode,staffCount,registeredOn,coveredByCode,coveredOn
        %s,甲公司,NON_PUBLIC_ENTERPRISE,110105001001,30,2001-01-01,%s,2005-01-01
        """
            .formatted(creditCode(), org),
        "COMPLETED");
    importFile(
        "buildings",
        "code,name,areaCode,registeredOn,coveredByCode,coveredOn\nB1,大厦,110105001001,2001-01-01,,\n",
        "COMPLETED");
    importFile(
        "stations",
        "code,name,kind,buildingCode,openedOn\nS1,工作站,SOCIAL_WORK,B1,2008-01-01\n",
        "COMPLETED");
    importFile(
        "posts",
        "organizationCode,kind,createdOn,filledOn,termEndsOn\n%s,SECRETARY,2006-01-01,2006-01-01,2009-01-01\n"
            .formatted(org),
        "COMPLETED");
    importFile(
        "posts",
        "organizationCode,kind,createdOn,filledOn,termEndsOn\n%s,SECRETARY,2006-01-01,,\n"
            .formatted(org),
        "REJECTED");

    String building =
        as("reporter").get("/api/v1/buildings?code=B1").then().extract().path("items[0].id");
    String path = "/api/v1/buildings/" + building;
    String etag = as("reporter").get(path).then().statusCode(200).extract().header("ETag");
    String organization =
        as("reporter")
            .get("/api/v1/organizations?code=" + org)
            .then()
            .extract()
            .path("items[0].id");
    etag =
        as("registrar")
            .header("If-Match", etag)
            .body(Map.of("organizationId", organization))
            .post(path + "/coverage")
            .then()
            .statusCode(200)
            .body("coveredBy", equalTo(organization))
            .extract()
            .header("ETag");
    as("registrar")
        .header("If-Match", etag)
        .delete(path + "/coverage")
        .then()
        .statusCode(200)
        .body("coveredBy", nullValue());
    as("reporter").get(path + "/stations").then().body("items", hasSize(1));
    as("reporter")
        .get("/api/v1/posts?termEndsBy=2010-01-01")
        .then()
        .statusCode(200)
        .body("items.kind", hasItem("SECRETARY"));
    // Other tests tell much too: the feed is read from here on.
    String told = stored.one("select coalesce(max(position), 0) from outbox");
    as("system").post("/api/v1/tallies").then().statusCode(200).body("changed", equalTo(true));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as("system")
                    .get("/api/v1/changes?limit=500&after=" + told)
                    .then()
                    .statusCode(200)
                    .body("items.type", hasItem("org.jiceng.registry.registry-counted.v2"))
                    .body("nextAfter", notNullValue()));
  }

  @Test
  void aFileWithOneBadRowChangesNothingAndSaysWhere() {
    String good = code();
    String id =
        importFile(
            "organizations",
            """
            code,name,type,sector,mode,temporary,parentCode,areaCode,foundedByCode,establishedOn
            %s,好,COMMITTEE,COMMUNITY,INDEPENDENT,false,JC,110105001001,,2000-01-01
            %s,坏,GROUP,COMMUNITY,INDEPENDENT,false,JC,110105001001,,2000-01-01
            """
                .formatted(good, code()),
            "REJECTED");

    String errors = as("system").get("/api/v1/imports/" + id + "/errors").asString();
    assertThat(errors).contains("parentCode").contains("illegal-nesting");
    as("reporter").get("/api/v1/organizations?code=" + good).then().body("items", hasSize(0));
  }

  private static void refused(Map<String, Object> wanted, String field, String value, int status) {
    Map<String, Object> wrong = new LinkedHashMap<>(wanted);
    wrong.put(field, value);
    as("registrar")
        .header("Accept-Language", "en")
        .body(wrong)
        .post("/api/v1/organizations")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("violations", hasSize(1));
  }

  private static ValidatableResponse move(UUID id, UUID parent) {
    return change(id, "reparent", Map.of("parentId", parent.toString()));
  }
}
