package org.jiceng.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.kit.ops.Correlation;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class EventsTravelTest {
  private static final LocalDate DAY = LocalDate.of(2009, 12, 31);

  @Inject Outbox outbox;
  @Inject AgroalDataSource dataSource;
  @Inject EffectHandler handler;
  @Inject Topics topics;

  @Test
  void whatIsCommittedArrivesOnceAndWhatIsRolledBackNever() {
    UUID kept = UUID.randomUUID();
    UUID dropped = UUID.randomUUID();
    commit(confirmed(kept));
    QuarkusTransaction.begin();
    outbox.append(confirmed(dropped), DAY);
    QuarkusTransaction.rollback();
    UUID after = UUID.randomUUID();
    commit(confirmed(after));

    awaitEffects(after, 1);
    awaitEffects(kept, 1);
    assertThat(effects(dropped)).isEmpty();
  }

  @Test
  void theIdOfWhatCausedAnEventTravelsWithItAndIsCarriedOnByWhoeverTakesIt() {
    UUID key = UUID.randomUUID();
    try (Correlation.Carried carried = Correlation.carry("counter-7:" + key)) {
      commit(confirmed(key));
    }
    assertThat(Correlation.current()).isNull();

    awaitEffects(key, 1);
    assertThat(handler.carriedWith(key.toString())).isEqualTo("counter-7:" + key);
  }

  @Test
  void manyWritersAndALateCommitterLoseNothingAndKeepTheOrderOfEachKey() throws Exception {
    List<UUID> keys = IntStream.range(0, 8).mapToObj(i -> UUID.randomUUID()).toList();
    UUID late = UUID.randomUUID();
    CountDownLatch othersDone = new CountDownLatch(8);
    ExecutorService writers = Executors.newFixedThreadPool(9);
    List<Future<?>> done = new ArrayList<>();
    done.add(
        writers.submit(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.append(confirmed(late), DAY);
                          uninterruptibly(othersDone);
                        })));
    for (UUID key : keys) {
      done.add(
          writers.submit(
              () -> {
                for (int i = 0; i < 25; i++) {
                  commit(confirmed(key));
                }
                othersDone.countDown();
              }));
    }
    for (Future<?> one : done) {
      one.get();
    }
    writers.shutdown();

    keys.forEach(key -> awaitEffects(key, 25));
    awaitEffects(late, 1);
    keys.forEach(key -> assertThat(effects(key)).isSorted().doesNotHaveDuplicates());
    assertThat(number("select count(*) from outbox where position is null")).isZero();
    assertThat(number("select max(position) - count(*) from outbox")).isZero();
  }

  @Test
  void anEventThatCannotBeTakenWaitsWithThoseBehindItAndHoldsUpNobodyElse() throws Exception {
    UUID poisoned = UUID.randomUUID();
    UUID healthy = UUID.randomUUID();
    handler.refuse(poisoned.toString());
    commit(confirmed(poisoned));
    commit(confirmed(poisoned));
    commit(confirmed(healthy));
    awaitEffects(healthy, 1);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> parkedOf(poisoned) == 2 && effects(poisoned).isEmpty());

    handler.acceptAgain(poisoned.toString());
    commit(confirmed(poisoned));
    await().atMost(Duration.ofSeconds(20)).until(() -> parkedOf(poisoned) == 3);
    long first = number("select min(id) from inbox_parked where key = '" + poisoned + "'");
    String path = "/api/v1/parked-events/" + first + "/retry";
    String key = UUID.randomUUID().toString();
    for (String replayed : Arrays.asList(null, "true")) {
      given()
          .auth()
          .oauth2(Tokens.of("system").wholeDistrict().sign())
          .header("Idempotency-Key", key)
          .post(path)
          .then()
          .statusCode(200)
          .header("Idempotency-Replayed", equalTo(replayed))
          .body("applied", equalTo(3));
    }
    given()
        .auth()
        .oauth2(Tokens.of("system").wholeDistrict().sign())
        .post(path)
        .then()
        .statusCode(404);
    assertThat(effects(poisoned)).hasSize(3).isSorted();
    assertThat(parkedOf(poisoned)).isZero();
  }

  @Test
  void whatIsNotOneOfOurEventsIsParkedAndSeen() throws Exception {
    try (KafkaProducer<String, byte[]> stranger =
        new KafkaProducer<>(
            java.util.Map.of("bootstrap.servers", topics.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      topics.ensure();
      stranger.send(new ProducerRecord<>("jiceng.activity.v1", "stranger", new byte[] {1})).get();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> number("select count(*) from inbox_parked where key = 'stranger'") == 1);
  }

  @Test
  void aRedeliveryChangesNothing() throws Exception {
    UUID key = UUID.randomUUID();
    commit(confirmed(key));
    awaitEffects(key, 1);
    long position = number("select position from outbox where partition_key = '" + key + "'");
    RecordedEvent again =
        new RecordedEvent(
            UUID.randomUUID(), java.time.Instant.now(), DAY, position, null, null, confirmed(key));
    try (KafkaProducer<String, byte[]> relayOfBefore =
        new KafkaProducer<>(
            java.util.Map.of("bootstrap.servers", topics.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      relayOfBefore.send(CloudEventCodec.toKafka(again)).get();
    }
    commit(confirmed(key));

    awaitEffects(key, 2);
  }

  private void commit(DomainEvent event) {
    QuarkusTransaction.requiringNew().run(() -> outbox.append(event, DAY));
  }

  private static MemberConfirmed confirmed(UUID memberId) {
    return new MemberConfirmed(memberId, UUID.randomUUID());
  }

  private void awaitEffects(UUID key, int count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(effects(key)).hasSize(count));
  }

  private List<Long> effects(UUID key) {
    List<Long> sequences = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select sequence from effect where key = ? order by at")) {
      select.setString(1, key.toString());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          sequences.add(rows.getLong(1));
        }
      }
      return sequences;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long parkedOf(UUID key) {
    return number(
        "select count(*) from inbox_parked where resolved_at is null and key = '" + key + "'");
  }

  private long number(String sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void uninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
