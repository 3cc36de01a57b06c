package org.jiceng.member.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.member;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.with;
import static org.jiceng.member.mobile.Away.ABSENCES;
import static org.jiceng.member.mobile.Away.act;
import static org.jiceng.member.mobile.Away.away;
import static org.jiceng.member.mobile.Away.list;
import static org.jiceng.member.mobile.Away.report;
import static org.jiceng.member.mobile.Away.reported;
import static org.jiceng.member.mobile.Away.seen;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.member.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members who are away: reported, kept in touch with, back again. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AbsencesTest {
  @Inject District district;

  private UUID home;
  private UUID member;

  @BeforeEach
  void aMemberAtHome() {
    home = district.organization();
    member = member(home);
  }

  @Test
  void aMemberIsAwayFromTheDayReportedUntilTheReturn() {
    String id = away(member, "2026-01-10", null);
    reported(report(member, "2026-02-01", null))
        .statusCode(409)
        .body("type", endsWith("/already-away"));
    seen(home, id)
        .statusCode(200)
        .body("whereabouts", equalTo("广东省深圳市" + District.NAME))
        .body("name", equalTo(District.NAME))
        .body("mobile", equalTo(true));
    list(home, "asOf=2026-07-09").body("items.mobile", contains(false));
    list(home, "asOf=2026-07-10").body("items.mobile", contains(true));
    list(home, "asOf=2026-01-09").body("items", empty());
    as(Roles.AUDITOR)
        .get(ABSENCES + "/" + id)
        .then()
        .body("name", equalTo("司*"))
        .body("whereabouts", nullValue());
    assertThat(
            district.text(
                """
                select position(convert_to(?, 'UTF8') in whereabouts)
                  from absence where absence_id = ?::uuid""",
                District.NAME,
                id))
        .isEqualTo("0");
    seen(district.organization(), id).statusCode(404);
    as(Roles.REPORTER).get(ABSENCES + "/" + id).then().statusCode(403);
    act(home, id, "return", 5, Map.of()).statusCode(412);
    act(home, id, "return", 0, Map.of("effectiveOn", "2026-01-09")).statusCode(422);
    act(home, id, "return", 0, Map.of("effectiveOn", "2026-08-01"))
        .statusCode(200)
        .body("state", equalTo("ENDED"))
        .body("mobile", equalTo(false));
    act(home, id, "return", 1, Map.of())
        .statusCode(409)
        .body("type", endsWith("/absence-in-other-state"));
    assertThat(district.eventsOf(id))
        .isEqualTo("absence-reported 2026-01-10, absence-ended 2026-08-01");
    list(home, "asOf=2026-07-31").body("items.id", contains(id));
    list(home, "asOf=2026-08-01").body("items", empty());
    reported(report(member, "2026-07-31", null))
        .statusCode(422)
        .body("violations.code", contains("before-earlier-end"));
    away(member, "2026-08-01", null);
  }

  @Test
  void whatAMemberReportsCountsOnceTheHomeConfirmsIt() {
    RequestSpecification own = with(Tokens.of(Roles.MEMBER).member(member));
    UUID host = district.organization();
    UUID other = member(home);
    own.body(report(other, "2026-03-01", null)).post(ABSENCES).then().statusCode(404);
    String id =
        own.body(report(member, "2026-03-01", host))
            .post(ABSENCES)
            .then()
            .statusCode(201)
            .body("state", equalTo("REPORTED_BY_MEMBER"))
            .body("name", equalTo(District.NAME))
            .extract()
            .path("id");
    assertThat(district.eventsOf(id)).isNull();
    list(home, "includeSubtree=false").body("items", empty());
    list(home, "pending=true").body("items.id", contains(id));
    list(host, "includeSubtree=false").body("items", empty());
    seen(host, id).statusCode(404);
    with(Tokens.of(Roles.MEMBER).member(member))
        .get(ABSENCES)
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
    with(Tokens.of(Roles.MEMBER).member(other)).get(ABSENCES + "/" + id).then().statusCode(404);
    act(home, id, "contacts", 0, Map.of("on", "2026-03-02", "how", "PHONE")).statusCode(409);
    act(host, id, "confirmation", 0, Map.of()).statusCode(404);
    act(home, id, "confirmation", 0, Map.of()).statusCode(200).body("state", equalTo("CONFIRMED"));
    act(home, id, "decline", 1, Map.of("reasonCode", "NOT_AWAY")).statusCode(409);
    assertThat(district.eventsOf(id)).isEqualTo("absence-reported 2026-03-01");
    list(host, "end=host").body("items.id", contains(id));
    act(host, id, "return", 1, Map.of()).statusCode(403).body("type", endsWith("/not-the-home"));
  }

  @Test
  void whatTheHomeDeclinesNeverWas() {
    String id =
        with(Tokens.of(Roles.MEMBER).member(member))
            .body(report(member, "2026-03-01", null))
            .post(ABSENCES)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    act(home, id, "decline", 0, Map.of()).statusCode(400);
    act(home, id, "decline", 0, Map.of("reasonCode", "NOT_AWAY"))
        .statusCode(200)
        .body("state", equalTo("DECLINED"));
    assertThat(district.eventsOf(id)).isNull();
    list(home, "includeSubtree=false").body("items", empty());
    list(home, "pending=true").body("items", empty());
    away(member, "2026-03-01", null);
  }

  @Test
  void contactIsDueEveryNinetyDaysAndOverdueAfterwards() {
    String id = away(member, "2026-01-01", null);
    seen(home, id).body("contactDue", equalTo("2026-04-01")).body("overdue", equalTo(true));
    list(home, "overdue=true&organizationId=" + home).body("items.id", contains(id));
    list(home, "overdue=true&asOf=2026-04-01").body("items", empty());
    list(home, "overdue=true&asOf=2026-04-02").body("items.id", contains(id));
    act(home, id, "contacts", 0, Map.of("on", "2026-11-01", "how", "VISIT"))
        .statusCode(200)
        .body("contactDue", equalTo("2027-01-30"))
        .body("overdue", equalTo(false));
    act(home, id, "contacts", 0, Map.of("on", "2026-03-20", "how", "PHONE"))
        .statusCode(200)
        .body("contactDue", equalTo("2027-01-30"));
    list(home, "overdue=true").body("items", empty());
    list(home, "overdue=true&asOf=2026-06-18").body("items", empty());
    list(home, "overdue=true&asOf=2026-06-19")
        .body("items.id", contains(id))
        .body("items.contactDue", contains("2026-06-18"));
    officeOf(home)
        .get(ABSENCES + "/" + id + "/contacts")
        .then()
        .body("on", contains("2026-03-20", "2026-11-01"))
        .body("how", contains("PHONE", "VISIT"));
    assertThat(district.eventsOf(id))
        .isEqualTo(
            "absence-reported 2026-01-01, absent-member-contacted 2026-11-01,"
                + " absent-member-contacted 2026-03-20");
    act(home, id, "return", 2, Map.of("effectiveOn", "2026-10-31")).statusCode(422);
  }

  @Test
  void theSummaryCountsWhoIsAwayAndWhatIsDue() {
    UUID above = district.organization();
    UUID below = district.organization(above);
    away(member(below), "2026-11-01", null);
    away(member(above), "2025-01-01", null);
    summary(above, "organizationId=" + above + "&includeSubtree=true", List.of(2, 1, 1, 0));
    summary(above, "organizationId=" + below, List.of(1, 0, 0, 0));
    summary(above, "asOf=2025-02-01", List.of(1, 0, 0, 0));
    summary(above, "asOf=2025-12-01", List.of(1, 1, 1, 0));
    officeOf(below).get(ABSENCES + "/summary?organizationId=" + above).then().statusCode(404);
    officeOf(below).get(ABSENCES + "/summary?asOf=x").then().statusCode(400);
  }

  @Test
  void whatIsWrongIsRefusedAndLeavesNoTrace() {
    UUID gone = district.organization(null, "DISSOLVED");
    refused("since", "2999-01-01", 422);
    refused("since", "2009-02-28", 422);
    refused("since", "yesterday", 400);
    refused("since", null, 400);
    refused("reasonCode", null, 400);
    refused("reasonCode", "went to work", 400);
    refused("whereabouts", "x".repeat(201), 400);
    refused("memberId", UUID.randomUUID(), 404);
    refused("memberId", "x", 400);
    refused("memberId", List.of(), 400);
    refused("hostId", home, 409);
    refused("hostId", gone, 409);
    refused("hostId", UUID.randomUUID(), 422);
    refused("until", "2026-01-01", 400);
    officeOf(district.organization())
        .body(report(member, "2026-01-01", null))
        .post(ABSENCES)
        .then()
        .statusCode(404);
    as(Roles.AUDITOR)
        .body(report(member, "2026-01-01", null))
        .post(ABSENCES)
        .then()
        .statusCode(403);
    assertThat(district.text("select count(*) from absence where member_id = ?", member))
        .isEqualTo("0");
    String id = away(member, "2026-01-01", null);
    act(home, id, "contacts", 0, Map.of("on", "2025-12-31", "how", "PHONE")).statusCode(422);
    act(home, id, "contacts", 0, Map.of("on", "2999-12-31", "how", "PHONE")).statusCode(422);
    act(home, id, "contacts", 0, Map.of("on", "2026-02-01", "how", "PIGEON")).statusCode(400);
    act(home, id, "contacts", 0, Map.of("how", "PHONE")).statusCode(400);
    act(home, id, "acceptance", 0, Map.of()).statusCode(403);
    act(home, id, "conversion", 0, Map.of())
        .statusCode(409)
        .body("type", endsWith("/absence-not-hosted"));
    act(home, id, "confirmation", 0, Map.of()).statusCode(409);
    act(home, UUID.randomUUID().toString(), "return", 0, Map.of()).statusCode(404);
    assertThat(district.eventsOf(id)).isEqualTo("absence-reported 2026-01-01");
  }

  private void refused(String field, Object value, int status) {
    Map<String, Object> wanted = new HashMap<>(report(member, "2026-01-01", null));
    wanted.put(field, value);
    reported(wanted).statusCode(status);
  }

  private static void summary(UUID office, String query, List<Integer> counts) {
    officeOf(office)
        .get(ABSENCES + "/summary?" + query)
        .then()
        .statusCode(200)
        .body("away", equalTo(counts.get(0)))
        .body("mobile", equalTo(counts.get(1)))
        .body("overdue", equalTo(counts.get(2)))
        .body("transferDue", equalTo(counts.get(3)));
  }
}
