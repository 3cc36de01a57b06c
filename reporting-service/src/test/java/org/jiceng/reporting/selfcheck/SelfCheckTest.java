package org.jiceng.reporting.selfcheck;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jiceng.certification.history.History;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.replay.Claim;
import org.jiceng.reporting.replay.OwnLog;
import org.jiceng.reporting.replay.TableComparison.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The logs folded again beside a live projection that goes on, and both compared. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SelfCheckTest {
  private static final int STEPS = 160;
  private static final int BATCH = 10;
  private static final Config GENTLE = new Config(Duration.ZERO);

  @Inject AgroalDataSource dataSource;
  @Inject OwnLog log;
  @Inject SelfChecks checks;
  @Inject SelfCheckMeters meters;
  @Inject MeterRegistry registry;

  private List<RecordedEvent> events;
  private final List<Duration> rests = new ArrayList<>();

  private record Config(Duration rest) implements SelfCheckConfig {
    @Override
    public boolean enabled() {
      return true;
    }

    @Override
    public int batch() {
      return BATCH;
    }

    @Override
    public double duty() {
      return 0.05;
    }

    @Override
    public Duration firstAfter() {
      return Duration.ZERO;
    }

    @Override
    public int keep() {
      return 3;
    }

    @Override
    public Duration measureEvery() {
      return Duration.ofSeconds(15);
    }
  }

  @BeforeEach
  void aHistoryThatWasWrittenAndFolded() throws Exception {
    execute("delete from self_check");
    events = new History(51, STEPS).events();
    log.create();
    log.write(events.subList(0, events.size() / 2), 1);
    log.fold();
  }

  @AfterEach
  void nothingIsLeft() throws SQLException {
    execute("delete from self_check");
    execute("drop schema if exists " + log.schema() + " cascade");
    execute("drop schema if exists " + shadow() + " cascade");
  }

  @Test
  void whatIsFoldedAgainIsWhatIsLive() throws Exception {
    checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();

    SelfCheck pass = last();
    assertThat(pass.state()).as(pass.toString()).isEqualTo(SelfCheck.State.EQUAL);
    assertThat(pass.events()).isEqualTo(events.size() / 2);
    assertThat(pass.differences()).isEmpty();
    assertThat(pass.positions()).hasSize(OwnLog.PARTITIONS);
    assertThat(pass.positions().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(events.size() / 2);
    assertThat(pass.digests()).containsKeys("posting", "balance", "lineage");
    assertThat(pass.digests().values()).allMatch(Digests::equal);
    assertThat(schemas()).contains(log.schema()).doesNotContain(shadow());
    meters.measure();
    assertThat(registry.get("jiceng.self.check.age").gauge().value()).isLessThan(60);
    assertThat(registry.get("jiceng.self.check.differences").gauge().value()).isZero();
  }

  @Test
  void itRestsAfterEachBatchAndInAllNoLongerThanNineteenTimesItsWork() throws Exception {
    long from = System.nanoTime();
    checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();
    long atMost = 19 * (System.nanoTime() - from);

    assertThat(rests).hasSizeGreaterThan(events.size() / 2 / BATCH / 3);
    assertThat(rests).allMatch(rest -> rest.toNanos() > 0);
    assertThat(rests.stream().mapToLong(Duration::toNanos).sum()).isLessThanOrEqualTo(atMost);
  }

  @Test
  void whatWasTamperedWithShowsInFindingsAndMetricAndStaysToBeLookedAt() throws Exception {
    execute(
        """
        update %1$s.posting set amount = amount + 1
         where ctid = (select min(ctid) from %1$s.posting)"""
            .formatted(log.schema()));
    checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();

    SelfCheck pass = last();
    assertThat(pass.state()).isEqualTo(SelfCheck.State.DIFFERENT);
    assertThat(pass.differences()).containsExactly(Map.entry("posting", 2L));
    assertThat(pass.digests().get("posting").equal()).isFalse();
    assertThat(schemas()).contains(log.schema(), shadow());
    meters.measure();
    assertThat(registry.get("jiceng.self.check.differences").gauge().value()).isEqualTo(2);
  }

  @Test
  void afterARestartItGoesOnWhereItWas() throws Exception {
    checker("1", GENTLE, 2, () -> {}).work();
    SelfCheck begun = last();
    checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();

    assertThat(begun.state()).isEqualTo(SelfCheck.State.RUNNING);
    assertThat(begun.events()).isPositive().isLessThan(events.size() / 2);
    assertThat(last().id()).isEqualTo(begun.id());
    assertThat(last().state()).isEqualTo(SelfCheck.State.EQUAL);
    assertThat(last().events()).isEqualTo(events.size() / 2);
  }

  @Test
  void theLiveFoldGoesOnMeanwhileAndBothAreComparedWhereTheyMeet() throws Exception {
    checker("1", GENTLE, Integer.MAX_VALUE, this::theRestHappensTwice).work();

    assertThat(last().state()).as(last().toString()).isEqualTo(SelfCheck.State.EQUAL);
    assertThat(last().events()).isEqualTo(events.size());
  }

  @Test
  void anotherVersionBeginsAnew() throws Exception {
    checker("1", GENTLE, 2, () -> {}).work();
    UUID former = last().id();
    checker("2", GENTLE, Integer.MAX_VALUE, () -> {}).work();

    assertThat(checks.find(former).orElseThrow().state()).isEqualTo(SelfCheck.State.ABANDONED);
    assertThat(last().state()).isEqualTo(SelfCheck.State.EQUAL);
    assertThat(last().events()).isEqualTo(events.size() / 2);
  }

  @Test
  void whatWasPutAsideAndTakenLaterMakesAPassPointless() throws Exception {
    checker("1", GENTLE, 2, () -> {}).work();
    execute(
        """
        insert into inbox_parked (handler, topic, partition_no, offset_no, key, headers, reason,
                                  parked_at, resolved_at)
        values ('%1$s', '%1$s', 0, 0, 'k', '{}', 'its time had not come', now(), now())"""
            .formatted(log.handler()));
    checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();

    assertThat(last().state()).isEqualTo(SelfCheck.State.ABANDONED);
  }

  @Test
  void whatCannotBeReadFailsThePassAndNotTheNext() throws Exception {
    log.parkNextUnreadable();
    execute("delete from inbox_parked where handler = '" + log.handler() + "'");
    checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();
    SelfCheck failed = last();
    checker("1", GENTLE, 2, () -> {}).work();

    assertThat(failed.state()).isEqualTo(SelfCheck.State.FAILED);
    assertThat(failed.failure()).isNotBlank();
    assertThat(last().state()).isEqualTo(SelfCheck.State.RUNNING);
  }

  @Test
  void oneInstanceWorksAtATimeAndRestsBetweenPasses() throws Exception {
    try (Connection other = dataSource.getConnection()) {
      other.setAutoCommit(false);
      try (Claim claim = Claim.of("self-check " + shadow(), other).orElseThrow()) {
        checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();
        assertThat(claim).isNotNull();
      }
      other.setAutoCommit(true);
    }
    assertThat(checks.list(new PageRequest()).items()).isEmpty();

    checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();
    UUID first = last().id();
    checker("1", new Config(Duration.ofHours(1)), Integer.MAX_VALUE, () -> {}).work();
    assertThat(last().id()).isEqualTo(first);
  }

  @Test
  void onlyTheLastPassesAreKept() throws Exception {
    for (int i = 0; i < 5; i++) {
      checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();
    }

    assertThat(checks.list(new PageRequest()).items()).hasSize(3);
  }

  @Test
  void theFindingsAreForWhoeverHasTheWholeDistrict() throws Exception {
    checker("1", GENTLE, Integer.MAX_VALUE, () -> {}).work();
    String id = last().id().toString();

    as(Tokens.of("auditor").wholeDistrict())
        .get("/api/v1/self-checks")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    as(Tokens.of("system").wholeDistrict())
        .get("/api/v1/self-checks/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("EQUAL"));
    as(Tokens.of("system").wholeDistrict())
        .get("/api/v1/self-checks/" + UUID.randomUUID())
        .then()
        .statusCode(404);
    as(Tokens.of("auditor").org(UUID.randomUUID()))
        .get("/api/v1/self-checks")
        .then()
        .statusCode(404);
    as(Tokens.of("reporter").wholeDistrict()).get("/api/v1/self-checks").then().statusCode(403);
  }

  private interface Happening {
    void happen() throws Exception;
  }

  /** Stops after so many rests; once it first rests this happens. */
  private SelfChecker checker(String version, SelfCheckConfig config, int steps, Happening then) {
    AtomicReference<Happening> once = new AtomicReference<>(then);
    return new SelfChecker(
        new SelfChecker.Means(
            dataSource, log.schema(), shadow(), log.handler(), log.brokers(), version, config),
        new SelfChecker.Pause() {
          private int rested;

          @Override
          public void rest(Duration time) {
            rests.add(time);
            rested++;
            Happening happening = once.getAndSet(() -> {});
            try {
              happening.happen();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }

          @Override
          public boolean getAsBoolean() {
            return rested >= steps;
          }
        });
  }

  private void theRestHappensTwice() throws SQLException {
    log.write(events.subList(events.size() / 2, events.size()), 2);
    log.fold();
  }

  private SelfCheck last() {
    return checks.list(new PageRequest()).items().get(0);
  }

  private String shadow() {
    return log.schema() + "_shadow";
  }

  private static RequestSpecification as(Tokens token) {
    return given().auth().oauth2(token.sign());
  }

  private List<String> schemas() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select nspname from pg_namespace")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
