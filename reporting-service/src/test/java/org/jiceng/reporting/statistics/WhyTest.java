package org.jiceng.reporting.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityKind;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaMeasured;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.RegistryEvent.UnitChanged;
import org.jiceng.events.RegistryEvent.UnitRegistered;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands behind a figure, why it changed, and what was known of it when. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WhyTest {
  private static final Instant THEN = Instant.parse("2012-05-01T00:00:00Z");

  @Inject Ledger ledger;

  private final String prefix = "6%05d".formatted((int) (Math.random() * 100_000));
  private final UUID root = UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID branch = UUID.randomUUID();
  private final UUID member = UUID.randomUUID();

  @BeforeEach
  void twoTownshipsAndABranchOfThree() {
    ledger.take(
        "2000-01-01",
        THEN,
        new AreaDefined(area("000000"), "区", "D", AreaLevel.DISTRICT, null),
        new AreaDefined(area("001000"), "东", "E", AreaLevel.SUB_DISTRICT, area("000000")),
        new AreaDefined(area("002000"), "西", "W", AreaLevel.SUB_DISTRICT, area("000000")),
        new AreaDefined(area("001001"), "甲", "A", AreaLevel.COMMUNITY, area("001000")));
    ledger.take(
        "2000-01-01",
        THEN,
        Ledger.established(root, null, area("000000")),
        Ledger.established(first, root, area("001000")),
        Ledger.established(second, root, area("002000")),
        Ledger.established(branch, first, area("001001")));
    ledger.take("2001-01-01", THEN, admitted(member, branch), admitted(UUID.randomUUID(), branch));
    ledger.take("2002-01-01", THEN, admitted(UUID.randomUUID(), branch));
  }

  @Test
  void aTreeThatMovedLaterIsTheOldOneByWhatWasKnownBefore() {
    ledger.take("2005-01-01", new OrganizationReparented(branch, second));
    ledger.take("2005-01-01", new AreaReassigned(area("001001"), area("002000"), "001001"));

    value("organization=" + first + "&asOf=2006-01-01", 0);
    value("organization=" + second + "&asOf=2006-01-01", 3);
    value("organization=" + first + "&asOf=2006-01-01&knownAt=2013-01-01T00:00:00Z", 3);
    value("organization=" + second + "&asOf=2006-01-01&knownAt=2013-01-01T00:00:00Z", 0);
    value("area=" + area("001000") + "&asOf=2006-01-01", 0);
    value("area=" + area("001000") + "&asOf=2006-01-01&knownAt=2013-01-01T00:00:00Z", 3);
    ask("statistics/by-area?indicators=members.affiliated&asOf=2006-01-01&area=" + area("000000"))
        .body("areas.values.flatten().value", equalTo(List.of(0, 3)));
    ask("statistics/by-area?indicators=members.affiliated&asOf=2006-01-01&area="
            + area("000000")
            + "&knownAt=2013-01-01T00:00:00Z")
        .body("areas.values.flatten().value", equalTo(List.of(3, 0)));
    ask("statistics?indicators=members.affiliated&area="
            + area("000000")
            + "&knownAt=2012-01-01T00:00:00Z")
        .body("values[0].value", nullValue());
  }

  @Test
  void aFigureOpensToItsRecordsAndARecordToItsEvents() {
    String of = "?area=" + area("001000");
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          ask("statistics/members.affiliated/records"
                  + of
                  + "&limit=2"
                  + (cursor == null ? "" : "&cursor=" + cursor))
              .statusCode(200)
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.recordId"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    assertThat(ids).hasSize(3).doesNotHaveDuplicates().contains(member.toString());
    ask("statistics/members.affiliated/records/" + member + "/events" + of)
        .body("type", equalTo(List.of("org.jiceng.member.member-admitted.v1")))
        .body("amount", equalTo(List.of(1)))
        .body("effectiveOn", equalTo(List.of("2001-01-01")));
    ask("statistics/members.affiliated/records/" + member + "/events?area=" + area("002000"))
        .statusCode(404);
    ask("statistics/members.affiliated/records" + of + "&asOf=2001-06-01")
        .body("items", hasSize(2));
    ask("statistics/members.unheardOf/records").statusCode(404);
  }

  @Test
  void organisationsAndAreasBehindAFigureAreCalledByNameAndNobodyElseIs() {
    String of = "area=" + area("001000");
    ask("statistics/members.affiliated/records?" + of)
        .body("items.record", everyItem(nullValue()))
        .body("items.organization.organization", everyItem(equalTo(branch.toString())))
        .body("items.organization.name", everyItem(equalTo("党委")))
        .body("items.organization.code", everyItem(equalTo(branch.toString().substring(0, 12))))
        .body("items.area.name", everyItem(equalTo("甲")))
        .body("items.area.nameEn", everyItem(equalTo("A")))
        .body("items.countsFrom", containsInAnyOrder("2001-01-01", "2001-01-01", "2002-01-01"));
    ask("statistics/organizations.total/records?organization=" + first)
        .body("items.recordId", everyItem(not(nullValue())))
        .body("items.record.organization", containsInAnyOrder(first.toString(), branch.toString()));
    ask("statistics/areas.communities/records?" + of)
        .body("items.record.area", equalTo(List.of(area("001001"))))
        .body("items.organization", everyItem(nullValue()));
    ledger.take("2004-04-04", new OrganizationReparented(branch, second));
    ask("statistics/members.affiliated/changes?from=2001-06-01&organization=" + second)
        .body("moved.organization.name", equalTo(List.of("党委")))
        .body("items.organization.organization", everyItem(equalTo(branch.toString())))
        .body("items.area.area", everyItem(equalTo(area("001001"))))
        .body("items.record", everyItem(nullValue()));
  }

  @Test
  void whatLiesOutOfSightKeepsItsCodeAndHasNoName() {
    UUID away = UUID.randomUUID();
    ledger.take("2000-01-01", THEN, Ledger.established(away, first, area("002000")));
    ledger.take("2001-01-01", THEN, admitted(UUID.randomUUID(), away));
    String token = Tokens.of("secretary").org(first).sign();
    String ofAway = "items.find { it.areaCode == '" + area("002000") + "' }.";
    askAs(token, "statistics/members.affiliated/records")
        .body(ofAway + "organization.organization", equalTo(away.toString()))
        .body(ofAway + "area", nullValue())
        .body("items.find { it.areaCode == '" + area("001001") + "' }.area.name", equalTo("甲"));
    ledger.take("2005-01-01", new OrganizationReparented(away, second));
    askAs(token, "statistics/members.affiliated/records?asOf=2004-12-31")
        .body(ofAway + "organizationId", equalTo(away.toString()))
        .body(ofAway + "organization", nullValue());
  }

  @Test
  void whatHappenedAndWhatMovedAddUpToTheDifference() {
    ledger.take("2003-03-03", new MembershipEnded(member, branch, MembershipEnd.WITHDRAWN));
    ledger.take("2004-04-04", new OrganizationReparented(branch, second));
    ledger.take("2004-06-01", admitted(UUID.randomUUID(), branch));

    changes("organization=" + second + "&from=2003-12-31&to=2004-12-31", 0, 3, List.of(2), 1);
    changes("organization=" + first + "&from=2003-12-31&to=2004-12-31", 2, 0, List.of(-2), 0);
    changes("organization=" + root + "&from=2001-12-31&to=2004-12-31", 2, 3, List.of(), 3);
    changes("organization=" + second + "&from=2005-01-01&to=2006-12-31", 3, 3, List.of(), 0);
    ask("statistics/comparison?indicators=members.affiliated&organization="
            + second
            + "&from=2003-12-31&to=2004-12-31")
        .body("lines[0].left", equalTo(0))
        .body("lines[0].right", equalTo(3))
        .body("lines[0].difference", equalTo(3))
        .body("lines[0].relative", nullValue());
    ask("statistics/comparison?indicators=members.affiliated&asOf=2003-12-31&organization="
            + first
            + "&with="
            + second)
        .body("lines[0].difference", equalTo(-2))
        .body("lines[0].relative", equalTo(-1));
    ask("statistics/sites.occupancy/changes?from=2001-01-01").statusCode(400);
    ask("statistics/members.affiliated/changes").statusCode(400);
    ask("statistics/comparison?from=2009-01-01&to=2008-01-01").statusCode(400);
    ask("statistics/comparison?with=nowhere").statusCode(404);
  }

  @Test
  void whoMovesBringsAllThatTheyDidSoThatNoOtherHasDoneLessThanNothing() {
    ledger.take("2003-02-01", new ActivityHeld(UUID.randomUUID(), branch, ActivityKind.LECTURE));
    ledger.take("2004-02-01", new ActivityHeld(UUID.randomUUID(), branch, ActivityKind.LECTURE));
    ledger.take("2004-03-01", new ActivityHeld(UUID.randomUUID(), first, ActivityKind.LECTURE));
    ledger.take("2004-04-04", new OrganizationReparented(branch, second));
    ledger.take("2004-04-04", new AreaReassigned(area("001001"), area("002000"), "001001"));

    held("organization=" + first, 1);
    held("organization=" + second, 1);
    held("organization=" + root, 2);
    held("area=" + area("001000"), 1);
    held("area=" + area("002000"), 1);
    ask("statistics/by-area?indicators=activities.held&since=2003-12-31&asOf=2004-12-31&area="
            + area("000000"))
        .body("areas.values.flatten().value", equalTo(List.of(1, 1)));
    ask("statistics/activities.held/records?since=2003-12-31&asOf=2004-12-31&organization="
            + second)
        .body("items", hasSize(1));
  }

  private static void held(String of, int expected) {
    ask("statistics?indicators=activities.held&since=2003-12-31&asOf=2004-12-31&" + of)
        .body("values[0].value", equalTo(expected));
  }

  @Test
  void aFigureThatComparesCommunitiesOpensToCommunities() {
    ledger.take(
        "2000-01-01",
        THEN,
        new AreaDefined(area("001002"), "乙", "B", AreaLevel.COMMUNITY, area("001000")));
    ledger.take("2000-01-01", new AreaMeasured(area("001002"), 900, 800, 100, 300));

    String of = "/records?area=" + area("000000");
    ask("statistics?indicators=communities.withoutOrganization&area=" + area("000000"))
        .body("values[0].value", equalTo(1));
    ask("statistics/communities.withoutOrganization" + of)
        .body("items.recordId", equalTo(List.of(area("001002"))));
    ask("statistics/areas.householdsPerCommunity.max" + of)
        .body("items.recordId", equalTo(List.of(area("001002"))))
        .body("items.amount", equalTo(List.of(300)));
    ask("statistics/areas.householdsPerCommunity.max/records?organization=" + root)
        .body("items", hasSize(0));
  }

  @Test
  void aPageOfChangesEndsNowhereInBetween() {
    UUID unit = UUID.randomUUID();
    ledger.take(
        "2000-01-01",
        THEN,
        new AreaDefined(area("001002"), "乙", "B", AreaLevel.COMMUNITY, area("001000")));
    ledger.take(
        "2001-01-01", new UnitRegistered(unit, UnitKind.SOCIAL_ORGANIZATION, area("001001"), 9));
    ledger.take(
        "2002-01-01", new UnitChanged(unit, UnitKind.SOCIAL_ORGANIZATION, area("001002"), 9));
    List<Integer> amounts = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page =
          ask("statistics/units.socialOrganizations/changes?limit=1&from=2001-06-01&area="
                  + area("001000")
                  + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .statusCode(200)
              .extract()
              .jsonPath();
      amounts.addAll(page.getList("items.cause.amount"));
      cursor = page.getString("nextCursor");
    }
    assertThat(amounts).containsExactlyInAnyOrder(-1, 1);
  }

  @Test
  void whatMovesWithItsCommunityHasThatForItsCause() {
    ledger.take("2004-04-04", new AreaReassigned(area("001001"), area("002000"), "001001"));
    changes("area=" + area("002000") + "&from=2003-12-31&to=2004-12-31", 0, 3, List.of(3), 0);
  }

  @Test
  void whoHasALineSeesItAndTheAreaOfItsRoot() {
    String token = Tokens.of("secretary").org(first).sign();
    askAs(token, "statistics?indicators=members.affiliated").body("values[0].value", equalTo(3));
    askAs(token, "statistics?organization=" + branch).statusCode(200);
    askAs(token, "statistics?organization=" + second).statusCode(404);
    askAs(token, "statistics?organization=" + root).statusCode(404);
    askAs(token, "statistics?area=" + area("001000")).statusCode(200);
    askAs(token, "statistics?area=" + area("001001")).statusCode(200);
    askAs(token, "statistics?area=" + area("002000")).statusCode(404);
    askAs(token, "statistics?area=" + area("000000")).statusCode(404);
    askAs(token, "statistics/comparison?with=" + second).statusCode(404);
    askAs(token, "statistics/comparison?from=2001-01-01&with=" + branch).statusCode(400);
    askAs(token, "statistics?boundaries=2001-01-01").statusCode(400);
    askAs(token, "statistics?since=2009-01-01&asOf=2008-01-01").statusCode(400);
    askAs(token, "statistics/members.affiliated/records").body("items", hasSize(3));
    askAs(token, "statistics/members.affiliated/records?area=" + area("001000")).statusCode(404);
    askAs(Tokens.of("secretary").sign(), "statistics").statusCode(404);
  }

  private static void changes(String of, int before, int after, List<Integer> moved, int events) {
    var answer =
        ask("statistics/members.affiliated/changes?" + of)
            .statusCode(200)
            .body("before", equalTo(before))
            .body("after", equalTo(after))
            .body("moved.amount", equalTo(moved))
            .body("moved.findAll { it.events.size() == 0 }", hasSize(0))
            .extract()
            .jsonPath();
    List<Integer> amounts = answer.getList("items.cause.amount");
    assertThat(amounts).hasSize(events);
    int sum = amounts.stream().mapToInt(i -> i).sum() + moved.stream().mapToInt(i -> i).sum();
    assertThat(sum).isEqualTo(after - before);
  }

  private static MemberAdmitted admitted(UUID member, UUID organization) {
    return new MemberAdmitted(
        member, organization, MembershipStatus.FULL, "1", "01", "20", 1960, null);
  }

  private String area(String digits) {
    return prefix + digits;
  }

  private static void value(String of, int value) {
    ask("statistics?indicators=members.affiliated&" + of)
        .statusCode(200)
        .body("values[0].value", equalTo(value));
  }

  private static ValidatableResponse ask(String question) {
    return askAs(Tokens.of("auditor").wholeDistrict().sign(), question);
  }

  private static ValidatableResponse askAs(String token, String question) {
    return given().auth().oauth2(token).get("/api/v1/" + question).then();
  }
}
