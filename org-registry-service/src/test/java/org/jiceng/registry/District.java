package org.jiceng.registry;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiceng.kit.codes.CreditCode;
import org.jiceng.kit.test.Tokens;

/**
 * The district that the registry's tests share: its areas, its own organisation, who acts in it.
 */
public final class District {
  public static final String HERE = "110105001000";
  public static final String COMMUNITY = "110105001001";
  public static final String ELSEWHERE = "110105002000";
  public static final String VILLAGE = "110105002001";

  private static final String AREAS =
      """
      code,level,name,nameEn,parentCode,effectiveOn,population,registeredPopulation,migrantPopulation,households
      110105000000,DISTRICT,基层区,Jiceng District,,1990-01-01,,,,
      110105001000,SUB_DISTRICT,一街道,First Sub-district,110105000000,1990-01-01,,,,
      110105001001,COMMUNITY,一社区,First Community,110105001000,1990-01-01,9000,5000,4000,3000
      110105002000,AREA_OFFICE,二地区,Second Area,110105000000,1990-01-01,,,,
      110105002001,VILLAGE,二村,Second Village,110105002000,1990-01-01,,,,
      """;
  private static final AtomicInteger COMMUNITIES = new AtomicInteger();
  private static final AtomicInteger TOWNSHIPS = new AtomicInteger();
  private static final AtomicInteger UNITS = new AtomicInteger();
  private static UUID root;

  private District() {}

  /** The district's own organisation, with the areas around it. */
  public static synchronized UUID root() {
    if (root == null) {
      RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
      importFile("areas", AREAS, "COMPLETED");
      root = establish("JC", "WORKING_COMMITTEE", "AGENCY", null, "110105000000");
    }
    return root;
  }

  /** Who acts for the whole district. */
  public static RequestSpecification as(String role) {
    return with(Tokens.of(role).wholeDistrict());
  }

  /** The registrar of one organisation and what is below it. */
  public static RequestSpecification officeOf(UUID organization) {
    return with(Tokens.of("registrar").subject("registrar-" + organization).org(organization));
  }

  public static RequestSpecification with(Tokens token) {
    return given().auth().oauth2(token.sign()).contentType("application/json");
  }

  /** A code that nothing else has. */
  public static String code() {
    return "T" + UUID.randomUUID().toString().substring(0, 12);
  }

  /** A credit code that no other unit has. */
  public static String creditCode() {
    return CreditCode.completing("91110105MA%07d".formatted(UNITS.incrementAndGet())).value();
  }

  public static Map<String, Object> wanted(
      String code, String type, String sector, UUID parent, String area) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("code", code);
    wanted.put("name", "组织");
    wanted.put("type", type);
    wanted.put("sector", sector);
    wanted.put("mode", "INDEPENDENT");
    wanted.put("parentId", parent);
    wanted.put("areaCode", area);
    wanted.put("effectiveOn", "2000-01-01");
    return wanted;
  }

  public static UUID establish(String code, String type, String sector, UUID parent, String area) {
    return made("/api/v1/organizations", wanted(code, type, sector, parent, area));
  }

  /** A committee of the community sector, right below the district unless said otherwise. */
  public static UUID committee(UUID parent, String area) {
    return establish(code(), "COMMITTEE", "COMMUNITY", parent, area);
  }

  public static UUID branch(UUID parent, String area) {
    return establish(code(), "BRANCH", "COMMUNITY", parent, area);
  }

  /** A community of its own below a sub-district, with nothing in it. */
  public static String community(String below) {
    String code = below.substring(0, 9) + "%03d".formatted(100 + COMMUNITIES.incrementAndGet());
    as("system")
        .body(
            Map.of(
                "code", code,
                "level", "COMMUNITY",
                "name", "社区",
                "parentCode", below,
                "effectiveOn", "2000-01-01"))
        .post("/api/v1/areas")
        .then()
        .statusCode(201);
    return code;
  }

  /** A sub-district of its own, with nothing in it. */
  public static String township() {
    String code = "110105%03d000".formatted(500 + TOWNSHIPS.incrementAndGet());
    as("system")
        .body(
            Map.of(
                "code", code,
                "level", "SUB_DISTRICT",
                "name", "街道",
                "parentCode", "110105000000",
                "effectiveOn", "1995-01-01"))
        .post("/api/v1/areas")
        .then()
        .statusCode(201);
    return code;
  }

  /** A command to an area in the version that stands. */
  public static ValidatableResponse changeArea(
      String code, String command, Map<String, Object> body) {
    return changed(as("district-admin"), "/api/v1/areas/" + code, command, body);
  }

  public static UUID unit(String area) {
    return made("/api/v1/units", newUnit(area));
  }

  public static Map<String, Object> newUnit(String area) {
    return Map.of(
        "creditCode", creditCode(),
        "name", "甲公司",
        "kind", "NON_PUBLIC_ENTERPRISE",
        "areaCode", area,
        "effectiveOn", "2001-01-01");
  }

  public static UUID building(String area) {
    return made("/api/v1/buildings", newBuilding(area));
  }

  public static Map<String, Object> newBuilding(String area) {
    return Map.of("code", code(), "name", "大厦", "areaCode", area, "effectiveOn", "2001-01-01");
  }

  public static Map<String, Object> newStation() {
    return Map.of("code", code(), "name", "站", "kind", "SOCIAL_WORK", "effectiveOn", "2002-01-01");
  }

  public static UUID station(UUID building) {
    return made("/api/v1/buildings/" + building + "/stations", newStation());
  }

  public static UUID post(UUID organization, String kind) {
    return made("/api/v1/posts", newPost(organization, kind));
  }

  public static Map<String, Object> newPost(UUID organization, String kind) {
    return Map.of(
        "organizationId", organization.toString(), "kind", kind, "effectiveOn", "2001-01-01");
  }

  /** Puts a unit or a building under the coverage of an organisation. */
  public static void cover(String path, UUID organization) {
    changed(
            as("registrar"),
            path,
            "coverage",
            Map.of("organizationId", organization.toString(), "effectiveOn", "2003-01-01"))
        .statusCode(200);
  }

  public static void appoint(UUID post) {
    changed(
            as("registrar"),
            "/api/v1/posts/" + post,
            "appointment",
            Map.of("effectiveOn", "2003-01-01"))
        .statusCode(200);
  }

  public static ValidatableResponse change(UUID id, String command, Map<String, Object> body) {
    return changed(as("registrar"), "/api/v1/organizations/" + id, command, body);
  }

  /** A command to a record in the version that stands. */
  public static ValidatableResponse changed(
      RequestSpecification by, String path, String command, Map<String, Object> body) {
    return by.header("If-Match", etag(path)).body(body).post(path + "/" + command).then();
  }

  /** The version that stands. */
  public static String etag(String path) {
    return as("reporter").get(path).then().statusCode(200).extract().header("ETag");
  }

  public static String importFile(String kind, String csv, String expected) {
    return importFile(as("system"), kind, csv, expected);
  }

  /** Sends a file and waits until it has come to this end; the job. */
  public static String importFile(
      RequestSpecification by, String kind, String csv, String expected) {
    String id =
        by.contentType("text/csv; charset=UTF-8")
            .body(csv)
            .post("/api/v1/" + kind + "/imports")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as("system").get("/api/v1/imports/" + id).then().body("state", equalTo(expected)));
    return id;
  }

  /** The errors of a file, as its sender reads them. */
  public static String errorsOf(String job) {
    return as("system").get("/api/v1/imports/" + job + "/errors").asString();
  }

  private static UUID made(String path, Map<String, Object> wanted) {
    return UUID.fromString(
        as("registrar").body(wanted).post(path).then().statusCode(201).extract().path("id"));
  }
}
