package org.jiceng.reporting.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityEvent.AttendanceRecorded;
import org.jiceng.events.ActivityEvent.AttendanceRevoked;
import org.jiceng.events.ActivityKind;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Attendances count for both ends: for whoever held the activity, and for where the member is
 * affiliated; and in either count of the district each of them once.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AttendanceFiguresTest {
  @Inject Ledger ledger;

  private final String township = "7%05d".formatted((int) (Math.random() * 100_000)) + "001";
  private final UUID top = UUID.randomUUID();
  private final UUID host = UUID.randomUUID();
  private final UUID home = UUID.randomUUID();
  private final UUID atHost = UUID.randomUUID();
  private final UUID atHome = UUID.randomUUID();
  private AttendanceRecorded away;

  @BeforeEach
  void aHomeAndAHost() {
    String district = township.substring(0, 6) + "000000";
    ledger.take("2000-01-01", new AreaDefined(district, "区", "D", AreaLevel.DISTRICT, null));
    ledger.take(
        "2000-01-01", new AreaDefined(area("000"), "街道", "S", AreaLevel.SUB_DISTRICT, district));
    ledger.take(
        "2000-01-01",
        new AreaDefined(area("001"), "甲", "A", AreaLevel.COMMUNITY, area("000")),
        new AreaDefined(area("002"), "乙", "B", AreaLevel.COMMUNITY, area("000")));
    ledger.take(
        "2001-01-01",
        Ledger.established(top, null, area("000")),
        Ledger.established(host, top, area("001")),
        Ledger.established(home, top, area("002")));
    ledger.take("2010-07-01", new ActivityHeld(atHost, host, ActivityKind.THEME_DAY));
    ledger.take("2010-07-05", new ActivityHeld(atHome, home, ActivityKind.MEMBER_ASSEMBLY));
    away = recorded(atHost, host, UUID.randomUUID(), home);
    ledger.take(
        "2010-07-01",
        recorded(atHost, host, null, host),
        away,
        recorded(atHost, host, UUID.randomUUID(), null));
    ledger.take("2010-07-05", recorded(atHome, home, null, home));
  }

  @Test
  void eachEndHasItsOwnAndNoSumHasOneTwice() {
    figure("organization=" + host, "attendances.total", 3);
    figure("organization=" + host, "attendances.hosted", 2);
    figure("organization=" + host, "attendances.ofMembers", 1);
    figure("organization=" + host, "attendances.ofMembersAway", 0);
    figure("organization=" + home, "attendances.total", 1);
    figure("organization=" + home, "attendances.hosted", 0);
    figure("organization=" + home, "attendances.ofMembers", 2);
    figure("organization=" + home, "attendances.ofMembersAway", 1);
    figure("organization=" + top, "attendances.total", 4);
    figure("organization=" + top, "attendances.hosted", 2);
    figure("organization=" + top, "attendances.ofMembers", 3);
    figure("organization=" + top, "attendances.ofMembersAway", 1);
    figure("organization=" + top, "activities.held", 2);
    figure("area=" + area("001"), "attendances.total", 3);
    figure("area=" + area("000"), "attendances.total", 4);
    figure("area=" + area("000"), "attendances.ofMembers", 3);
  }

  @Test
  void whatWasRevokedCountsAtNeitherEnd() {
    ledger.take(
        "2010-07-01",
        new AttendanceRevoked(
            away.attendanceId(),
            atHost,
            host,
            away.registrationId(),
            away.memberId(),
            home,
            "WRONG_PERSON"));
    figure("organization=" + host, "attendances.total", 2);
    figure("organization=" + host, "attendances.hosted", 1);
    figure("organization=" + home, "attendances.ofMembers", 1);
    figure("organization=" + home, "attendances.ofMembersAway", 0);
    figure("organization=" + top, "attendances.total", 3);
  }

  private static AttendanceRecorded recorded(
      UUID activity, UUID organization, UUID registration, UUID memberOf) {
    UUID member = memberOf == null ? null : UUID.randomUUID();
    return new AttendanceRecorded(
        UUID.randomUUID(), activity, organization, registration, member, memberOf);
  }

  private String area(String community) {
    return township + community;
  }

  /** What happened in 2010, up to the end of July. */
  private static void figure(String of, String indicator, int value) {
    given()
        .auth()
        .oauth2(Tokens.of("auditor").wholeDistrict().sign())
        .get(
            "/api/v1/statistics?"
                + of
                + "&asOf=2010-07-31&since=2009-12-31&indicators="
                + indicator)
        .then()
        .statusCode(200)
        .body("values[0].value", equalTo(value));
  }
}
