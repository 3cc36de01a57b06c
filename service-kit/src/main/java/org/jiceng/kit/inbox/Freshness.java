package org.jiceng.kit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jiceng.events.Topic;
import org.jiceng.kit.kafka.Topics;

/** How far the service has followed its neighbours' logs. */
@ApplicationScoped
public class Freshness {
  private static final Logger LOG = Logger.getLogger(Freshness.class);
  private static final long NANOS_FRESH = 1_000_000_000L;
  private static final String POSITIONS =
      "select handler, topic, partition_no, next_offset, last_sequence, read_at from inbox_position";

  private final AgroalDataSource dataSource;
  private final EventHandlers handlers;
  private final Topics topics;
  private final ReentrantLock asking = new ReentrantLock();
  private Admin admin;
  private volatile Map<TopicPartition, Long> lastEnds = Map.of();
  private long endsReadAt = System.nanoTime() - 2 * NANOS_FRESH;

  Freshness(AgroalDataSource dataSource, EventHandlers handlers, Topics topics) {
    this.dataSource = dataSource;
    this.handlers = handlers;
    this.topics = topics;
  }

  /**
   * One handler on one partition.
   *
   * @param position the sequence of the last event applied
   * @param lag how many events wait in Kafka; null when the broker does not answer
   * @param readAt when the last event was applied (UTC); null when none was yet
   */
  public record Position(
      String handler, String topic, int partition, long position, Long lag, Instant readAt) {}

  private record Read(long nextOffset, long lastSequence, Instant at) {}

  private record Place(String handler, TopicPartition partition) {}

  /** Every handler's position in every partition of its topics. */
  public List<Position> positions() {
    Map<Place, Read> read = read();
    Map<TopicPartition, Long> ends = ends();
    Map<Place, Position> positions =
        new TreeMap<>(
            Comparator.comparing(Place::handler)
                .thenComparing(p -> p.partition().topic())
                .thenComparing(p -> p.partition().partition()));
    for (EventHandler handler : handlers.all()) {
      ends.keySet().stream()
          .filter(p -> handler.topics().stream().anyMatch(t -> t.topicName().equals(p.topic())))
          .map(p -> new Place(handler.name(), p))
          .forEach(p -> positions.put(p, position(p, read.get(p), ends.get(p.partition()))));
    }
    read.forEach((place, at) -> positions.computeIfAbsent(place, p -> position(p, at, null)));
    return new ArrayList<>(positions.values());
  }

  private static Position position(Place place, Read read, Long end) {
    Read at = read == null ? new Read(0, 0, null) : read;
    return new Position(
        place.handler(),
        place.partition().topic(),
        place.partition().partition(),
        at.lastSequence(),
        end == null ? null : Math.max(0, end - at.nextOffset()),
        at.at());
  }

  private Map<Place, Read> read() {
    Map<Place, Read> read = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(POSITIONS);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        read.put(
            new Place(rows.getString(1), new TopicPartition(rows.getString(2), rows.getInt(3))),
            new Read(
                rows.getLong(4),
                rows.getLong(5),
                rows.getObject(6, OffsetDateTime.class).toInstant()));
      }
      return read;
    } catch (SQLException e) {
      throw new IllegalStateException("the inbox positions cannot be read", e);
    }
  }

  /**
   * The broker is asked at most once a second and by one at a time: while it does not answer, the
   * others go on with what was known.
   */
  private Map<TopicPartition, Long> ends() {
    if (asking.tryLock()) {
      try {
        if (System.nanoTime() - endsReadAt > NANOS_FRESH) {
          lastEnds = readEnds();
          endsReadAt = System.nanoTime();
        }
      } finally {
        asking.unlock();
      }
    }
    return lastEnds;
  }

  private Map<TopicPartition, Long> readEnds() {
    if (admin == null) {
      admin = topics.admin();
    }
    List<String> names =
        handlers.all().stream()
            .flatMap(h -> h.topics().stream())
            .map(Topic::topicName)
            .distinct()
            .toList();
    try {
      List<TopicPartition> partitions =
          admin.describeTopics(names).allTopicNames().get(5, TimeUnit.SECONDS).values().stream()
              .flatMap(
                  t ->
                      t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
              .toList();
      var latest = partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
      return admin.listOffsets(latest).all().get(5, TimeUnit.SECONDS).entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warnf("Kafka does not say how far its logs go: %s", e.getMessage());
      return Map.of();
    }
  }
}
