package org.jiceng.reporting.reconciliation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.MemberCounted;
import org.jiceng.events.MemberEvent.MemberCountedByArea;
import org.jiceng.events.MemberEvent.MemberCountedByAreaV1;
import org.jiceng.events.MemberEvent.MemberCountedV1;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationRelocated;
import org.jiceng.events.RegistryEvent.OrganizationTypeChanged;
import org.jiceng.events.RegistryEvent.RegistryCounted;
import org.jiceng.events.RegistryEvent.RegistryCountedByArea;
import org.jiceng.events.Sector;
import org.jiceng.events.ServiceTally;
import org.jiceng.events.Topic;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.Sequences;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The services' own counts beside what was folded, in the whole district and by township. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ReconciliationTest {
  private static final String EAST = "000771001000";
  private static final String WEST = "000771002000";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private final UUID inEast = UUID.randomUUID();
  private final UUID inWest = UUID.randomUUID();

  @Inject AgroalDataSource dataSource;
  @Inject LedgerHandler ledger;
  @Inject Views views;
  @Inject Tallies tallies;
  @Inject Reconciliation reconciliation;
  @Inject ReconciliationRuns runs;
  @Inject ReconciliationMeters meters;
  @Inject MeterRegistry registry;

  @BeforeEach
  void memberCountsThatAgree() throws SQLException {
    take(established(inEast, "000771001001"), established(inWest, "000771002001"));
    take(entered(inEast), entered(inEast), entered(inWest));
    count();
    closeTheGapsOfOtherTests();
  }

  /** Other tests make up events that the live projection never takes. */
  private void closeTheGapsOfOtherTests() throws SQLException {
    execute(
        """
        insert into projection.event (event_id, topic, sequence, type, aggregate_id, effective_on,
                                      recorded_at)
        select gen_random_uuid(), l.topic, n, 'elsewhere', 'elsewhere', date '2000-01-01', now()
          from (select topic, max(sequence) as last from projection.event group by topic) l
         cross join generate_series(1, l.last) n
         where not exists (select from projection.event e
                            where e.topic = l.topic and e.sequence = n)""");
  }

  @Test
  void whatAgreesAgreesInAllAndByTownship() {
    Reconciled reconciled = reconciliation.compare();

    assertThat(inAll(reconciled).agrees()).isTrue();
    AreaComparison byArea = byArea(reconciled);
    assertThat(byArea.certain()).isTrue();
    assertThat(byArea.agrees()).as(byArea.toString()).isTrue();
    assertThat(byArea.compared()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void whatWasTamperedWithShowsInItsTownshipAndInTheMetric() throws SQLException {
    clearRuns();
    tamper(1, inEast);
    try {
      Reconciled reconciled = reconciliation.compare();
      runs.run();
      meters.measure();

      assertThat(reconciled.agrees()).isFalse();
      assertThat(byArea(reconciled).differences())
          .extracting(Line::measure, Line::area, line -> line.difference().intValue())
          .containsExactly(tuple("member", EAST, 1));
      ReconciliationRun run = runs.lastCertain().orElseThrow();
      assertThat(run.differences().get("MEMBER"))
          .extracting(Line::area)
          .containsExactlyInAnyOrder(null, EAST);
      assertThat(differing()).isEqualTo(2);
    } finally {
      tamper(-1, inEast);
    }
    clearRuns();
    runs.run();
    meters.measure();
    assertThat(differing()).isZero();
  }

  @Test
  void oneTownshipsLossIsNotMadeUpForByAnothersGain() throws SQLException {
    tamper(1, inEast);
    tamper(-1, inWest);
    try {
      Reconciled reconciled = reconciliation.compare();

      assertThat(inAll(reconciled).agrees()).isTrue();
      assertThat(byArea(reconciled).differences())
          .extracting(Line::area)
          .containsExactly(EAST, WEST);
    } finally {
      tamper(-1, inEast);
      tamper(1, inWest);
    }
  }

  @Test
  void whileSomethingBeforeTheTallyIsMissingNothingIsCertain() throws SQLException {
    long missing = Sequences.next(entered(inWest));
    count();
    clearRuns();
    runs.run();

    assertThat(byArea(reconciliation.compare()).certain()).isFalse();
    assertThat(runs.list(new PageRequest()).items())
        .extracting(ReconciliationRun::certain)
        .containsExactly(false);
    fold(recorded(entered(inWest), missing));
    assertThat(byArea(reconciliation.compare()).certain()).isTrue();
  }

  @Test
  void whatComesBetweenTheCountAndItsPlaceInTheLogMakesNoDifference() throws SQLException {
    Map<String, Long> inAll = folded(false);
    Map<String, Long> byArea = folded(true);
    long through = Sequences.last(Topic.MEMBER);
    take(entered(inEast), entered(inWest));
    take(new MemberCounted(inAll, through, List.of()));
    take(entered(inEast));
    take(new MemberCountedByArea(byArea, through, List.of()));
    take(entered(inWest));

    Reconciled reconciled = reconciliation.compare();

    assertThat(inAll(reconciled).measures()).allMatch(Line::agrees);
    assertThat(inAll(reconciled).position()).isEqualTo(through);
    assertThat(inAll(reconciled).certain()).isTrue();
    assertThat(byArea(reconciled).differences()).isEmpty();
    assertThat(byArea(reconciled).certain()).isTrue();
  }

  @Test
  void whatHadNoPlaceYetWhenItWasCountedIsReadWhereverItCameToStand() throws SQLException {
    RecordedEvent before = recorded(entered(inWest), Sequences.next(entered(inWest)));
    fold(before);
    Map<String, Long> inAll = folded(false);
    Map<String, Long> byArea = folded(true);
    long through = Sequences.last(Topic.MEMBER);
    inAll.merge("member", 1L, Long::sum);
    byArea.merge("member@" + WEST, 1L, Long::sum);
    take(entered(inEast));
    RecordedEvent counted = recorded(entered(inWest), Sequences.next(entered(inWest)));
    List<UUID> also = List.of(counted.id());
    take(new MemberCounted(inAll, through, also), new MemberCountedByArea(byArea, through, also));

    // Not folded yet: not before the ledger has all that is named can it be set beside the counts
    assertThat(inAll(reconciliation.compare()).certain()).isFalse();
    assertThat(byArea(reconciliation.compare()).certain()).isFalse();

    fold(counted);
    Reconciled reconciled = reconciliation.compare();
    assertThat(inAll(reconciled).measures()).allMatch(Line::agrees);
    assertThat(inAll(reconciled).alsoCounted()).isEqualTo(1);
    assertThat(inAll(reconciled).certain()).isTrue();
    assertThat(byArea(reconciled).differences()).isEmpty();
    assertThat(byArea(reconciled).certain()).isTrue();
  }

  @Test
  void anOrganizationThatMovesAfterItWasCountedMakesNoDifference() throws SQLException {
    long through = Sequences.last(Topic.REGISTRY);
    take(
        new RegistryCounted(folded(Topic.REGISTRY, false, "organization"), through, List.of()),
        new RegistryCountedByArea(folded(Topic.REGISTRY, true, "organization"), through, List.of()),
        new OrganizationRelocated(inEast, "000771002002"),
        new OrganizationTypeChanged(inEast, OrganizationType.GENERAL_BRANCH));

    Map<String, List<Line>> differences = reconciliation.compare().differences();

    assertThat(differences.get("REGISTRY")).isEmpty();
    assertThat(differences.get("MEMBER")).isEmpty();
    assertThat(folded(Topic.REGISTRY, true, "organization").get("organization@" + WEST))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void aTallyOfBeforeIsSetBesideAllThatStandsBeforeIt() throws SQLException {
    Map<String, Long> byArea = folded(true);
    take(new MemberCountedV1(folded(false)), new MemberCountedByAreaV1(byArea));
    take(entered(inEast));
    assertThat(inAll(reconciliation.compare()).agrees()).isTrue();
    assertThat(byArea(reconciliation.compare()).agrees()).isTrue();
    assertThat(byArea(reconciliation.compare()).certain()).isTrue();

    take(new MemberCountedByAreaV1(byArea));
    assertThat(byArea(reconciliation.compare()).differences())
        .extracting(Line::area, line -> line.difference().intValue())
        .containsExactly(tuple(EAST, 1));
  }

  @Test
  void itIsForWhoeverHasTheWholeDistrict() throws SQLException {
    clearRuns();
    runs.run();
    String auditor = Tokens.of("auditor").wholeDistrict().sign();
    given()
        .auth()
        .oauth2(auditor)
        .get("/api/v1/reconciliation")
        .then()
        .statusCode(200)
        .body("byArea.topic", hasItem("MEMBER"));
    given()
        .auth()
        .oauth2(auditor)
        .get("/api/v1/reconciliation/runs?limit=1")
        .then()
        .statusCode(200)
        .body("items.certain", hasItem(true));
    String scoped = Tokens.of("auditor").org(UUID.randomUUID()).sign();
    given().auth().oauth2(scoped).get("/api/v1/reconciliation").then().statusCode(404);
    given().auth().oauth2(scoped).get("/api/v1/reconciliation/runs").then().statusCode(404);
  }

  private static Comparison inAll(Reconciled reconciled) {
    return reconciled.comparisons().stream()
        .filter(c -> c.topic().equals("MEMBER"))
        .findFirst()
        .orElseThrow();
  }

  private static AreaComparison byArea(Reconciled reconciled) {
    return reconciled.byArea().stream()
        .filter(c -> c.topic().equals("MEMBER"))
        .findFirst()
        .orElseThrow();
  }

  private double differing() {
    return registry.get("jiceng.reconciliation.differences").tag("topic", "MEMBER").gauge().value();
  }

  private Map<String, Long> folded(boolean byArea) {
    return folded(Topic.MEMBER, byArea, "member");
  }

  /** What the ledger says now of a measure, as a service would count that has told everything. */
  private Map<String, Long> folded(Topic topic, boolean byArea, String measure) {
    Tally all =
        new Tally(topic.name(), byArea, Instant.now(), TODAY, Long.MAX_VALUE, List.of(), Map.of());
    Map<String, Long> counts = new TreeMap<>();
    try (View view = views.open(Knowledge.EVERYTHING)) {
      for (Map.Entry<String, BigDecimal> sum : tallies.folded(view, all).sums().entrySet()) {
        if (List.of(sum.getKey().split("[@/]", 2)).get(0).equals(measure)) {
          counts.put(sum.getKey(), sum.getValue().longValue());
        }
      }
    }
    return counts;
  }

  /** As a service does that has told everything. */
  private void count() throws SQLException {
    long through = Sequences.last(Topic.MEMBER);
    take(
        new MemberCounted(folded(false), through, List.of()),
        new MemberCountedByArea(folded(true), through, List.of()));
  }

  private static AffiliationEntered entered(UUID organization) {
    return new AffiliationEntered(UUID.randomUUID(), organization, LocalDate.of(2010, 1, 1), null);
  }

  private static OrganizationEstablished established(UUID id, String area) {
    return new OrganizationEstablished(
        id,
        id.toString().substring(0, 12),
        "支部",
        OrganizationType.BRANCH,
        Sector.COMMUNITY,
        EstablishmentMode.INDEPENDENT,
        false,
        null,
        area,
        null);
  }

  private void take(DomainEvent... events) throws SQLException {
    for (DomainEvent event : events) {
      fold(recorded(event, Sequences.next(event)));
    }
  }

  private static RecordedEvent recorded(DomainEvent event, long sequence) {
    LocalDate on = event instanceof ServiceTally ? TODAY : LocalDate.of(2010, 1, 1);
    return new RecordedEvent(UUID.randomUUID(), Instant.now(), on, sequence, null, null, event);
  }

  private void fold(RecordedEvent event) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      ledger.apply(List.of(event), connection);
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private void tamper(int by, UUID organization) throws SQLException {
    execute(
        """
        update projection.posting set amount = amount + (%d) where ctid = (
          select min(ctid) from projection.posting
           where organization_id = '%s' and measure = 'member')"""
            .formatted(by, organization));
  }

  private void clearRuns() throws SQLException {
    execute("delete from reconciliation_run");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
