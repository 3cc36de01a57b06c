package org.jiceng.reporting.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.OrganizationDissolved;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** What was, on the boundaries of another day: old figures on new ones, and new on old. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BoundariesTest {
  private static final String MERGED_ON = "2010-06-01";
  private static final String BEFORE = "2009-12-31";
  private static final String AFTER = "2010-12-31";

  @Inject Ledger ledger;

  @Test
  void thePastOfWhatWasMergedCountsWithItsHeirOnNewBoundaries() {
    UUID root = committee(null, "2000-01-01");
    UUID first = committee(root, "2000-01-01");
    UUID second = committee(root, "2000-01-01");
    UUID third = committee(root, "2000-01-01");
    UUID member = member(first, "2005-01-01");
    member(second, "2006-01-01");
    UUID heir = merge(List.of(first, second), root, "2010-06-01");
    ledger.take(MERGED_ON, new MemberReassigned(member, UUID.randomUUID(), first, heir));
    UUID last = merge(List.of(heir, third), root, "2012-01-01");

    affiliated(first, BEFORE, null).body("values[0].value", equalTo(1));
    affiliated(heir, BEFORE, null).body("values[0].value", nullValue());
    affiliated(heir, BEFORE, AFTER).body("values[0].value", equalTo(2));
    affiliated(last, BEFORE, "2013-01-01").body("values[0].value", equalTo(2));
    affiliated(first, BEFORE, AFTER).body("values[0].value", nullValue());
    affiliated(root, BEFORE, AFTER).body("values[0].value", equalTo(2));
    affiliated(root, BEFORE, null).body("values[0].value", equalTo(2));
  }

  @Test
  void whatHasMovedCountsWhereItStoodOnOldBoundaries() {
    UUID root = committee(null, "2000-01-01");
    UUID from = committee(root, "2000-01-01");
    UUID to = committee(root, "2000-01-01");
    UUID moving = committee(from, "2000-01-01");
    member(moving, "2005-01-01");
    ledger.take(MERGED_ON, new OrganizationReparented(moving, to));
    UUID young = committee(to, "2011-01-01");
    member(young, "2011-02-01");

    affiliated(from, "2011-12-31", null).body("values[0].value", equalTo(0));
    affiliated(from, "2011-12-31", BEFORE).body("values[0].value", equalTo(1));
    affiliated(to, "2011-12-31", BEFORE).body("values[0].value", equalTo(1));
    affiliated(to, BEFORE, AFTER).body("values[0].value", equalTo(1));
    affiliated(root, "2011-12-31", BEFORE).body("values[0].value", equalTo(2));
    affiliated(root, "2011-12-31", null).body("values[0].value", equalTo(2));
    affiliated(root, "2011-12-31", "yesterday").statusCode(400);
  }

  @Test
  void aCommunityThatWasHandedOverCountsWhereItLayOnTheDayOfTheBoundaries() {
    ledger.take("2000-01-01", new AreaDefined("000009000000", "丁区", "D", AreaLevel.DISTRICT, null));
    for (String township : List.of("000009001000", "000009002000")) {
      ledger.take(
          "2000-01-01",
          new AreaDefined(township, "街道", "T", AreaLevel.SUB_DISTRICT, "000009000000"));
    }
    ledger.take(
        "2000-01-01",
        new AreaDefined("000009001001", "社区", "C", AreaLevel.COMMUNITY, "000009001000"));
    UUID committee = UUID.randomUUID();
    ledger.take("2000-01-01", Ledger.established(committee, null, "000009001001"));
    member(committee, "2005-01-01");
    ledger.take(MERGED_ON, new AreaReassigned("000009001001", "000009002000", "000009002001"));

    for (String area : List.of("000009001000", "000009002000")) {
      boolean old = area.equals("000009001000");
      in(area, BEFORE, AFTER).body("values[0].value", equalTo(old ? 0 : 1));
      in(area, AFTER, BEFORE).body("values[0].value", equalTo(old ? 1 : 0));
    }
  }

  private static ValidatableResponse in(String area, String asOf, String boundaries) {
    return given()
        .auth()
        .oauth2(Tokens.of("auditor").wholeDistrict().sign())
        .get(
            "/api/v1/statistics?indicators=members.affiliated&area="
                + area
                + "&asOf="
                + asOf
                + "&boundaries="
                + boundaries)
        .then();
  }

  private static ValidatableResponse affiliated(UUID organization, String asOf, String boundaries) {
    String on = boundaries == null ? "" : "&boundaries=" + boundaries;
    return given()
        .auth()
        .oauth2(Tokens.of("auditor").wholeDistrict().sign())
        .get(
            "/api/v1/statistics?indicators=members.affiliated&organization="
                + organization
                + "&asOf="
                + asOf
                + on)
        .then();
  }

  private UUID merge(List<UUID> sources, UUID parent, String on) {
    UUID heir = committee(parent, on);
    UUID reorganization = UUID.randomUUID();
    Map<UUID, UUID> heirs = Map.of(sources.get(0), heir, sources.get(1), heir);
    for (UUID source : sources) {
      ledger.take(on, new OrganizationDissolved(source, heir, null));
    }
    ledger.take(
        on,
        new ReorganizationDecided(
            reorganization, ReorganizationKind.MERGE, sources, List.of(heir), heirs, Map.of()));
    return heir;
  }

  private UUID committee(UUID parent, String on) {
    UUID id = UUID.randomUUID();
    ledger.take(on, Ledger.established(id, parent, "000008001001"));
    return id;
  }

  private UUID member(UUID organization, String on) {
    UUID id = UUID.randomUUID();
    ledger.take(
        on,
        new MemberAdmitted(id, organization, MembershipStatus.FULL, "1", "01", "20", 1960, null));
    return id;
  }
}
