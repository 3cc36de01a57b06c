package org.jiceng.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jiceng.kit.kafka.Topics;
import org.postgresql.PGConnection;

/**
 * Publishes the outbox to Kafka, in the order of its positions. One relay is active per database:
 * the holder of an advisory lock. A commit in this instance wakes it directly and one in another
 * instance by NOTIFY, sent after commit and not within it, because PostgreSQL commits notifying
 * transactions one at a time; polling is only the safety net.
 */
@ApplicationScoped
public class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final String CHANNEL = "jiceng_outbox";
  private static final int LOCK = 0x0B07;

  private final AgroalDataSource dataSource;
  private final RelayBell bell;
  private final RelayConfig config;
  private final Topics topics;
  private final OutboxLog log = new OutboxLog();
  private final AtomicLong published = new AtomicLong();
  private volatile boolean running;
  private volatile Instant lastCaughtUp = Instant.EPOCH;
  private Thread thread;

  Relay(
      AgroalDataSource dataSource,
      RelayBell bell,
      RelayConfig config,
      Topics topics,
      MeterRegistry meters) {
    this.dataSource = dataSource;
    this.bell = bell;
    this.config = config;
    this.topics = topics;
    meters.gauge("jiceng.relay.published.position", published);
  }

  void onStart(@Observes StartupEvent started) {
    if (config.enabled()) {
      running = true;
      thread = new Thread(this::keepRelaying, "outbox-relay");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    if (thread != null) {
      bell.ring();
      thread.join(Duration.ofSeconds(5).toMillis());
      thread.interrupt();
    }
  }

  /** When the relay of this instance last had nothing left to publish; the epoch if never. */
  public Instant lastCaughtUp() {
    return lastCaughtUp;
  }

  /** The position up to which everything is in Kafka, as this instance knows it. */
  public long publishedPosition() {
    return published.get();
  }

  private void keepRelaying() {
    while (running) {
      try (Connection connection = dataSource.getConnection()) {
        relayOver(connection);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (SQLException | RuntimeException e) {
        if (running) {
          LOG.warnf("the relay starts again after: %s", e.getMessage());
          pause();
        }
      }
    }
  }

  private void relayOver(Connection connection) throws SQLException, InterruptedException {
    while (running && !becomeActive(connection)) {
      if (bell.await(config.poll())) {
        execute(connection, "notify " + CHANNEL);
      }
    }
    if (!running) {
      return;
    }
    topics.ensure();
    try (KafkaSink sink = new KafkaSink(topics.bootstrapServers());
        Connection ears = dataSource.getConnection()) {
      execute(ears, "listen " + CHANNEL);
      Thread listener = new Thread(() -> listen(ears), "outbox-listener");
      listener.setDaemon(true);
      listener.start();
      LOG.info("this instance relays the outbox");
      try {
        pump(connection, sink);
      } finally {
        listener.interrupt();
        execute(ears, "unlisten *");
        execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private void pump(Connection connection, KafkaSink sink)
      throws SQLException, InterruptedException {
    publish(connection, sink, log.placedButUnpublished(connection));
    while (running) {
      OutboxLog.Batch batch = log.place(connection, config.batch());
      if (batch.isEmpty()) {
        lastCaughtUp = Instant.now();
        bell.await(config.poll());
        continue;
      }
      publish(connection, sink, batch);
    }
  }

  private void publish(Connection connection, KafkaSink sink, OutboxLog.Batch batch)
      throws SQLException {
    if (!batch.isEmpty()) {
      sink.send(batch);
      log.markPublished(connection, batch.lastPosition());
      published.set(batch.lastPosition());
    }
  }

  private void listen(Connection ears) {
    try {
      PGConnection notified = ears.unwrap(PGConnection.class);
      while (running && !Thread.currentThread().isInterrupted()) {
        if (notified.getNotifications(500).length > 0) {
          bell.ring();
        }
      }
    } catch (SQLException e) {
      LOG.debugf("the listener ended: %s", e.getMessage());
    }
  }

  private static boolean becomeActive(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      return result.next() && result.getBoolean(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void pause() {
    try {
      bell.await(config.poll());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
