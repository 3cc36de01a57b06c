package org.jiceng.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.change;
import static org.jiceng.registry.District.changeArea;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.township;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One organisation stands in two trees: whom it reports to, and where it lies. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TreesTest {
  private static final String DISTRICT = "110105000000";
  private static final String DAY = "2006-05-01";
  private static final String BEFORE = "2006-04-30";

  private UUID root;
  private String township;
  private String other;
  private String community;
  private UUID committee;
  private UUID next;
  private UUID middle;
  private UUID branch;

  @BeforeEach
  void aBranchInACommunityBelowACommitteeOfItsSubDistrict() {
    root = District.root();
    township = township();
    other = township();
    community = community(township);
    committee = committee(root, township);
    next = committee(root, other);
    middle = committee(committee, community);
    branch = branch(middle, community);
  }

  @Test
  void theLineUpwardsIsThatOfTheDate() {
    change(middle, "reparent", Map.of("parentId", next.toString(), "effectiveOn", DAY))
        .statusCode(200);
    assertThat(up(branch, "line", "")).containsExactly(ids(middle, next, root));
    assertThat(up(branch, "line", BEFORE)).containsExactly(ids(middle, committee, root));
    assertThat(up(branch, "line", DAY)).containsExactly(ids(middle, next, root));
    ask(branch + "/ancestors").body("items.distance", equalTo(List.of(1, 2, 3)));
    assertThat(up(root, "line", "")).isEmpty();
  }

  @Test
  void theTerritoryUpwardsIsThatOfTheDate() {
    changeArea(community, "reassign", Map.of("parentCode", other, "effectiveOn", DAY))
        .statusCode(200);
    changeArea(other, "rename", Map.of("name", "新名", "effectiveOn", "2007-01-01")).statusCode(200);
    assertThat(up(branch, "territory", BEFORE)).containsExactly(community, township, DISTRICT);
    assertThat(up(branch, "territory", DAY)).containsExactly(community, other, DISTRICT);
    assertThat(up(branch, "territory", "")).containsExactly(community, other, DISTRICT);
    ask(branch + "/ancestors?by=territory")
        .body("items[1].area.name", equalTo("新名"))
        .body("items.distance", equalTo(List.of(0, 1, 2)));
    ask(branch + "/ancestors?by=territory&asOf=" + DAY)
        .body("items[1].area.name", equalTo("街道"))
        .body("items[0].area.parentCode", equalTo(other));
  }

  @Test
  void theSubtreeByLineIsThatOfTheDateAndTellsHowDeep() {
    change(middle, "reparent", Map.of("parentId", next.toString(), "effectiveOn", DAY))
        .statusCode(200);
    assertThat(down(next, "line", "")).containsExactly(ids(next, middle, branch));
    assertThat(down(next, "line", "&asOf=" + BEFORE)).containsExactly(ids(next));
    assertThat(down(committee, "line", "&asOf=" + BEFORE))
        .containsExactly(ids(committee, middle, branch));
    assertThat(down(committee, "line", "&asOf=" + DAY)).containsExactly(ids(committee));
    ask(next + "/subtree").body("items.depth", equalTo(List.of(0, 1, 2)));
    ask(next + "/subtree?asOf=" + DAY)
        .body("items.depth", equalTo(List.of(0, 1, 2)))
        .body("items[1].organization.parentId", equalTo(next.toString()));
    for (String asOf : List.of("", "&asOf=" + DAY)) {
      assertThat(down(next, "line", "&depth=1" + asOf)).containsExactly(ids(next, middle));
      assertThat(down(next, "line", "&depth=0" + asOf)).containsExactly(ids(next));
    }
  }

  @Test
  void theSubtreeByTerritoryHoldsEveryLine() {
    UUID stranger = branch(next, community);
    changeArea(community, "reassign", Map.of("parentCode", other, "effectiveOn", DAY))
        .statusCode(200);
    assertThat(down(committee, "territory", "&asOf=" + BEFORE))
        .containsExactlyInAnyOrder(ids(committee, middle, branch, stranger));
    assertThat(down(committee, "territory", "")).containsExactly(ids(committee));
    for (String asOf : List.of("", "&asOf=" + DAY)) {
      assertThat(down(next, "territory", asOf))
          .containsExactlyInAnyOrder(ids(next, middle, branch, stranger));
      assertThat(down(next, "territory", "&depth=0" + asOf)).containsExactly(ids(next));
    }
    ask(next + "/subtree?by=territory")
        .body(
            "items.find { it.organization.id == '" + stranger + "' }.organization.parentId",
            equalTo(next.toString()))
        .body("items.find { it.organization.id == '" + stranger + "' }.depth", equalTo(1));
  }

  @Test
  void everyTreeIsReadPageByPageWithoutGapOrRepeat() {
    List<UUID> all = new ArrayList<>(List.of(committee, middle, branch));
    for (int i = 0; i < 5; i++) {
      all.add(branch(i % 2 == 0 ? committee : middle, community));
    }
    for (String question :
        List.of("by=line", "by=line&asOf=" + DAY, "by=territory", "by=territory&asOf=" + DAY)) {
      List<String> found = new ArrayList<>();
      String cursor = null;
      do {
        ValidatableResponse page =
            ask(
                committee
                    + "/subtree?limit=3&"
                    + question
                    + (cursor == null ? "" : "&cursor=" + cursor));
        found.addAll(page.extract().<List<String>>path("items.organization.id"));
        cursor = page.extract().path("nextCursor");
      } while (cursor != null);
      assertThat(found)
          .as(question)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrder(ids(all.toArray(new UUID[0])));
    }
  }

  @Test
  void whatIsDissolvedStandsInNoTree() {
    change(branch, "dissolve", Map.of("effectiveOn", DAY)).statusCode(200);
    for (String by : List.of("line", "territory")) {
      assertThat(down(committee, by, "")).doesNotContain(branch.toString());
      assertThat(down(committee, by, "&asOf=" + DAY)).doesNotContain(branch.toString());
      assertThat(down(committee, by, "&asOf=" + BEFORE)).contains(branch.toString());
    }
  }

  @Test
  void aQuestionThatCannotBeReadIsToldSo() {
    for (String tree : List.of("/ancestors", "/subtree")) {
      get(UUID.randomUUID() + tree).statusCode(404);
      get(branch + tree + "?asOf=1999-12-31").statusCode(404);
      get(branch + tree + "?by=territory&asOf=1999-12-31").statusCode(404);
      get(branch + tree + "?by=blood").statusCode(400).body("violations[0].field", equalTo("by"));
      get(branch + tree + "?asOf=yesterday").statusCode(400);
    }
    get(branch + "/subtree?depth=-1").statusCode(400);
    get(branch + "/subtree?depth=x").statusCode(400);
    get(branch + "/subtree?limit=0").statusCode(400);
    get(branch + "/subtree?cursor=nonsense").statusCode(400);
    get(branch + "/subtree?depth=2147483647").statusCode(200).body("items", hasSize(1));
  }

  private static List<String> up(UUID id, String by, String asOf) {
    String path = by.equals("line") ? "items.organization.id" : "items.area.code";
    return ask(id + "/ancestors?by=" + by + (asOf.isEmpty() ? "" : "&asOf=" + asOf))
        .extract()
        .path(path);
  }

  private static List<String> down(UUID id, String by, String more) {
    return ask(id + "/subtree?by=" + by + more).extract().path("items.organization.id");
  }

  private static ValidatableResponse ask(String question) {
    return get(question).statusCode(200);
  }

  private static ValidatableResponse get(String question) {
    return as("reporter").get("/api/v1/organizations/" + question).then();
  }

  private static String[] ids(UUID... ids) {
    String[] found = new String[ids.length];
    for (int i = 0; i < ids.length; i++) {
      found[i] = ids[i].toString();
    }
    return found;
  }
}
