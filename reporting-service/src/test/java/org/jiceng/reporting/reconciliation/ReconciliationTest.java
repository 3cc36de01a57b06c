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
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Sector;
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
    take(new MemberCounted(folded(false)), new MemberCountedByArea(folded(true)));
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
    take(new MemberCountedByArea(folded(true)));
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

  /** What the ledger says now, as a service would count that has told everything. */
  private Map<String, Long> folded(boolean byArea) {
    Tally all = new Tally("MEMBER", byArea, Instant.now(), Long.MAX_VALUE, Map.of());
    Map<String, Long> counts = new TreeMap<>();
    try (View view = views.open(Knowledge.EVERYTHING)) {
      for (Map.Entry<String, BigDecimal> sum :
          tallies.folded(view, all, LocalDate.now(ZoneId.of("Asia/Shanghai"))).entrySet()) {
        if (Line.measure(sum.getKey()).equals("member")) {
          counts.put(sum.getKey(), sum.getValue().longValue());
        }
      }
    }
    return counts;
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
    return new RecordedEvent(
        UUID.randomUUID(), Instant.now(), LocalDate.of(2010, 1, 1), sequence, null, null, event);
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
