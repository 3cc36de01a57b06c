package org.jiceng.registry.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.unit;
import static org.jiceng.registry.reorganization.Reorganizing.ask;
import static org.jiceng.registry.reorganization.Reorganizing.establishing;
import static org.jiceng.registry.reorganization.Reorganizing.existing;
import static org.jiceng.registry.reorganization.Reorganizing.parentOf;
import static org.jiceng.registry.reorganization.Reorganizing.share;
import static org.jiceng.registry.reorganization.Reorganizing.split;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One becomes several, each with its share, and nobody is left over. */
@QuarkusTest
class SplitTest {
  @Inject Stored stored;
  @Inject Neighbours neighbours;

  private UUID first;
  private UUID second;
  private UUID third;

  @BeforeEach
  void threeCommittees() {
    first = committee(District.root(), HERE);
    second = committee(District.root(), HERE);
    third = committee(District.root(), HERE);
  }

  @Test
  void aSplitGivesEachPartWhatItNamesAndTheRestToOne() {
    UUID mine = branch(first, COMMUNITY);
    UUID other = branch(first, COMMUNITY);
    UUID unit = unit(COMMUNITY);
    cover("/api/v1/units/" + unit, first);
    UUID member = neighbours.keep("MEMBER", first);
    Map<String, Object> share = share(existing(second));
    share.put("organizations", List.of(mine));
    share.put("members", List.of(member));

    String id =
        ask("splits", split(first, List.of(share, share(existing(third))), 1))
            .statusCode(201)
            .extract()
            .path("id");

    parentOf(mine, second);
    parentOf(other, third);
    as("reporter").get("/api/v1/units/" + unit).then().body("coveredBy", equalTo(third.toString()));
    assertThat(
            stored.one(
                "select payload->'assignments'->>? from outbox where aggregateid = ?",
                member.toString(),
                id))
        .isEqualTo(second.toString());
    assertThat(
            stored.one(
                "select payload->'heirs'->>? from outbox where aggregateid = ?",
                first.toString(),
                id))
        .isEqualTo(third.toString());
  }

  @Test
  void anOrganizationMayGoOnAsOneOfItsParts() {
    UUID leaves = branch(first, COMMUNITY);
    UUID stays = branch(first, COMMUNITY);
    Map<String, Object> share = share(establishing(code()));
    share.put("organizations", List.of(leaves));

    String id =
        ask("splits", split(first, List.of(share(existing(first)), share), null))
            .statusCode(201)
            .extract()
            .path("id");

    parentOf(stays, first);
    as("reporter").get("/api/v1/organizations/" + first).then().body("state", equalTo("ACTIVE"));
    assertThat(stored.one("select payload->>'heirs' from outbox where aggregateid = ?", id))
        .isEqualTo("{}");
  }

  @Test
  void aSplitLeavesNobodyUnassigned() {
    UUID forgotten = branch(first, COMMUNITY);
    UUID member = neighbours.keep("MEMBER", first);
    neighbours.keep("SITE", first);
    Map<String, String> before = stored.everything();

    ask("splits", split(first, List.of(share(existing(second)), share(existing(third))), null))
        .statusCode(422)
        .body("type", containsString("split-leaves-someone"))
        .body("violations[0].field", equalTo("rest"))
        .body("unassigned.organizations", equalTo(List.of(forgotten.toString())))
        .body("unassigned.members", equalTo(List.of(member.toString())))
        .body("unassigned", hasKey("sites"))
        .body("detail", containsString("请列入某一部分"));

    assertThat(stored.everything()).isEqualTo(before);
  }
}
