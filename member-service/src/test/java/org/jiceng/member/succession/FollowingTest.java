package org.jiceng.member.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.member;
import static org.jiceng.member.District.newIdNumber;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.request;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.succession.SuccessionCopy;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.jiceng.member.mobile.Away;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is lost when organisations become others. */
@QuarkusTest
class FollowingTest {
  private static final String ON = "2010-03-01";

  @Inject District district;
  @Inject SuccessionCopy copy;
  @Inject BusinessClock clock;
  @Inject DataSource dataSource;

  private UUID source;
  private UUID heir;

  @BeforeEach
  void oneThatBecomesAnother() {
    source = district.organization();
    heir = district.organization();
  }

  @Test
  void aMemberBelongsToTheHeirFromThatDayOnAndToTheSourceUntilThen() {
    UUID member = member(source);

    UUID reorganization = decide(Map.of(source, heir), Map.of());
    awaitFollowed(reorganization);

    assertThat(district.affiliationsOf(member))
        .isEqualTo("%s 2009-03-01 %s, %s %s -".formatted(codeOf(source), ON, codeOf(heir), ON));
    assertThat(district.eventsOf(member)).endsWith("member-reassigned " + ON);
    assertThat(followed(reorganization)).isEqualTo("{\"members\": 1}");
  }

  @Test
  void whoJoinedAfterThatDayBelongsToTheHeirFromJoiningOn() {
    Map<String, Object> late = newMember(source);
    late.put("affiliatedOn", "2010-05-01");
    UUID member = UUID.fromString(District.admit(late).statusCode(201).extract().path("id"));

    awaitFollowed(decide(Map.of(source, heir), Map.of()));

    assertThat(district.affiliationsOf(member)).endsWith("%s 2010-05-01 -".formatted(codeOf(heir)));
  }

  @Test
  void whoLeavesForAnotherDistrictTomorrowBelongsToTheHeirUntilThen() {
    UUID leaver = member(source);
    UUID gone = member(source);
    LocalDate tomorrow = clock.today().plusDays(1);
    leave(leaver, tomorrow);
    leave(gone, clock.today());

    UUID reorganization = decide(Map.of(source, heir), Map.of());
    awaitFollowed(reorganization);

    assertThat(district.affiliationsOf(leaver))
        .isEqualTo(
            "%s 2009-03-01 %s, %s %s %s".formatted(codeOf(source), ON, codeOf(heir), ON, tomorrow));
    assertThat(district.eventsOf(leaver))
        .endsWith(
            "affiliation-revoked 2009-03-01, affiliation-entered 2009-03-01,"
                + " affiliation-entered "
                + ON);
    assertThat(district.affiliationsOf(gone))
        .isEqualTo("%s 2009-03-01 %s".formatted(codeOf(source), clock.today()));
    assertThat(followed(reorganization)).isEqualTo("{\"members\": 1}");
  }

  @Test
  void manyFollowInStepsThatAddUp() {
    district.execute(
        """
        with people as (
          insert into member (member_id, id_index, id_number, name, sex, ethnicity, education,
                              birth_year, status, joined_on, organization_id, affiliated_on, version)
          select gen_random_uuid(), uuid_send(gen_random_uuid()), '\\x00', '\\x00', '1', '01', '21',
                 1960, 'FULL', date '2001-07-01', ?, date '2009-01-01', 0
            from generate_series(1, 2500)
          returning member_id, organization_id, affiliated_on)
        insert into affiliation (member_id, organization_id, valid_from)
        select * from people""",
        source);

    UUID reorganization = decide(Map.of(source, heir), Map.of());
    awaitFollowed(reorganization);

    assertThat(
            district.text(
                "select count(*) from affiliation where organization_id = ? and valid_to is null",
                heir))
        .isEqualTo("2500");
    assertThat(followed(reorganization)).isEqualTo("{\"members\": 2500}");
    assertThat(
            district.text(
                """
                select count(*) from audit_log
                 where action = 'reassign'
                   and record_id = any (array(select member_id::text from member
                                               where organization_id = ?))""",
                heir))
        .isEqualTo("2500");
  }

  @Test
  void whoSlipsInWhileTheDecisionTravelsFollowsLater() {
    UUID reorganization = decide(Map.of(source, heir), Map.of());
    awaitFollowed(reorganization);

    UUID late = member(source);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(district.affiliationsOf(late)).endsWith(codeOf(heir) + " " + ON + " -"));
    assertThat(followed(reorganization)).isEqualTo("{\"members\": 1}");
  }

  @Test
  void aSplitSendsThoseWhoAreNamedElsewhereAndLeavesAloneWhoComesBack() {
    UUID part = district.organization();
    UUID leaver = member(source);
    UUID stayer = member(source);

    awaitFollowed(decide(Map.of(), Map.of(leaver, part)));

    assertThat(district.affiliationsOf(leaver)).endsWith(codeOf(part) + " " + ON + " -");
    assertThat(district.affiliationsOf(stayer)).isEqualTo(codeOf(source) + " 2009-03-01 -");
  }

  @Test
  void anOpenTransferGoesOnFromWhereTheMemberIsAndItsLetterStaysGood() {
    UUID destination = district.organization();
    UUID member = member(source);
    String transfer = request(member, destination, "2026-11-01").getString("id");
    approve(transfer, "A-1");
    UUID other = member(heir);
    String sameNumber = request(other, destination, "2026-11-01").getString("id");
    approve(sameNumber, "A-1");

    awaitFollowed(decide(Map.of(source, heir), Map.of()));

    as(Roles.REGISTRAR)
        .get("/api/v1/transfers/" + transfer)
        .then()
        .body("sourceId", equalTo(heir.toString()))
        .body("state", equalTo("APPROVED"));
    command(officeOf(destination), "/api/v1/transfers/" + transfer + "/receipt", 2, Map.of())
        .statusCode(200);
    assertThat(district.affiliationsOf(member)).endsWith(" -").contains(codeOf(destination));
  }

  @Test
  void aTransferBetweenTwoThatBecomeOneIsOver() {
    UUID member = member(source);
    String transfer = request(member, heir, "2026-11-01").getString("id");

    awaitFollowed(decide(Map.of(source, heir), Map.of()));

    as(Roles.REGISTRAR)
        .get("/api/v1/transfers/" + transfer)
        .then()
        .body("state", equalTo("CANCELLED"))
        .body("reasonCode", equalTo("REORGANIZED"));
    assertThat(district.affiliationsOf(member)).endsWith(codeOf(heir) + " " + ON + " -");
  }

  @Test
  void aTransferToOneThatIsNoMoreLeadsToItsHeir() {
    UUID elsewhere = district.organization();
    UUID member = member(elsewhere);
    String transfer = request(member, source, "2026-11-01").getString("id");

    awaitFollowed(decide(Map.of(source, heir), Map.of()));

    as(Roles.REGISTRAR)
        .get("/api/v1/transfers/" + transfer)
        .then()
        .body("destinationId", equalTo(heir.toString()))
        .body("state", equalTo("REQUESTED"));
  }

  @Test
  void theHeirHostsWhomTheSourceHostedButNotItsOwnMembers() {
    String stranger = hosted(newIdNumber(), source);
    Map<String, Object> own = newMember(heir);
    District.admit(own).statusCode(201);
    String ours = hosted((String) own.get("idNumber"), source);
    Map<String, Object> moved = newMember(source);
    District.admit(moved).statusCode(201);
    String becomesOurs = hosted((String) moved.get("idNumber"), heir);

    awaitFollowed(decide(Map.of(source, heir), Map.of()));

    registration(stranger, "hostId", heir.toString());
    registration(stranger, "endedOn", null);
    registration(ours, "reasonCode", "REORGANIZED");
    registration(becomesOurs, "reasonCode", "REORGANIZED");
  }

  @Test
  void whoIsAwayIsAwayFromTheHeirUnlessTheHeirIsTheHost() {
    UUID member = member(source);
    String absence = Away.away(member, "2009-06-01", null);
    Map<String, Object> wanted = newMember(source);
    UUID ours = UUID.fromString(District.admit(wanted).statusCode(201).extract().path("id"));
    String atHeir = Away.away(ours, "2009-06-01", null);
    String registration = hosted((String) wanted.get("idNumber"), heir);
    UUID guest = member(district.organization());
    String asked = Away.away(guest, "2009-06-01", source);

    UUID reorganization = decide(Map.of(source, heir), Map.of());
    awaitFollowed(reorganization);

    assertThat(district.eventsOf(absence))
        .isEqualTo("absence-reported 2009-06-01, absence-ended %1$s, absence-reported %1$s", ON);
    assertThat(homeOf(absence)).isEqualTo(heir.toString());
    assertThat(district.eventsOf(atHeir))
        .isEqualTo("absence-reported 2009-06-01, absence-matched 2009-06-01, absence-ended " + ON);
    registration(registration, "reasonCode", "REORGANIZED");
    officeOf(heir)
        .get(Away.ABSENCES + "/" + asked)
        .then()
        .statusCode(200)
        .body("hostId", equalTo(heir.toString()));
  }

  private static String homeOf(String absence) {
    return as(Roles.REGISTRAR).get(Away.ABSENCES + "/" + absence).path("homeId");
  }

  private static void approve(String transfer, String letter) {
    command(
            as(Roles.REGISTRAR),
            "/api/v1/transfers/" + transfer + "/approval",
            0,
            Map.of("letterNumber", letter, "effectiveOn", "2026-11-02"))
        .statusCode(200);
  }

  /** As another district's request for release leaves it. */
  private void leave(UUID member, LocalDate on) {
    district.execute(
        "update member set ended_on = ?, end_reason = 'TRANSFERRED_OUT' where member_id = ?",
        on,
        member);
    district.execute("update affiliation set valid_to = ? where member_id = ?", on, member);
  }

  private static void registration(String id, String field, String value) {
    as(Roles.REGISTRAR)
        .get("/api/v1/mobile-registrations/" + id)
        .then()
        .statusCode(200)
        .body(field, equalTo(value));
  }

  private static String hosted(String idNumber, UUID host) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("idNumber", idNumber);
    wanted.put("name", District.NAME);
    wanted.put("hostId", host);
    wanted.put("hostedOn", "2009-06-01");
    return as(Roles.REGISTRAR)
        .body(wanted)
        .post("/api/v1/mobile-registrations")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** What the registry tells, as the inbox gives it. */
  private UUID decide(Map<UUID, UUID> heirs, Map<UUID, UUID> assignments) {
    UUID id = UUID.randomUUID();
    ReorganizationDecided decision =
        new ReorganizationDecided(
            id, ReorganizationKind.MERGE, List.of(source), List.of(heir), heirs, assignments);
    try (Connection connection = dataSource.getConnection()) {
      copy.apply(
          List.of(
              new RecordedEvent(
                  UUID.randomUUID(), Instant.now(), LocalDate.parse(ON), 1, null, null, decision)),
          connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  private void awaitFollowed(UUID reorganization) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                district.text(
                        "select followed_at from reorganization where reorganization_id = ?",
                        reorganization)
                    != null);
  }

  private String followed(UUID reorganization) {
    return district.text(
        """
        select jsonb_object_agg(key, total)::text
          from (select key, sum(value::bigint) as total
                  from outbox, jsonb_each_text(payload -> 'counts')
                 where aggregateid = ? group by key) sums""",
        reorganization.toString());
  }
}
