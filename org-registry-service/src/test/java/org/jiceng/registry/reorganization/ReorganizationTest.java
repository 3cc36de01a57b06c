package org.jiceng.registry.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.officeOf;
import static org.jiceng.registry.District.unit;
import static org.jiceng.registry.District.wanted;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiceng.events.ActivityEvent.ActivitiesFollowed;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MembersFollowed;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.jiceng.registry.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several become one, one becomes several, and nothing is left with one that is no more. */
@QuarkusTest
class ReorganizationTest {
  private static final String HERE = "110105001000";
  private static final String COMMUNITY = "110105001001";
  private static final String ON = "2010-03-01";

  @Inject Stored stored;
  @Inject Tables tables;
  @Inject DataSource dataSource;
  @Inject ReorganizationSteps steps;
  @Inject PlannedReorganizations planned;
  @Inject BusinessClock clock;

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
    UUID member = kept("MEMBER", first);
    kept("SITE", second);

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
    kept("MEMBER", first);
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
    UUID member = kept("MEMBER", first);
    kept("BOOKING", first);
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

  @Test
  void aSplitGivesEachPartWhatItNamesAndTheRestToOne() {
    UUID mine = branch(first, COMMUNITY);
    UUID other = branch(first, COMMUNITY);
    UUID unit = unit(COMMUNITY);
    cover("/api/v1/units/" + unit, first);
    UUID member = kept("MEMBER", first);
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
    UUID member = kept("MEMBER", first);
    kept("SITE", first);
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

  @Test
  void whatCannotBeIsRefusedAtItsFieldAndChangesNothing() {
    UUID child = committee(first, HERE);
    UUID group =
        District.establish(code(), "GROUP", "COMMUNITY", branch(third, COMMUNITY), COMMUNITY);
    Map<String, String> before = stored.everything();

    refused("merges", merge(List.of(first), existing(first)), "destination", "successor-is-itself");
    refused("merges", merge(List.of(first, first), existing(second)), "sources", "named-twice");
    refused(
        "merges",
        merge(List.of(first, UUID.randomUUID()), existing(second)),
        "sources[1]",
        "no-organization");
    refused(
        "merges",
        merge(List.of(first), existing(UUID.randomUUID())),
        "destination.organizationId",
        "no-organization");
    refused("merges", merge(List.of(first), Map.of()), "destination", "existing-or-new");
    refused(
        "merges",
        merge(List.of(first), establishing(codeOf(second))),
        "code",
        "organization-code-taken",
        409);
    refused("merges", merge(List.of(first), existing(group)), "destination", "illegal-nesting");
    refused(
        "merges", merge(List.of(first), existing(child)), "destination", "organization-cycle", 409);
    refused("splits", split(first, List.of(share(existing(second))), 0), "parts", "split-in-two");
    refused(
        "splits",
        split(first, List.of(share(existing(second)), share(existing(third))), 2),
        "rest",
        "no-such-part");
    Map<String, Object> foreign = share(existing(second));
    foreign.put("organizations", List.of(group));
    refused(
        "splits",
        split(first, List.of(foreign, share(existing(third))), 1),
        "parts[0].organizations[0]",
        "not-of-the-source");
    Map<String, Object> early = new HashMap<>(merge(List.of(first), existing(second)));
    early.put("effectiveOn", "1999-12-31");
    refused("merges", early, "effectiveOn", "before-established");
    early.put("effectiveOn", "yesterday");
    ask("merges", early).statusCode(400);
    ask("merges", Map.of()).statusCode(400);
    as("secretary")
        .body(merge(List.of(first), existing(second)))
        .post("/api/v1/reorganizations/merges")
        .then()
        .statusCode(403);

    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void anOfficeReorganizesOnlyWhatIsItsOwnAndSeesNoOther() {
    officeOf(first)
        .body(merge(List.of(second), existing(first)))
        .post("/api/v1/reorganizations/merges")
        .then()
        .statusCode(404);
    String id =
        ask("merges", merge(List.of(second), existing(third))).statusCode(201).extract().path("id");
    officeOf(first).get("/api/v1/reorganizations/" + id).then().statusCode(404);
    officeOf(third).get("/api/v1/reorganizations/" + id).then().statusCode(200);
    officeOf(third)
        .get("/api/v1/reorganizations?organizationId=" + second)
        .then()
        .body("items.id", equalTo(List.of(id)));
  }

  @Test
  void aPlannedOneWaitsForItsDayAndCanBeGivenUp() {
    LocalDate day = clock.today().plusDays(30);
    Map<String, Object> wanted = new HashMap<>(merge(List.of(first), existing(second)));
    wanted.put("effectiveOn", day.toString());
    String kept =
        ask("merges", wanted)
            .statusCode(201)
            .body("state", equalTo("PLANNED"))
            .extract()
            .path("id");
    wanted.putAll(merge(List.of(third), existing(second)));
    wanted.put("effectiveOn", day.toString());
    String givenUp = ask("merges", wanted).statusCode(201).extract().path("id");
    as("reporter").get("/api/v1/organizations/" + first).then().body("state", equalTo("ACTIVE"));
    String path = "/api/v1/reorganizations/" + givenUp;
    as("registrar").post(path + "/cancel").then().statusCode(428);
    as("registrar").header("If-Match", "\"9\"").post(path + "/cancel").then().statusCode(412);
    as("registrar")
        .header("If-Match", "\"0\"")
        .post(path + "/cancel")
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));

    planned.carryOutDue();
    get(kept).body("state", equalTo("PLANNED"));
    itsDayComes(kept);
    itsDayComes(givenUp);
    planned.carryOutDue();

    get(kept).body("state", equalTo("UNDER_WAY"));
    get(givenUp).body("state", equalTo("CANCELLED"));
    as("reporter")
        .get("/api/v1/organizations/" + first)
        .then()
        .body("state", equalTo("DISSOLVED"))
        .body("dissolvedOn", equalTo(clock.today().toString()));
  }

  @Test
  void aPlannedOneThatCannotBeAnyMoreSaysWhy() {
    LocalDate day = clock.today().plusDays(30);
    Map<String, Object> wanted = new HashMap<>(merge(List.of(first), existing(second)));
    wanted.put("effectiveOn", day.toString());
    String id = ask("merges", wanted).statusCode(201).extract().path("id");
    ask("dissolutions", Map.of("organizationId", second, "successorId", third)).statusCode(201);

    itsDayComes(id);
    planned.carryOutDue();

    get(id).body("state", equalTo("PLANNED")).body("obstacle", equalTo("no-organization"));
    as("reporter").get("/api/v1/organizations/" + first).then().body("state", equalTo("ACTIVE"));
  }

  @Test
  void anOrganizationWithMembersOrBookingsEndsOnlyWithASuccessor() {
    kept("MEMBER", first);
    kept("BOOKING", second);
    for (UUID used : List.of(first, second)) {
      ask("dissolutions", Map.of("organizationId", used))
          .statusCode(409)
          .body("type", containsString("organization-not-empty"));
    }
    ask("dissolutions", Map.of("organizationId", third, "effectiveOn", ON))
        .statusCode(201)
        .body("destinations", hasSize(0));
    ask("dissolutions", Map.of("organizationId", first, "successorId", second)).statusCode(201);
  }

  private ValidatableResponse ask(String kind, Object body) {
    return as("registrar").body(body).post("/api/v1/reorganizations/" + kind).then();
  }

  private void refused(String kind, Object body, String field, String code) {
    refused(kind, body, field, code, 422);
  }

  private void refused(String kind, Object body, String field, String code, int status) {
    ask(kind, body)
        .statusCode(status)
        .body("violations[0].field", equalTo(field))
        .body("violations[0].code", equalTo(code));
  }

  private static ValidatableResponse get(String id) {
    return as("registrar").get("/api/v1/reorganizations/" + id).then().statusCode(200);
  }

  private static void parentOf(UUID child, UUID parent) {
    as("reporter")
        .get("/api/v1/organizations/" + child)
        .then()
        .body("parentId", equalTo(parent.toString()));
  }

  private static String beforeOf(UUID source) {
    return "sources.find { it.organizationId == '" + source + "' }.before";
  }

  private static String effectOf(UUID organization) {
    return "organizations.find { it.organizationId == '" + organization + "' }";
  }

  private static Map<String, Object> merge(List<UUID> sources, Object destination) {
    return Map.of("sources", sources, "destination", destination, "effectiveOn", ON);
  }

  private static Map<String, Object> split(UUID source, List<?> parts, Integer rest) {
    Map<String, Object> split = new LinkedHashMap<>();
    split.put("source", source);
    split.put("parts", parts);
    split.put("rest", rest);
    split.put("effectiveOn", ON);
    return split;
  }

  private static Map<String, Object> share(Object destination) {
    return new HashMap<>(Map.of("destination", destination));
  }

  private static Map<String, Object> existing(UUID id) {
    return Map.of("organizationId", id);
  }

  private static Map<String, Object> establishing(String code) {
    Map<String, Object> wanted = wanted(code, "COMMITTEE", "COMMUNITY", District.root(), HERE);
    wanted.remove("effectiveOn");
    return Map.of("establish", wanted);
  }

  private static String codeOf(UUID id) {
    return as("reporter").get("/api/v1/organizations/" + id).path("code");
  }

  /** A record that a neighbour keeps with an organisation. */
  private UUID kept(String kind, UUID organization) {
    UUID id = UUID.randomUUID();
    tables.change(
        """
        insert into neighbour_record (record_id, kind, organization_id, ends_at)
        values (?, ?, ?, case when ? = 'BOOKING' then now() + interval '1 day' end)""",
        id,
        kind,
        organization,
        kind);
    return id;
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

  /** A clock that is turned ahead would have Kafka refuse the events. */
  private void itsDayComes(String reorganization) {
    tables.change(
        "update reorganization set effective_on = ? where id = ?",
        clock.today(),
        UUID.fromString(reorganization));
  }
}
