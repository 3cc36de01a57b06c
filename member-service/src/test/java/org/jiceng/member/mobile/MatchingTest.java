package org.jiceng.member.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newIdNumber;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.request;
import static org.jiceng.member.imports.Files.HOSTED;
import static org.jiceng.member.mobile.Away.act;
import static org.jiceng.member.mobile.Away.away;
import static org.jiceng.member.mobile.Away.hosting;
import static org.jiceng.member.mobile.Away.list;
import static org.jiceng.member.mobile.Away.registration;
import static org.jiceng.member.mobile.Away.report;
import static org.jiceng.member.mobile.Away.reported;
import static org.jiceng.member.mobile.Away.seen;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.jiceng.member.imports.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Home and host report one person; nobody is counted twice, whatever becomes of the two. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MatchingTest {
  private static final String MATCHED_LATE =
      "absence-reported 2026-01-10, absence-matched 2026-02-01";

  @Inject District district;
  @Inject MobileSweep sweep;
  @Inject BusinessClock clock;

  private UUID home;
  private UUID host;
  private UUID member;
  private String idNumber;

  @BeforeEach
  void aMemberAtHome() {
    home = district.organization();
    host = district.organization();
    Map<String, Object> wanted = newMember(home);
    idNumber = wanted.get("idNumber").toString();
    member = UUID.fromString(District.admit(wanted).statusCode(201).extract().path("id"));
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void whoeverReportsFirstTheTwoAreMatchedByTheSecond() {
    String absence = away(member, "2026-01-10", null);
    String registration =
        hosting(idNumber, host, "2026-02-01")
            .statusCode(201)
            .body("memberId", equalTo(member.toString()))
            .body("homeId", equalTo(home.toString()))
            .body("matchedOn", equalTo("2026-02-01"))
            .extract()
            .path("id");
    assertThat(district.eventsOf(absence)).isEqualTo(MATCHED_LATE);
    seen(host, absence).body("registrationId", equalTo(registration));
    list(host, "end=host").body("items.id", contains(absence));

    UUID second = otherMember();
    String theirs =
        hosting(idNumber, host, "2026-02-01").body("memberId", nullValue()).extract().path("id");
    String late = away(second, "2026-01-10", null);
    assertThat(district.eventsOf(late)).isEqualTo(MATCHED_LATE);
    registration(theirs).body("memberId", equalTo(second.toString()));
    seen(home, late).body("hostId", equalTo(host.toString()));
  }

  @Test
  void aFileOfTheHostMatchesWhomTheHomeHasReported() {
    String absence = away(member, "2026-01-10", null);
    String line = String.join(",", idNumber, District.NAME, "", codeOf(host), "", "2026-02-01");
    Files.done(Files.send(as(Roles.SYSTEM), "mobile-registrations/imports", HOSTED + line + "\n"));
    assertThat(district.eventsOf(absence)).isEqualTo(MATCHED_LATE);
    list(host, "end=host").body("items.id", contains(absence));
  }

  @Test
  void theHostWhomTheHomeHasNamedAcceptsAndIsMatched() {
    String absence = away(member, "2026-01-10", host);
    act(home, absence, "acceptance", 0, Map.of()).statusCode(403);
    act(district.organization(), absence, "acceptance", 0, Map.of()).statusCode(404);
    act(host, absence, "acceptance", 0, Map.of("effectiveOn", "2999-01-01")).statusCode(422);
    act(host, absence, "acceptance", 3, Map.of()).statusCode(412);
    String registration =
        act(host, absence, "acceptance", 0, Map.of("effectiveOn", "2026-02-01"))
            .statusCode(200)
            .extract()
            .path("registrationId");
    act(host, absence, "acceptance", 1, Map.of())
        .statusCode(409)
        .body("type", endsWith("/absence-already-hosted"));
    registration(registration)
        .body("idNumber", equalTo(idNumber))
        .body("memberId", equalTo(member.toString()));
    assertThat(district.eventsOf(registration)).isEqualTo("mobile-member-hosted 2026-02-01");
    assertThat(district.eventsOf(absence)).isEqualTo(MATCHED_LATE);

    end(registration, "2026-03-01");
    seen(host, absence).statusCode(404);
    seen(home, absence).body("registrationId", nullValue()).body("state", equalTo("CONFIRMED"));
    String again = hosting(idNumber, host, "2026-04-01").extract().path("id");
    seen(home, absence).body("registrationId", equalTo(again));
  }

  @Test
  void aLongAbsenceBecomesATransferAndBothRecordsEndAtReceipt() {
    String absence = away(member, "2025-01-10", host);
    seen(home, absence).body("transferDue", equalTo(false));
    String registration =
        act(host, absence, "acceptance", 0, Map.of("effectiveOn", "2025-02-01"))
            .extract()
            .path("registrationId");
    list(home, "transferDue=true&asOf=2026-01-09").body("items", empty());
    list(home, "transferDue=true").body("items.transferDue", contains(true));
    act(district.organization(), absence, "conversion", 1, Map.of()).statusCode(404);
    String transfer =
        act(home, absence, "conversion", 1, Map.of("effectiveOn", "2026-02-01"))
            .statusCode(201)
            .body("sourceId", equalTo(home.toString()))
            .body("destinationId", equalTo(host.toString()))
            .extract()
            .path("id");
    act(home, absence, "conversion", 1, Map.of())
        .statusCode(409)
        .body("type", endsWith("/transfer-already-open"));
    list(home, "transferDue=true").body("items", empty());
    assertThat(affiliatedAndHosted(home)).isEqualTo("1 0");
    assertThat(affiliatedAndHosted(host)).isEqualTo("0 1");
    receive(transfer, "2026-02-03");
    assertThat(district.eventsOf(absence)).endsWith("absence-ended 2026-02-03");
    assertThat(district.eventsOf(registration)).endsWith("mobile-hosting-ended 2026-02-03");
    registration(registration).body("reasonCode", equalTo("TRANSFERRED"));
    assertThat(affiliatedAndHosted(home)).isEqualTo("0 0");
    assertThat(affiliatedAndHosted(host)).isEqualTo("1 0");
    hosting(idNumber, home, "2026-02-02").statusCode(422);
  }

  @Test
  void whoMovesToTheHostByAnyTransferIsHostedNoLongerAndWhoMovesElsewhereStillIs() {
    String registration = hosting(idNumber, host, "2025-02-01").extract().path("id");
    UUID elsewhere = district.organization();
    String absence = away(member, "2025-02-01", null);
    receive(request(member, elsewhere, "2026-02-01").getString("id"), "2026-02-03");
    registration(registration)
        .body("endedOn", nullValue())
        .body("homeId", nullValue())
        .body("memberId", nullValue());
    assertThat(district.eventsOf(absence)).endsWith("absence-ended 2026-02-03");
    assertThat(affiliatedAndHosted(host)).isEqualTo("0 1");
    receive(request(member, host, "2026-02-03").getString("id"), "2026-02-05");
    registration(registration).body("reasonCode", equalTo("TRANSFERRED"));
    assertThat(affiliatedAndHosted(host)).isEqualTo("1 0");
  }

  @Test
  void absenceAndHostingEndWithTheMembership() {
    String absence = away(member, "2026-01-10", null);
    String registration = hosting(idNumber, host, "2026-02-01").extract().path("id");
    String path = "/api/v1/members/" + member + "/end";
    Map<String, String> death = Map.of("reason", "DECEASED", "effectiveOn", "2026-03-01");
    command(as(Roles.REGISTRAR), path, 0, death).statusCode(200);
    assertThat(district.eventsOf(absence)).endsWith("absence-ended 2026-03-01");
    assertThat(district.eventsOf(registration)).endsWith("mobile-hosting-ended 2026-03-01");
    assertThat(affiliatedAndHosted(home) + affiliatedAndHosted(host)).isEqualTo("0 00 0");
  }

  @Test
  void whoIsAdmittedByTheHostIsHostedNoLonger() {
    Map<String, Object> stranger = newMember(host);
    String registration =
        hosting(stranger.get("idNumber").toString(), host, "2009-01-01").extract().path("id");
    District.admit(stranger).statusCode(201);
    registration(registration)
        .body("endedOn", equalTo("2009-03-01"))
        .body("reasonCode", equalTo("TRANSFERRED"));
  }

  @Test
  void whatNoCommandCouldMatchIsMatchedByTheSweep() {
    String absence = away(member, "2026-01-10", null);
    String other = newIdNumber();
    String registration = hosting(other, host, "2026-02-01").extract().path("id");
    district.execute(
        "update member set id_index = r.id_index from mobile_registration r"
            + " where member.member_id = ? and registration_id = ?",
        member,
        UUID.fromString(registration));
    sweep.sweep();
    sweep.sweep();
    assertThat(district.eventsOf(absence)).isEqualTo(MATCHED_LATE);
    registration(registration).body("memberId", equalTo(member.toString()));
  }

  @RepeatedTest(8)
  void reportsAtTheSameMomentEndMatched() {
    List<Integer> statuses =
        allAtOnce(
            List.of(
                () -> reported(report(member, "2026-01-10", null)).extract().statusCode(),
                () -> hosting(idNumber, host, "2026-02-01").extract().statusCode(),
                () -> reported(report(member, "2026-01-10", null)).extract().statusCode(),
                () -> hosting(idNumber, host, "2026-02-01").extract().statusCode()));
    assertThat(statuses).containsExactlyInAnyOrder(201, 201, 409, 409);
    assertThat(
            district.text(
                """
                select count(*) from absence join mobile_registration r using (registration_id)
                 where absence.member_id = ? and r.matched_on is not null""",
                member))
        .isEqualTo("1");
    assertThat(
            district.text(
                """
                select count(*) from outbox
                 where type = 'org.jiceng.member.absence-matched.v1'
                   and payload ->> 'memberId' = ?""",
                member.toString()))
        .isEqualTo("1");
    assertThat(affiliatedAndHosted(home)).isEqualTo("1 0");
    assertThat(affiliatedAndHosted(host)).isEqualTo("0 1");
  }

  private UUID otherMember() {
    Map<String, Object> wanted = newMember(home);
    idNumber = wanted.get("idNumber").toString();
    return UUID.fromString(District.admit(wanted).statusCode(201).extract().path("id"));
  }

  private void receive(String transfer, String day) {
    clock.turnTo(Clock.fixed(Instant.parse(day + "T04:00:00Z"), clock.zone()));
    String path = "/api/v1/transfers/" + transfer;
    command(as(Roles.REGISTRAR), path + "/approval", 0, Map.of()).statusCode(200);
    command(as(Roles.REGISTRAR), path + "/receipt", 1, Map.of()).statusCode(200);
  }

  private static void end(String registration, String on) {
    String path = Away.REGISTRATIONS + "/" + registration;
    int version = registration(registration).extract().path("version");
    command(as(Roles.REGISTRAR), path + "/end", version, Map.of("effectiveOn", on)).statusCode(200);
  }

  /** Both figures of an organisation, as whoever folds the events has them. */
  private String affiliatedAndHosted(UUID organization) {
    return district.text(
        """
        select coalesce(sum(case
                 when type like '%.member-admitted.v1' and payload ->> 'organizationId' = o.id
                   or type like '%.transfer-completed.v1'
                      and payload ->> 'destinationId' = o.id then 1
                 when type like '%.membership-ended.v1' and payload ->> 'organizationId' = o.id
                   or type like '%.transfer-completed.v1'
                      and payload ->> 'sourceId' = o.id then -1 end), 0)
               || ' ' ||
               coalesce(sum(case
                 when payload ->> 'hostId' = o.id and type like '%.mobile-member-hosted.v1' then 1
                 when payload ->> 'hostId' = o.id
                  and type like '%.mobile-hosting-ended.v1' then -1 end), 0)
          from outbox cross join (select ? as id) o""",
        organization.toString());
  }

  private static List<Integer> allAtOnce(List<Callable<Integer>> calls) {
    ExecutorService offices = Executors.newFixedThreadPool(calls.size());
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> call : offices.invokeAll(calls)) {
        statuses.add(call.get());
      }
      return statuses;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      offices.shutdown();
    }
  }
}
