package org.jiceng.reporting.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityEvent.ActivityHeldJointly;
import org.jiceng.events.ActivityEvent.AttendanceExpected;
import org.jiceng.events.ActivityEvent.AttendanceRecorded;
import org.jiceng.events.ActivityEvent.BookingCheckedIn;
import org.jiceng.events.ActivityEvent.BookingMissed;
import org.jiceng.events.ActivityEvent.CadenceAssessed;
import org.jiceng.events.ActivityEvent.CostRecorded;
import org.jiceng.events.ActivityEvent.CostRevoked;
import org.jiceng.events.ActivityEvent.OpeningHoursSet;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.events.ActivityKind;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.FundSource;
import org.jiceng.events.HolidayRule;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What took place, what was used, what was kept and what it cost, in July 2010. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ActivityFiguresTest {
  private static final LocalDate JULY = LocalDate.of(2010, 7, 1);

  @Inject Ledger ledger;

  private final String township = "6%05d".formatted((int) (Math.random() * 100_000)) + "001";
  private final UUID top = UUID.randomUUID();
  private final UUID branch = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final UUID site = UUID.randomUUID();
  private final UUID space = UUID.randomUUID();

  @BeforeEach
  void twoBranchesAndASite() {
    String district = township.substring(0, 6) + "000000";
    ledger.take("2000-01-01", new AreaDefined(district, "区", "D", AreaLevel.DISTRICT, null));
    ledger.take(
        "2000-01-01",
        new AreaDefined(area("000"), "街道", "S", AreaLevel.SUB_DISTRICT, district),
        new AreaDefined(area("001"), "甲", "A", AreaLevel.COMMUNITY, area("000")),
        new AreaDefined(area("002"), "乙", "B", AreaLevel.COMMUNITY, area("000")));
    ledger.take(
        "2001-01-01",
        Ledger.established(top, null, area("000")),
        Ledger.established(branch, top, area("001")),
        Ledger.established(other, top, area("002")));
    ledger.take(
        "2010-01-01",
        new SiteOpened(
            site, SiteKind.values()[0], SiteOrigin.values()[0], area("002"), other, BigDecimal.TEN),
        new SpaceAdded(site, space, 40),
        new OpeningHoursSet(site, HolidayRule.CLOSED, Map.of("MONDAY", 420L, "TUESDAY", 420L)));
  }

  @Test
  void occupancyIsWhatWasUsedOfWhatWasOpenWhereTheSiteLies() {
    ledger.take("2010-07-05", used(120), used(60));
    ledger.take("2010-07-06", missed(60));
    // 31 days of 840 / 7 minutes
    figure("area=" + area("002"), "sites.openHours").body("values[0].value", equalTo(62));
    figure("area=" + area("002"), "sites.usedHours").body("values[0].value", equalTo(3));
    figure("area=" + area("002"), "sites.occupancy").body("values[0].value", equalTo(0.048f));
    figure("organization=" + other, "sites.occupancy").body("values[0].value", equalTo(0.048f));
    figure("organization=" + top, "bookings.used").body("values[0].value", equalTo(2));
    figure("organization=" + top, "bookings.noShowRate").body("values[0].value", equalTo(0.333f));
    figure("organization=" + branch, "bookings.used").body("values[0].value", equalTo(0));
    figure("organization=" + branch, "sites.occupancy").body("values[0].value", nullValue());
  }

  @Test
  void anActivityHeldTogetherIsOneAndCountsForEach() {
    UUID activity = UUID.randomUUID();
    ledger.take(
        "2010-07-01",
        new ActivityHeld(activity, branch, ActivityKind.THEME_DAY),
        new ActivityHeldJointly(activity, other, branch, ActivityKind.THEME_DAY));
    figure("organization=" + top, "activities.held").body("values[0].value", equalTo(1));
    figure("organization=" + top, "activities.heldJointly").body("values[0].value", equalTo(1));
    figure("organization=" + other, "activities.held").body("values[0].value", equalTo(0));
    figure("organization=" + other, "activities.heldJointly").body("values[0].value", equalTo(1));
  }

  @Test
  void participationAsksOnlyForThoseWhoAreExpected() {
    UUID assembly = UUID.randomUUID();
    UUID committee = UUID.randomUUID();
    ledger.take(
        "2010-07-01",
        new ActivityHeld(assembly, branch, ActivityKind.MEMBER_ASSEMBLY),
        new AttendanceExpected(assembly, branch, ActivityKind.MEMBER_ASSEMBLY, 4),
        new ActivityHeld(committee, branch, ActivityKind.COMMITTEE_MEETING),
        new AttendanceExpected(committee, branch, ActivityKind.COMMITTEE_MEETING, 4));
    ledger.take("2010-07-01", attended(assembly, null), attended(assembly, null));
    ledger.take("2010-07-01", attended(assembly, null), attended(assembly, UUID.randomUUID()));
    ledger.take("2010-07-01", attended(committee, null));
    figure("organization=" + branch, "attendances.participationRate")
        .body("values[0].value", equalTo(0.75f));
    figure("organization=" + other, "attendances.participationRate")
        .body("values[0].value", nullValue());
  }

  @Test
  void aLateMeetingIsTakenIntoComplianceAndWhoIsFreedOfTheRuleOutOfIt() {
    ledger.take(
        "2010-07-31", assessed(branch, 1, 0, null, null), assessed(other, 1, 2, null, null));
    figure("organization=" + top, "cadence.compliance").body("values[0].value", equalTo(0.5f));
    ledger.take("2010-07-31", assessed(branch, 1, 1, 1, 0));
    figure("organization=" + top, "cadence.compliance").body("values[0].value", equalTo(1));
    ledger.take("2010-07-31", assessed(other, 0, 2, 1, 2));
    figure("organization=" + top, "cadence.due").body("values[0].value", equalTo(1));
    figure("organization=" + top, "cadence.kept").body("values[0].value", equalTo(1));
  }

  @Test
  void whatWasSpentCountsOnceAndByItsSource() {
    UUID activity = UUID.randomUUID();
    CostRecorded wrong = cost(activity, "100.50", FundSource.PARTY_FEE);
    ledger.take(
        "2010-07-01",
        new ActivityHeld(activity, branch, ActivityKind.LECTURE),
        attended(activity, null),
        attended(activity, null));
    ledger.take("2010-07-01", wrong, cost(activity, "50.50", FundSource.FISCAL));
    ledger.take("2010-07-02", cost(null, "9.25", FundSource.PARTY_FEE));
    ledger.take(
        "2010-07-01",
        new CostRevoked(
            wrong.costId(),
            branch,
            activity,
            null,
            area("001"),
            wrong.amount(),
            wrong.fundSource(),
            "WRONG_AMOUNT"));
    figure("area=" + area("000"), "funds.spent").body("values[0].value", equalTo(59.75f));
    figure("area=" + area("000"), "funds.spent.partyFee").body("values[0].value", equalTo(9.25f));
    figure("organization=" + branch, "funds.spentOnActivities")
        .body("values[0].value", equalTo(50.5f));
    figure("organization=" + branch, "funds.costPerAttendance")
        .body("values[0].value", equalTo(25.25f));
  }

  private BookingCheckedIn used(int minutes) {
    return new BookingCheckedIn(
        UUID.randomUUID(), site, space, branch, other, area("002"), minutes);
  }

  private BookingMissed missed(int minutes) {
    return new BookingMissed(UUID.randomUUID(), site, space, branch, other, area("002"), minutes);
  }

  private AttendanceRecorded attended(UUID activity, UUID registration) {
    UUID member = registration == null ? UUID.randomUUID() : null;
    return new AttendanceRecorded(
        UUID.randomUUID(), activity, branch, registration, member, member == null ? null : branch);
  }

  private CostRecorded cost(UUID activity, String amount, FundSource source) {
    return new CostRecorded(
        UUID.randomUUID(), branch, activity, null, area("001"), new BigDecimal(amount), source);
  }

  private static CadenceAssessed assessed(
      UUID organization, int required, int held, Integer requiredBefore, Integer heldBefore) {
    return new CadenceAssessed(
        organization,
        ActivityKind.GROUP_MEETING,
        JULY,
        JULY.plusMonths(1),
        required,
        held,
        requiredBefore,
        heldBefore);
  }

  private String area(String community) {
    return township + community;
  }

  private static ValidatableResponse figure(String of, String indicator) {
    return given()
        .auth()
        .oauth2(Tokens.of("auditor").wholeDistrict().sign())
        .get(
            "/api/v1/statistics?"
                + of
                + "&asOf=2010-07-31&since=2010-06-30&indicators="
                + indicator)
        .then()
        .statusCode(200);
  }
}
