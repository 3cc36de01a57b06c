package org.jiceng.registry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.registry.District.ELSEWHERE;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.creditCode;
import static org.jiceng.registry.District.wanted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names with Chinese text, of one character or many, and codes. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SearchTest {
  private UUID district;
  private String area;

  @BeforeEach
  void aCommunity() {
    district = District.root();
    area = community(HERE);
  }

  @Test
  void anExactCodeComesFirst() {
    String code = code();
    UUID organization = named(code, "龘龘支部");
    String credit = creditCode();
    UUID unit = unit(credit, "龘龘公司");
    search("q=" + code).body("items.id", contains(organization.toString()));
    UUID mentions = named(code(), code + "支部");
    String next =
        search("limit=1&q=" + code)
            .body("items.id", contains(organization.toString()))
            .extract()
            .path("nextCursor");
    search("limit=1&q=" + code + "&cursor=" + next).body("items.id", contains(mentions.toString()));
    search("q=" + credit.toLowerCase(java.util.Locale.ROOT))
        .body("items.id", contains(unit.toString()));
  }

  @Test
  void aNameThatBeginsWithTheTextComesBeforeOneThatContainsIt() {
    UUID contains = named(code(), "第一齉齾支部");
    UUID exact = named(code(), "齉齾");
    UUID begins = named(code(), "齉齾联合支部");
    UUID unit = unit(creditCode(), "齉齾科技");
    for (String q : List.of("齉", "齉齾")) {
      search("q=" + q)
          .body(
              "items.id",
              contains(exact.toString(), begins.toString(), contains.toString(), unit.toString()));
    }
    search("q=齉齾&kind=UNIT").body("items.id", contains(unit.toString()));
    search("q=齉齾&type=BRANCH&sector=COMMUNITY&state=ACTIVE").body("items", hasSize(3));
    search("q=齉齾&sector=BUILDING").body("items", hasSize(0));
    search("q=齉齾&areaCode=" + ELSEWHERE).body("items", hasSize(0));
    search("q=齉齾联合支").body("items.id", contains(begins.toString()));
    as("reporter").get("/api/v1/units?q=齉齾").then().body("items.id", contains(unit.toString()));
    as("reporter").get("/api/v1/organizations?q=齉齾").then().body("items", hasSize(3));
  }

  @Test
  void charactersThatStandApartAreNotFoundTogetherAndPatternsAreText() {
    named(code(), "鱻中麤");
    search("q=鱻麤").body("items", hasSize(0));
    named(code(), "百%_鱻");
    search("q=%25_鱻").body("items", hasSize(1));
    search("q=_鱻").body("items", hasSize(1));
  }

  @Test
  void everyHitIsReachedOnceWhenEveryNameHasTheText() {
    StringBuilder file =
        new StringBuilder("creditCode,name,kind,areaCode,staffCount,registeredOn\n");
    for (int i = 0; i < 6_000; i++) {
      file.append(
          "%s,爨%d公司,NON_PUBLIC_ENTERPRISE,%s,1,2001-01-01%n".formatted(creditCode(), i, area));
    }
    District.importFile("units", file.toString(), "COMPLETED");
    Set<String> seen = new HashSet<>();
    String cursor = "";
    int hits = 0;
    while (cursor != null) {
      ValidatableResponse page = search("q=爨&kind=UNIT&limit=500" + cursor);
      page.body("items.areaCode", everyItem(equalTo(area)));
      List<String> ids = page.extract().path("items.id");
      hits += ids.size();
      seen.addAll(ids);
      String next = page.extract().path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(hits).isEqualTo(6_000);
    assertThat(seen).hasSize(6_000);
    search("q=爨12公司").body("items", hasSize(1));
  }

  @Test
  void rankedHitsGoOnWhereThePageBeforeEnded() {
    for (int i = 0; i < 5; i++) {
      named(code(), "彠" + "甲".repeat(i) + "支部");
    }
    unit(creditCode(), "彠公司");
    Set<String> seen = new HashSet<>();
    String cursor = "";
    while (cursor != null) {
      ValidatableResponse page = search("q=彠&limit=2" + cursor);
      seen.addAll(page.extract().<List<String>>path("items.id"));
      String next = page.extract().path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(seen).hasSize(6);
  }

  @Test
  void whatCannotBeSearchedForIsRefused() {
    for (String query :
        List.of(
            "kind=UNIT",
            "q=",
            "q=%20",
            "q=" + "长".repeat(101),
            "q=a&type=CLUB",
            "q=a&areaCode=1",
            "q=a&kind=PERSON",
            "q=a&cursor=x",
            "q=a&limit=501",
            "q=%00")) {
      as("reporter")
          .urlEncodingEnabled(false)
          .get("/api/v1/search?" + query)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
    as("member").get("/api/v1/search?q=a").then().statusCode(403);
  }

  private static ValidatableResponse search(String query) {
    return as("reporter")
        .urlEncodingEnabled(!query.contains("%"))
        .get("/api/v1/search?" + query)
        .then()
        .statusCode(200);
  }

  private UUID named(String code, String name) {
    Map<String, Object> wanted =
        new LinkedHashMap<>(wanted(code, "BRANCH", "COMMUNITY", district, area));
    wanted.put("name", name);
    return made("/api/v1/organizations", wanted);
  }

  private UUID unit(String credit, String name) {
    return made(
        "/api/v1/units",
        Map.of(
            "creditCode", credit,
            "name", name,
            "kind", "NON_PUBLIC_ENTERPRISE",
            "areaCode", area));
  }

  private static UUID made(String path, Map<String, Object> wanted) {
    return UUID.fromString(
        as("registrar").body(wanted).post(path).then().statusCode(201).extract().path("id"));
  }
}
