package org.jiceng.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.appoint;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.building;
import static org.jiceng.registry.District.change;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.post;
import static org.jiceng.registry.District.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organisation leaves nothing behind with nobody. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DissolutionTest {
  private static final String ON = "2009-06-01";

  @Inject Stored stored;

  private UUID leaving;
  private UUID heir;

  @BeforeEach
  void oneThatLeavesAndOneThatStays() {
    leaving = committee(District.root(), HERE);
    heir = committee(District.root(), HERE);
  }

  @Test
  void withoutASuccessorItIsToldWhatRemainsAndHowMany() {
    branch(leaving, COMMUNITY);
    appoint(post(leaving, "SECRETARY"));
    post(leaving, "INSTRUCTOR");
    cover("/api/v1/units/" + unit(COMMUNITY), leaving);
    cover("/api/v1/units/" + unit(COMMUNITY), leaving);
    cover("/api/v1/buildings/" + building(COMMUNITY), leaving);
    Map<String, String> before = stored.everything();

    change(leaving, "dissolve", Map.of("effectiveOn", ON))
        .statusCode(409)
        .body("type", containsString("organization-not-empty"))
        .body("remaining.organizations", equalTo(1))
        .body("remaining.posts", equalTo(1))
        .body("remaining.units", equalTo(2))
        .body("remaining.buildings", equalTo(1))
        .body("detail", containsString("2 个单位"));

    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void eachThatRemainsIsAReasonOfItsOwn() {
    UUID post = post(leaving, "SECRETARY");
    appoint(post);
    change(leaving, "dissolve", Map.of()).statusCode(409);
    District.changed(as("registrar"), "/api/v1/posts/" + post, "vacancy", Map.of("effectiveOn", ON))
        .statusCode(200);
    String unit = "/api/v1/units/" + unit(COMMUNITY);
    cover(unit, leaving);
    change(leaving, "dissolve", Map.of()).statusCode(409);
    District.changed(as("registrar"), unit, "close", Map.of("effectiveOn", ON)).statusCode(200);
    String building = "/api/v1/buildings/" + building(COMMUNITY);
    cover(building, leaving);
    change(leaving, "dissolve", Map.of()).statusCode(409);
    cover(building, heir);

    change(leaving, "dissolve", Map.of("effectiveOn", ON)).statusCode(200);

    assertThat(stored.eventsOf(post)).endsWith("post-vacated " + ON, "post-abolished " + ON);
  }

  @Test
  void withASuccessorAllGoesOverOnThatDayAndIsTold() {
    UUID branch = branch(leaving, COMMUNITY);
    UUID filled = post(leaving, "SECRETARY");
    appoint(filled);
    UUID vacant = post(leaving, "INSTRUCTOR");
    UUID unit = unit(COMMUNITY);
    cover("/api/v1/units/" + unit, leaving);
    UUID building = building(COMMUNITY);
    cover("/api/v1/buildings/" + building, leaving);

    change(leaving, "dissolve", Map.of("successorId", heir.toString(), "effectiveOn", ON))
        .statusCode(200)
        .body("state", equalTo("DISSOLVED"))
        .body("dissolvedOn", equalTo(ON));

    for (String path : new String[] {"/api/v1/units/" + unit, "/api/v1/buildings/" + building}) {
      as("reporter")
          .get(path)
          .then()
          .body("coveredBy", equalTo(heir.toString()))
          .body("coveredOn", equalTo(ON))
          .body("version", equalTo(2));
    }
    as("reporter")
        .get("/api/v1/organizations?subtreeOf=" + heir)
        .then()
        .body("items.id", hasItems(heir.toString(), branch.toString()));
    as("reporter").get("/api/v1/posts?organizationId=" + leaving).then().body("items", hasSize(0));
    assertThat(
            stored.one(
                "select ended_on || ' ' || reason_code from appointment where post_id = ?", filled))
        .isEqualTo(ON + " ORGANIZATION_DISSOLVED");
    assertThat(stored.eventsOf(unit)).endsWith("unit-covered " + ON);
    assertThat(stored.eventsOf(building)).endsWith("building-covered " + ON);
    assertThat(stored.eventsOf(filled)).endsWith("post-vacated " + ON, "post-abolished " + ON);
    assertThat(stored.eventsOf(vacant)).endsWith("post-created 2001-01-01", "post-abolished " + ON);
    assertThat(stored.eventsOf(branch)).endsWith("organization-reparented " + ON);
    assertThat(stored.eventsOf(leaving)).endsWith("organization-dissolved " + ON);
  }

  @Test
  void whatIsClosedAlreadyStaysWithWhomItWas() {
    String unit = "/api/v1/units/" + unit(COMMUNITY);
    cover(unit, leaving);
    District.changed(as("registrar"), unit, "close", Map.of("effectiveOn", "2008-01-01"))
        .statusCode(200);

    change(leaving, "dissolve", Map.of("successorId", heir.toString(), "effectiveOn", ON))
        .statusCode(200);

    as("reporter").get(unit).then().body("coveredBy", equalTo(leaving.toString()));
  }

  @Test
  void nothingGoesOverOnADayOnWhichItWasNotYetThere() {
    cover("/api/v1/units/" + unit(COMMUNITY), leaving);

    change(leaving, "dissolve", Map.of("successorId", heir.toString(), "effectiveOn", "2002-12-31"))
        .statusCode(422)
        .body("violations[0].field", equalTo("effectiveOn"))
        .body("violations[0].code", equalTo("before-last-change"));
  }

  @Test
  void theSuccessorIsAnotherAtWorkAndNotBelow() {
    UUID below = committee(leaving, COMMUNITY);
    change(leaving, "dissolve", Map.of("successorId", below.toString()))
        .statusCode(409)
        .body("violations[0].field", equalTo("successorId"));
    change(leaving, "dissolve", Map.of("successorId", leaving.toString())).statusCode(422);
    change(leaving, "dissolve", Map.of("successorId", UUID.randomUUID().toString()))
        .statusCode(422);
    change(heir, "suspend", Map.of()).statusCode(200);
    change(leaving, "dissolve", Map.of("successorId", heir.toString())).statusCode(422);
  }
}
