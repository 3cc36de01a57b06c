package org.jiceng.registry.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.unit;
import static org.jiceng.registry.reorganization.Reorganizing.ON;
import static org.jiceng.registry.reorganization.Reorganizing.ask;
import static org.jiceng.registry.reorganization.Reorganizing.beforeOf;
import static org.jiceng.registry.reorganization.Reorganizing.effectOf;
import static org.jiceng.registry.reorganization.Reorganizing.establishing;
import static org.jiceng.registry.reorganization.Reorganizing.existing;
import static org.jiceng.registry.reorganization.Reorganizing.get;
import static org.jiceng.registry.reorganization.Reorganizing.merge;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiceng.events.ActivityEvent.ActivitiesFollowed;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MembersFollowed;
import org.jiceng.events.RecordedEvent;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several become one, and nothing is left with one that is no more. */
@QuarkusTest
class MergeTest {
  @Inject Stored stored;
  @Inject Neighbours neighbours;
  @Inject ReorganizationSteps steps;
  @Inject DataSource dataSource;

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
  void aMergeGivesAllThatTheSourcesHadToANewOrganizationAndKeepsWhereItCameFrom() {
    UUID branch = branch(first, COMMUNITY);
    UUID unit = unit(COMMUNITY);
    cover("/api/v1/units/" + unit, second);
    UUID member = neighbours.keep("MEMBER", first);
    neighbours.keep("SITE", second);

    String id =
        ask("merges", merge(List.of(first, second), establishing(code())))
            .statusCode(201)
            .body("state", equalTo("UNDER_WAY"))
            .body("sources", hasSize(2))
            .body("steps.service", hasItems("member", "activity"))
            .body("steps.done", hasItems(false, false))
            .body(beforeOf(first) + ".members", equalTo(1))
            .body(beforeOf(second) + ".sites", equalTo(1))
            .extract()
            .path("id");
    String heir =
        as("registrar").get("/api/v1/reorganizations/" + id).path("destinations[0].organizationId");

    as("reporter").get("/api/v1/organizations/" + branch).then().body("parentId", equalTo(heir));
    as("reporter").get("/api/v1/units/" + unit).then().body("coveredBy", equalTo(heir));
    for (UUID source : List.of(first, second)) {
      as("reporter")
          .get("/api/v1/organizations/" + source)
          .then()
          .body("state", equalTo("DISSOLVED"))
          .body("dissolvedOn", equalTo(ON));
      as("reporter")
          .get("/api/v1/organizations/" + source + "/lineage")
          .then()
          .body("successors.organizationId", equalTo(List.of(heir)))
          .body("predecessors", hasSize(0));
    }
    as("reporter")
        .get("/api/v1/organizations/" + heir + "/lineage")
        .then()
        .body("predecessors.organizationId", hasItems(first.toString(), second.toString()));
    assertThat(stored.eventsOf(UUID.fromString(id)))
        .containsExactly("reorganization-decided " + ON);
    assertThat(member).isNotNull();
  }

  @Test
  void itIsDoneWhenEachServiceHasFollowedAndShowsHowFarTheyAre() {
    neighbours.keep("MEMBER", first);
    String id =
        ask("merges", merge(List.of(first), existing(second))).statusCode(201).extract().path("id");

    tell(new MembersFollowed(UUID.fromString(id), false, Map.of("members", 1000L)));
    tell(new MembersFollowed(UUID.fromString(id), false, Map.of("members", 2L, "transfers", 1L)));
    tell(new ActivitiesFollowed(UUID.fromString(id), true, Map.of()));
    get(id)
        .body("state", equalTo("UNDER_WAY"))
        .body("steps.find { it.service == 'member' }.done", equalTo(false))
        .body("steps.find { it.service == 'member' }.counts.members", equalTo(1002))
        .body("steps.find { it.service == 'activity' }.done", equalTo(true));

    tell(new MembersFollowed(UUID.fromString(id), true, Map.of()));
    get(id)
        .body("state", equalTo("DONE"))
        .body("steps.find { it.service == 'member' }.counts.transfers", equalTo(1));

    tell(new MembersFollowed(UUID.fromString(id), true, Map.of("members", 1L)));
    get(id)
        .body("state", equalTo("DONE"))
        .body("steps.find { it.service == 'member' }.counts.members", equalTo(1003));
  }

  @Test
  void aRehearsalSaysWhoMovesAndChangesNothing() {
    UUID member = neighbours.keep("MEMBER", first);
    neighbours.keep("BOOKING", first);
    branch(first, COMMUNITY);
    Map<String, String> before = stored.everything();

    as("registrar")
        .body(merge(List.of(first, second), existing(third)))
        .post("/api/v1/reorganizations/merges?dryRun=true")
        .then()
        .statusCode(200)
        .body(effectOf(first) + ".ends", equalTo(true))
        .body(effectOf(first) + ".before.members", equalTo(1))
        .body(effectOf(first) + ".after.members", equalTo(0))
        .body(effectOf(third) + ".after.members", equalTo(1))
        .body(effectOf(third) + ".after.bookings", equalTo(1))
        .body(effectOf(third) + ".after.organizations", equalTo(1))
        .body("totalBefore.members", equalTo(1))
        .body("totalAfter.members", equalTo(1))
        .body("members[0].memberId", equalTo(member.toString()))
        .body("members[0].to", equalTo(third.toString()));

    assertThat(stored.everything()).isEqualTo(before);
  }

  private void tell(DomainEvent event) {
    try (Connection connection = dataSource.getConnection()) {
      steps.apply(
          List.of(
              new RecordedEvent(
                  UUID.randomUUID(), Instant.now(), LocalDate.parse(ON), 1L, null, null, event)),
          connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
