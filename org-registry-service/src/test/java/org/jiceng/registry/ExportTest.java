package org.jiceng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.registry.District.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ExportTest {
  @Inject Stored stored;

  private UUID committee;
  private String community;

  @BeforeEach
  void aCommunityOfItsOwn() {
    committee = District.committee(District.root(), District.HERE);
    community = District.community(District.HERE);
  }

  @ParameterizedTest
  @CsvSource({"csv,text/csv", "xlsx," + Imports.XLSX})
  void exportedUnitsCanBeImportedAgainToTheLetter(String format, String mediaType) {
    String branch = District.code();
    UUID covering = District.establish(branch, "BRANCH", "COMMUNITY", committee, community);
    for (String name : List.of("甲公司", "=1+1", "'=已防护", "-5 公司", "a,\"b\" 社")) {
      Map<String, Object> wanted = new java.util.HashMap<>(District.newUnit(community));
      wanted.put("name", name);
      wanted.put("staffCount", 12);
      as("registrar").body(wanted).post("/api/v1/units").then().statusCode(201);
    }
    String id = items("/api/v1/units?areaCode=" + community).getString("items[0].id");
    District.cover("/api/v1/units/" + id, covering);
    String path = "/api/v1/units/export?areaCode=%s&format=".formatted(community);
    byte[] file = as("reporter").get(path + format).asByteArray();
    String before = as("reporter").get(path + "csv").asString();
    assertThat(before)
        .contains(branch, "甲公司", "'=1+1", "''=已防护", "'-5 公司")
        .startsWith(
            "\uFEFFcreditCode,name,kind,areaCode,staffCount,registeredOn,coveredByCode,coveredOn");

    stored.one(
        "with gone as (delete from unit where area_code = ? returning 1) select count(*) from gone",
        community);
    importAgain("units", file, mediaType);
    assertThat(as("reporter").get(path + "csv").asString()).isEqualTo(before);
    assertThat(
            stored.one(
                "select string_agg(name, '|' order by name) from unit where area_code = ?",
                community))
        .contains("=1+1", "'=已防护");
  }

  @Test
  void exportedOrganisationsNameTheirParentsBeforeThemselves() {
    UUID below = District.committee(committee, community);
    District.branch(below, community);
    String path = "/api/v1/organizations/export?subtreeOf=" + committee;
    List<JsonPath> lines = lines(path);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).getString("id")).isEqualTo(committee.toString());
    assertThat(lines.get(1).getString("parentId")).isEqualTo(committee.toString());
    assertThat(lines.get(2).getString("parentCode")).isEqualTo(lines.get(1).getString("code"));
    String csv = as("reporter").get(path + "&format=csv").asString();
    String renamed = csv.replaceAll("(?m)(?<=^|,)T", "U").substring(1);
    String fresh =
        renamed.replace(lines.get(0).getString("parentCode").replaceFirst("^T", "U"), "JC");
    District.importFile("organizations", fresh, "COMPLETED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "units?areaCode=110105002000",
        "units?kind=NON_PUBLIC_ENTERPRISE&uncovered=true&areaCode=110105002001",
        "units?creditCode=91110105MA000000XX",
        "buildings?uncovered=true",
        "buildings?areaCode=110105002000",
        "organizations?type=BRANCH&state=ACTIVE",
        "organizations?q=组织&sector=COMMUNITY&asOf=2005-06-01",
        "organizations?areaCode=110105002000",
        "areas?level=COMMUNITY",
        "areas?parentCode=110105000000",
        "posts?kind=SECRETARY",
        "posts?vacant=true",
        "posts?termEndsBy=2030-01-01"
      })
  void anExportHasWhatTheListHas(String query) {
    for (String area : List.of(District.ELSEWHERE, District.VILLAGE)) {
      District.unit(area);
      District.cover("/api/v1/units/" + District.unit(area), committee);
      District.building(area);
      UUID branch = District.branch(committee, area);
      District.appoint(District.post(branch, "SECRETARY"));
      District.post(branch, "COMMITTEE_MEMBER");
    }
    String key = query.startsWith("areas") ? "code" : "id";
    List<String> listed = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = items("/api/v1/" + query + "&limit=500&cursor=" + cursor);
      listed.addAll(page.getList("items." + key, String.class));
      cursor = page.getString("nextCursor");
    }
    List<String> exported =
        lines("/api/v1/" + query.replace("?", "/export?")).stream()
            .map(line -> line.getString(key))
            .toList();
    assertThat(exported).containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void theFormatIsTheParametersElseTheOneAcceptedElseLinesOfJson() {
    String path = "/api/v1/areas/export";
    as("reporter").get(path).then().contentType("application/x-ndjson");
    as("reporter").accept("text/csv").get(path).then().contentType(containsString("text/csv"));
    as("reporter").accept(Imports.XLSX).get(path).then().contentType(Imports.XLSX);
    as("reporter")
        .get(path + "?format=csv")
        .then()
        .header("Content-Disposition", containsString("attachment; filename=\"areas-20"))
        .header("Content-Disposition", containsString(".csv\""));
    as("reporter")
        .get(path + "?format=pdf")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("format"));
    as("reporter").accept("application/pdf").get(path).then().statusCode(406);
    as("reporter").get(path + "?level=x").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"units", "buildings", "areas", "posts", "organizations"})
  void anExportIsForOfficesOnlyAndIsAudited(String kind) {
    String path = "/api/v1/" + kind + "/export";
    io.restassured.RestAssured.given().get(path).then().statusCode(401);
    District.with(Tokens.of("member").wholeDistrict()).get(path).then().statusCode(403);
    as("reporter").get(path).then().statusCode(200);
    as("auditor")
        .get("/api/v1/audit-log?recordType=" + kind)
        .then()
        .body("items[0].action", equalTo("export"))
        .body("items[0].who", equalTo("reporter-1"));
  }

  @Test
  void anExportTakesTheFiltersOfItsListAndTheirPast() {
    String town = District.township();
    District.changeArea(town, "rename", Map.of("name", "新名街道", "effectiveOn", "2010-01-01"));
    String areas = "/api/v1/areas/export?format=csv&standardCode=" + town;
    assertThat(as("reporter").get(areas).asString()).contains("新名街道").hasLineCount(2);
    assertThat(as("reporter").get(areas + "&asOf=2009-12-31").asString())
        .contains(town)
        .doesNotContain("新名街道");

    UUID there = District.committee(committee, community);
    District.post(there, "INSTRUCTOR");
    District.post(committee, "INSTRUCTOR");
    String posts = "/api/v1/posts/export?format=csv&";
    assertThat(as("reporter").get(posts + "areaCode=" + community).asString()).hasLineCount(2);
    assertThat(as("reporter").get(posts + "subtreeOf=" + committee).asString()).hasLineCount(3);
  }

  @Test
  void nobodyTakesAwayAsOneFileWhatTheyMayNotList() {
    as("site-manager").get("/api/v1/posts").then().statusCode(403);
    as("site-manager").get("/api/v1/posts/export").then().statusCode(403);
    for (String kind : List.of("areas", "organizations")) {
      as("member").get("/api/v1/" + kind + "/export").then().statusCode(403);
    }
  }

  private static void importAgain(String kind, byte[] file, String mediaType) {
    String job =
        as("system")
            .contentType(mediaType)
            .body(file)
            .post("/api/v1/" + kind + "/imports")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as("system")
                    .get("/api/v1/imports/" + job)
                    .then()
                    .body("state", equalTo("COMPLETED")));
  }

  private static JsonPath items(String path) {
    return as("reporter").get(path).then().statusCode(200).extract().jsonPath();
  }

  private static List<JsonPath> lines(String path) {
    return as("reporter")
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .map(JsonPath::new)
        .toList();
  }
}
