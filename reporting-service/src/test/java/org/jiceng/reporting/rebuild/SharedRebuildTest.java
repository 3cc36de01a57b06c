package org.jiceng.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jiceng.certification.history.History;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.reporting.replay.OwnLog;
import org.jiceng.reporting.replay.PartitionProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rebuilds that several workers share, of which any may die, and that are given up at will. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SharedRebuildTest {
  private static final BooleanSupplier NEVER = () -> false;
  private static final int STEPS = 160;
  private static final int BATCH = 5;

  @Inject AgroalDataSource dataSource;
  @Inject OwnLog log;
  @Inject Rebuilds rebuilds;

  private List<RecordedEvent> events;

  @BeforeEach
  void aHistoryThatWasWrittenAndFolded() throws Exception {
    giveUpWhatRuns();
    events = new History(41, STEPS).events();
    log.create();
    log.write(events.subList(0, events.size() / 2), 1);
    log.fold();
  }

  @AfterEach
  void nothingRuns() throws SQLException {
    giveUpWhatRuns();
    worker("broom", NEVER).work();
    execute("drop schema if exists " + log.schema() + " cascade");
  }

  @Test
  void workersShareThePartitionsAndSwitchWhenAllIsEqual() throws Exception {
    UUID id = begin();
    worker("first", after(5, () -> {})).work();
    Rebuild begun = rebuilds.find(id).orElseThrow();
    worker("second", NEVER).work();

    assertThat(begun.state()).isEqualTo(Rebuild.State.RUNNING);
    assertThat(begun.phase()).isEqualTo(Rebuild.Phase.GATHERING);
    assertThat(begun.read()).isPositive().isLessThan(begun.of());
    assertThat(begun.gatheredAt()).isAfter(begun.startedAt());
    Rebuild done = completed(id);
    assertThat(done.events()).isEqualTo(events.size() / 2);
    assertThat(done.read()).isEqualTo(done.of());
    assertThat(done.partitions()).hasSize(OwnLog.PARTITIONS);
    assertThat(done.partitions()).extracting(PartitionProgress::worker).contains("second");
    assertThat(schemas()).doesNotContain(next());
  }

  @Test
  void workersAtTheSameMomentFoldEachEventOnce() throws Exception {
    UUID id = begin();
    List<CompletableFuture<Void>> work =
        List.of("a", "b", "c").stream()
            .map(name -> CompletableFuture.runAsync(() -> workUntilOver(name, id)))
            .toList();
    work.forEach(CompletableFuture::join);

    assertThat(completed(id).events()).isEqualTo(events.size() / 2);
  }

  @Test
  void whoTakesOverFromTheDeadGoesOnWhereTheyHadCome() throws Exception {
    UUID id = begin();
    worker("doomed", after(5, this::killWhoeverWorks)).work();
    long read = rebuilds.find(id).orElseThrow().read();
    worker("heir", NEVER).work();

    assertThat(read).isPositive();
    assertThat(completed(id).events()).isEqualTo(events.size() / 2);
  }

  @Test
  void whatIsDeliveredMeanwhileAndTwiceIsCountedOnce() throws Exception {
    UUID id = begin();
    worker("first", after(5, this::theRestHappensTwice)).work();
    worker("second", NEVER).work();

    assertThat(completed(id).events()).isEqualTo(events.size());
  }

  @Test
  void whatWasTamperedWithShowsAndStays() throws Exception {
    execute(
        """
        update %1$s.posting set amount = amount + 1
         where ctid = (select min(ctid) from %1$s.posting)"""
            .formatted(log.schema()));
    UUID id = begin();
    worker("only", NEVER).work();

    Rebuild ended = rebuilds.find(id).orElseThrow();
    assertThat(ended.state()).isEqualTo(Rebuild.State.DIFFERENT);
    assertThat(ended.differences()).containsExactly(Map.entry("posting", 2L));
    assertThat(schemas()).contains(log.schema()).doesNotContain(next());
  }

  @Test
  void whatWasTamperedWithIsRepairedOnRequestAndStaysOnRecord() throws Exception {
    execute("delete from %s.lineage".formatted(log.schema()));
    UUID id = begin(true);
    worker("only", NEVER).work();

    Rebuild ended = rebuilds.find(id).orElseThrow();
    assertThat(ended.state()).isEqualTo(Rebuild.State.COMPLETED);
    assertThat(ended.differences()).containsOnlyKeys("lineage");
    UUID again = begin();
    worker("only", NEVER).work();
    completed(again);
  }

  @Test
  void whatTheLiveFoldPutAsideIsPutAsideHereToo() throws Exception {
    log.parkNextUnreadable();
    UUID id = begin();
    worker("only", NEVER).work();

    assertThat(completed(id).read()).isEqualTo(events.size() / 2 + 1);
  }

  @Test
  void aRebuildIsGivenUpAndNothingOfItIsLeft() throws Exception {
    UUID id = begin();
    worker("first", after(5, () -> {})).work();
    assertThat(schemas()).contains(next());

    operator()
        .post("/api/v1/rebuilds/" + id + "/cancellation")
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("finishedAt", notNullValue());
    worker("second", NEVER).work();

    assertThat(schemas()).contains(log.schema()).doesNotContain(next());
    operator()
        .post("/api/v1/rebuilds/" + id + "/cancellation")
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/rebuild-over"));
  }

  @Test
  void evenALongStatementOfARebuildThatIsGivenUpEnds() throws Exception {
    UUID id = begin();
    AtomicInteger left = new AtomicInteger(2);
    while (phase(id) == Rebuild.Phase.PREPARING || phase(id) == Rebuild.Phase.GATHERING) {
      Rebuilder one = worker("first", () -> phase(id) == Rebuild.Phase.SUMMING);
      one.work();
      assertThat(left.decrementAndGet()).isNotNegative();
    }
    try (Connection blocking = dataSource.getConnection();
        Statement statement = blocking.createStatement()) {
      blocking.setAutoCommit(false);
      statement.execute("lock table " + next() + ".posting in access exclusive mode");
      CompletableFuture<Void> stuck = CompletableFuture.runAsync(() -> workUntilOver("stuck", id));
      await().until(() -> waitsForALock());
      assertThat(rebuilds.cancel(id)).isTrue();
      await().atMost(Duration.ofSeconds(10)).until(stuck::isDone);
      blocking.rollback();
      blocking.setAutoCommit(true);
    }
    worker("second", NEVER).work();
    assertThat(schemas()).doesNotContain(next());
  }

  @Test
  void rebuildsAreBegunSeenAndListedByWhoeverHasTheWholeDistrict() {
    String id =
        operator()
            .post("/api/v1/rebuilds")
            .then()
            .statusCode(202)
            .body("state", equalTo("RUNNING"))
            .body("phase", equalTo("PREPARING"))
            .extract()
            .path("id");

    operator()
        .post("/api/v1/rebuilds")
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/rebuild-running"));
    operator().get("/api/v1/rebuilds/" + id).then().statusCode(200).body("of", equalTo(0));
    operator().get("/api/v1/rebuilds?limit=1").then().statusCode(200).body("items.id", hasItem(id));
    operator().get("/api/v1/rebuilds/" + UUID.randomUUID()).then().statusCode(404);
    operator().get("/api/v1/rebuilds/none").then().statusCode(404);
    operator().post("/api/v1/rebuilds/none/cancellation").then().statusCode(404);
    String scoped = Tokens.of("district-admin").org(UUID.randomUUID()).sign();
    given().auth().oauth2(scoped).get("/api/v1/rebuilds/" + id).then().statusCode(404);
    given()
        .auth()
        .oauth2(scoped)
        .post("/api/v1/rebuilds/" + id + "/cancellation")
        .then()
        .statusCode(404);
    given().auth().oauth2(scoped).get("/api/v1/rebuilds").then().statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.of("reporter").wholeDistrict().sign())
        .post("/api/v1/rebuilds")
        .then()
        .statusCode(403);
  }

  private void giveUpWhatRuns() throws SQLException {
    execute("update rebuild set state = 'CANCELLED', finished_at = now() where state = 'RUNNING'");
  }

  private UUID begin() {
    return begin(false);
  }

  private UUID begin(boolean repair) {
    UUID id = UUID.randomUUID();
    assertThat(rebuilds.begin(id, repair)).isTrue();
    return id;
  }

  private Rebuild completed(UUID id) throws SQLException {
    Rebuild rebuild = rebuilds.find(id).orElseThrow();
    assertThat(rebuild.state()).as(rebuild.toString()).isEqualTo(Rebuild.State.COMPLETED);
    assertThat(rebuild.differences()).isEmpty();
    assertThat(schemas()).contains(log.schema());
    return rebuild;
  }

  private Rebuild.Phase phase(UUID id) {
    return rebuilds.find(id).orElseThrow().phase();
  }

  private Rebuilder worker(String name, BooleanSupplier stopping) {
    Stage stage = new Stage(log.schema(), next(), log.handler());
    return new Rebuilder(
        new Rebuilder.Means(dataSource, log.brokers(), stage, BATCH, name), stopping);
  }

  private String next() {
    return log.schema() + "_next";
  }

  /**
   * Lets a worker go on until it asks for the so manieth time whether to stop; then this happens.
   */
  private static BooleanSupplier after(int times, Happening happening) {
    AtomicInteger asked = new AtomicInteger();
    return () -> {
      if (asked.incrementAndGet() == times) {
        happening.happen();
      }
      return asked.get() > times;
    };
  }

  private interface Happening {
    void happen();
  }

  private void workUntilOver(String name, UUID id) {
    try {
      do {
        worker(name, NEVER).work();
      } while (rebuilds.find(id).orElseThrow().state() == Rebuild.State.RUNNING);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void killWhoeverWorks() {
    run(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = "
            + 0x2EB0);
  }

  private void theRestHappensTwice() {
    try {
      log.write(events.subList(events.size() / 2, events.size()), 2);
      log.fold();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean waitsForALock() throws SQLException {
    return !list("select 1 from pg_locks where not granted and relation = '%s.posting'::regclass"
            .formatted(next()))
        .isEmpty();
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(Tokens.of("system").wholeDistrict().sign());
  }

  private List<String> schemas() throws SQLException {
    return list("select nspname from pg_namespace");
  }

  private List<String> list(String sql) throws SQLException {
    List<String> found = new java.util.ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private void run(String sql) {
    try {
      execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
