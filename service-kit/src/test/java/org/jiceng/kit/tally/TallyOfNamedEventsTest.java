package org.jiceng.kit.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.events.ServiceTally;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tally is the count of exactly the events that it names, whatever is written meanwhile. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TallyOfNamedEventsTest {
  private static final LocalDate DAY = LocalDate.of(2009, 12, 31);

  /** The tallies since a place, and how many things the events tell of that each names. */
  private static final String TALLIES =
      """
      select t.type, t.payload::text, t.sequence,
             (select count(*) from outbox e join counted_thing c on c.id::text = e.aggregateid
               where e.position <= (t.payload ->> 'countedThrough')::bigint
                  or jsonb_exists(t.payload -> 'alsoCounted', e.id::text))
        from outbox t
       where t.type like 'org.jiceng.member.member-counted%' and t.sequence > ?
       order by t.sequence""";

  private record Told(String type, ServiceTally.OfNamedEvents tally, long named) {
    long counted() {
      return tally.counts().values().iterator().next();
    }
  }

  @Inject TallyKeeper keeper;
  @Inject ThingsTally tally;
  @Inject Outbox outbox;
  @Inject Database database;
  @Inject AgroalDataSource dataSource;

  private long before;

  @BeforeEach
  void fromHereOn() {
    before =
        database.list("select coalesce(max(sequence), 0) from outbox", r -> r.getLong(1)).get(0);
  }

  @AfterEach
  void nothingMeanwhile() {
    tally.meanwhile(() -> {});
  }

  @Test
  void whatIsWrittenWhileItIsCountedIsNeitherCountedNorNamed() {
    write();
    tally.meanwhile(this::write);
    assertThat(keeper.publishChanged()).isTrue();

    List<Told> told = told();
    assertThat(told).hasSize(2).allSatisfy(this::countsWhatItNames);
    assertThat(told.get(0).counted()).isEqualTo(told.get(1).counted());
    assertThat(told.get(0).tally().countedThrough())
        .isEqualTo(told.get(1).tally().countedThrough());
    assertThat(told.get(0).tally().alsoCounted()).isEqualTo(told.get(1).tally().alsoCounted());
    assertThat(things()).isEqualTo(told.get(0).counted() + 2);
  }

  @Test
  void whileOthersWriteWithoutPauseEveryTallyCountsWhatItNames() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService writers = Executors.newFixedThreadPool(2);
    List<Future<Object>> writing =
        Stream.generate(() -> writers.submit(() -> writeUntil(enough))).limit(2).toList();
    try {
      for (int n = 0; n < 40; n++) {
        keeper.publishChanged();
      }
    } finally {
      enough.set(true);
      writers.shutdown();
    }
    for (Future<Object> each : writing) {
      each.get();
    }
    List<Told> told = told();
    assertThat(told).hasSizeGreaterThan(20).allSatisfy(this::countsWhatItNames);
    assertThat(told).extracting(Told::counted).doesNotContain(0L).isSorted();
  }

  @Test
  void whatHasNoPositionYetIsNamed() throws SQLException {
    try (HeldRelay held = HeldRelay.over(dataSource.getConnection())) {
      List<UUID> things = Stream.generate(this::write).limit(3).toList();
      List<UUID> waiting = things.stream().map(this::eventOf).toList();
      keeper.publishChanged();
      assertThat(told())
          .hasSize(2)
          .allSatisfy(this::countsWhatItNames)
          .allSatisfy(t -> assertThat(t.tally().alsoCounted()).containsAll(waiting));
    }
  }

  @Test
  void whileTooManyHaveNoPositionThereIsNoTally() throws SQLException {
    try (HeldRelay held = HeldRelay.over(dataSource.getConnection())) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                for (int n = 0; n <= 50; n++) {
                  writeOne();
                }
              });
      post()
          .statusCode(503)
          .header("Retry-After", equalTo("1"))
          .body("type", equalTo("https://jiceng.org/problems/tally-too-soon"));
      assertThat(told()).isEmpty();
    }
    // It waits for the relay, which goes on now
    post().statusCode(200).body("changed", equalTo(true));
    assertThat(told()).hasSize(2).allSatisfy(this::countsWhatItNames);
  }

  @Test
  void thatTheLogHasGoneOnIsNoNews() {
    write();
    assertThat(keeper.publishChanged()).isTrue();
    UUID unlike = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(new MemberConfirmed(unlike, unlike), DAY));

    assertThat(keeper.publishChanged()).isFalse();
    assertThat(told()).hasSize(2);
  }

  private void countsWhatItNames(Told told) {
    assertThat(told.counted()).as(told.toString()).isEqualTo(told.named());
  }

  private UUID write() {
    return QuarkusTransaction.requiringNew().call(this::writeOne);
  }

  private UUID writeOne() {
    UUID thing = UUID.randomUUID();
    database.change("insert into counted_thing (id) values (?)", thing);
    outbox.append(new MemberConfirmed(thing, thing), DAY);
    return thing;
  }

  private Object writeUntil(AtomicBoolean enough) {
    while (!enough.get()) {
      write();
    }
    return null;
  }

  private UUID eventOf(UUID thing) {
    String sql = "select id from outbox where aggregateid = ?";
    return database.list(sql, row -> row.getObject(1, UUID.class), thing.toString()).get(0);
  }

  private long things() {
    return database.list("select count(*) from counted_thing", row -> row.getLong(1)).get(0);
  }

  private List<Told> told() {
    return database.list(
        TALLIES,
        row -> {
          byte[] json = row.getString(2).getBytes(StandardCharsets.UTF_8);
          var event = CloudEventCodec.dataFromJson(row.getString(1), json);
          return new Told(row.getString(1), (ServiceTally.OfNamedEvents) event, row.getLong(4));
        },
        before);
  }

  /** Until it is closed, nothing is given a position. */
  private record HeldRelay(Connection connection) implements AutoCloseable {
    static HeldRelay over(Connection connection) throws SQLException {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("select placed from outbox_relay for update");
      }
      return new HeldRelay(connection);
    }

    @Override
    public void close() throws SQLException {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.close();
    }
  }

  private static ValidatableResponse post() {
    return given()
        .auth()
        .oauth2(Tokens.of("system").wholeDistrict().sign())
        .post("/api/v1/tallies")
        .then();
  }
}
