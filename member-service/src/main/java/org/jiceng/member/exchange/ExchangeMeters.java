package org.jiceng.member.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiceng.events.TransferDirection;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/**
 * What is not answered yet by other districts: how many messages, and since how many seconds the
 * oldest of them; by district, by whether the member goes out or comes in, and by whether they are
 * sent again (waiting) or somebody has to put something right (dead). A district that owes nothing
 * is there with nought; one that was taken out of the configuration, as long as it owes something.
 */
@ApplicationScoped
class ExchangeMeters {
  private static final String UNANSWERED =
      """
      select m.peer, t.direction, m.state, count(*), min(m.created_at)
        from exchange_message m join transfer t using (transfer_id)
       where m.state in ('WAITING', 'DEAD')
       group by m.peer, t.direction, m.state""";

  private final Database database;
  private final Districts districts;
  private final BusinessClock clock;
  private final MultiGauge messages;
  private final MultiGauge oldest;

  ExchangeMeters(
      Database database, Districts districts, BusinessClock clock, MeterRegistry meters) {
    this.database = database;
    this.districts = districts;
    this.clock = clock;
    messages = MultiGauge.builder("jiceng.exchange.messages").register(meters);
    oldest = MultiGauge.builder("jiceng.exchange.oldest").baseUnit("seconds").register(meters);
  }

  private record Heap(String peer, String direction, String state) {
    Tags tags() {
      return Tags.of("peer", peer, "direction", lower(direction), "state", lower(state));
    }

    private static String lower(String word) {
      return word.toLowerCase(Locale.ROOT);
    }
  }

  private record Owed(Heap heap, long count, Instant since) {
    static Owed of(ResultSet row) throws SQLException {
      return new Owed(
          new Heap(row.getString(1), row.getString(2), row.getString(3)),
          row.getLong(4),
          row.getObject(5, OffsetDateTime.class).toInstant());
    }
  }

  @Scheduled(
      every = "${jiceng.exchange.measure-every:15s}",
      identity = "measure-exchange",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void measure() {
    Instant now = clock.now();
    Map<Heap, Owed> heaps = nothingOwed(now);
    database.list(UNANSWERED, Owed::of).forEach(owed -> heaps.put(owed.heap(), owed));
    messages.register(
        heaps.values().stream()
            .<Row<?>>map(owed -> Row.of(owed.heap().tags(), owed.count()))
            .toList(),
        true);
    oldest.register(
        heaps.values().stream()
            .<Row<?>>map(owed -> Row.of(owed.heap().tags(), seconds(owed.since(), now)))
            .toList(),
        true);
  }

  private Map<Heap, Owed> nothingOwed(Instant now) {
    Map<Heap, Owed> heaps = new LinkedHashMap<>();
    for (District district : districts.others()) {
      for (TransferDirection direction : List.of(TransferDirection.OUT, TransferDirection.IN)) {
        for (MessageView.State state : List.of(MessageView.State.WAITING, MessageView.State.DEAD)) {
          Heap heap = new Heap(district.name(), direction.name(), state.name());
          heaps.put(heap, new Owed(heap, 0, now));
        }
      }
    }
    return heaps;
  }

  private static long seconds(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toSeconds());
  }
}
