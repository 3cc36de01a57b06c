package org.jiceng.reporting.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaMeasured;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.AreaRenamed;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Sector;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A community handed to another sub-district takes its figures along, from that day on. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ReassignedAreaTest {
  private static final String DISTRICT = "000002000000";
  private static final String OLD = "000002001000";
  private static final String NEW = "000002002000";
  private static final String COMMUNITY = "000002001001";
  private static final String BEFORE = "2007-12-31";
  private static final String DAY = "2008-01-01";
  private static final String AFTER = "2010-06-30";
  private static boolean folded;

  @Inject Ledger ledger;

  @BeforeEach
  void aCommunityHandedOver() {
    if (folded) {
      return;
    }
    folded = true;
    UUID committee = UUID.randomUUID();
    ledger.take("2000-01-01", new AreaDefined(DISTRICT, "甲区", "A", AreaLevel.DISTRICT, null));
    ledger.take("2000-01-01", new AreaDefined(OLD, "旧街道", "O", AreaLevel.SUB_DISTRICT, DISTRICT));
    ledger.take("2000-01-01", new AreaDefined(NEW, "新街道", "N", AreaLevel.SUB_DISTRICT, DISTRICT));
    ledger.take("2000-01-01", new AreaDefined(COMMUNITY, "丙社区", "C", AreaLevel.COMMUNITY, OLD));
    ledger.take("2001-01-01", new AreaMeasured(COMMUNITY, 900, 600, 300, 400));
    ledger.take(
        "2001-01-01",
        new OrganizationEstablished(
            committee,
            "R1",
            "丙社区党委",
            OrganizationType.COMMITTEE,
            Sector.COMMUNITY,
            EstablishmentMode.INDEPENDENT,
            false,
            null,
            COMMUNITY,
            null));
    ledger.take("2005-07-01", admitted(committee));
    ledger.take(DAY, new AreaReassigned(COMMUNITY, NEW, "000002002009"));
    ledger.take("2009-01-01", new AreaRenamed(COMMUNITY, "新丙社区", "C"));
    // After it is known to have moved: one who came before that day, and one who came later.
    ledger.take("2006-07-01", admitted(committee));
    ledger.take("2009-07-01", admitted(committee));
  }

  @Test
  void theFiguresOfBothSubDistrictsAreRightBeforeAndAfter() {
    figure(OLD, "members.community", BEFORE, 2);
    figure(NEW, "members.community", BEFORE, 0);
    figure(OLD, "members.community", DAY, 0);
    figure(NEW, "members.community", DAY, 2);
    figure(OLD, "members.community", AFTER, 0);
    figure(NEW, "members.community", AFTER, 3);

    figure(OLD, "areas.population", BEFORE, 900);
    figure(OLD, "areas.population", DAY, null);
    figure(NEW, "areas.population", DAY, 900);
    figure(OLD, "areas.communities", BEFORE, 1);
    figure(OLD, "areas.communities", DAY, 0);
    figure(NEW, "areas.communities", DAY, 1);
  }

  @Test
  void theDistrictAndTheCommunityNoticeNothing() {
    for (String day : List.of(BEFORE, DAY)) {
      figure(DISTRICT, "members.community", day, 2);
      figure(COMMUNITY, "members.community", day, 2);
      figure(DISTRICT, "areas.population", day, 900);
    }
  }

  @Test
  void theLedgerAloneSaysTheSame() {
    String known = "&knownAt=" + Instant.now().plusSeconds(60);
    figure(OLD, "members.community", BEFORE + known, 2);
    figure(NEW, "members.community", DAY + known, 2);
    figure(COMMUNITY, "members.community", DAY + known, 2);
    figure(DISTRICT, "areas.population", DAY + known, 900);
  }

  @Test
  void theTableOfCommunitiesFollows() {
    table(OLD, BEFORE).body("areas.area", hasItem(COMMUNITY));
    table(NEW, BEFORE).body("areas.area", not(hasItem(COMMUNITY)));
    table(OLD, DAY).body("areas.area", not(hasItem(COMMUNITY)));
    table(NEW, DAY)
        .body("areas.area", hasItem(COMMUNITY))
        .body("areas.find { it.area == '" + COMMUNITY + "' }.name", equalTo("新丙社区"));
  }

  private static io.restassured.response.ValidatableResponse table(String area, String day) {
    return ask("statistics/by-area?level=community&indicators=members.community&area="
            + area
            + "&asOf="
            + day)
        .statusCode(200);
  }

  private static void figure(String area, String indicator, String asOf, Integer expected) {
    ask("statistics?area=" + area + "&indicators=" + indicator + "&asOf=" + asOf)
        .statusCode(200)
        .body("values[0].value", equalTo(expected));
  }

  private static io.restassured.response.ValidatableResponse ask(String question) {
    return given()
        .auth()
        .oauth2(Tokens.of("auditor").wholeDistrict().sign())
        .get("/api/v1/" + question)
        .then();
  }

  private static MemberAdmitted admitted(UUID organization) {
    return new MemberAdmitted(
        UUID.randomUUID(), organization, MembershipStatus.FULL, "1", "01", "20", 1960, null);
  }
}
