package org.jiceng.kit.webhook;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jiceng.kit.time.BusinessClock;

/**
 * Gives every subscriber that has something to receive its turn. One deliverer is active per
 * database: the holder of an advisory lock; without subscriptions none is, and no connection is
 * held. Subscribers are served side by side, each by at most one turn at a time.
 */
@ApplicationScoped
class Deliverer {
  private static final Logger LOG = Logger.getLogger(Deliverer.class);
  private static final int LOCK = 0x0B08;
  private static final Duration LAST_TURNS = Duration.ofSeconds(5);

  private final AgroalDataSource dataSource;
  private final DueWebhooks dueWebhooks;
  private final WebhookTable table;
  private final Deliveries deliveries;
  private final WebhookSender sender;
  private final WebhookMeters meters;
  private final WebhooksConfig config;
  private final BusinessClock clock;
  private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore turnEnded = new Semaphore(0);
  private ThreadPoolExecutor turns;
  private volatile boolean running;
  private volatile boolean leading;
  private Thread thread;

  Deliverer(
      AgroalDataSource dataSource,
      DueWebhooks dueWebhooks,
      WebhookTable table,
      Deliveries deliveries,
      WebhookSender sender,
      WebhookMeters meters,
      WebhooksConfig config,
      BusinessClock clock) {
    this.dataSource = dataSource;
    this.dueWebhooks = dueWebhooks;
    this.table = table;
    this.deliveries = deliveries;
    this.sender = sender;
    this.meters = meters;
    this.config = config;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent started) {
    if (!config.enabled()) {
      return;
    }
    turns =
        new ThreadPoolExecutor(
            config.parallel(),
            config.parallel(),
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Deliverer::daemon);
    turns.allowCoreThreadTimeOut(true);
    running = true;
    thread = daemon(this::keepDelivering);
    thread.start();
  }

  void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    leading = false;
    if (thread != null) {
      turnEnded.release();
      turns.shutdown();
      if (!turns.awaitTermination(LAST_TURNS.toSeconds(), TimeUnit.SECONDS)) {
        turns.shutdownNow();
      }
      thread.join(LAST_TURNS.toMillis());
      thread.interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "webhooks");
    thread.setDaemon(true);
    return thread;
  }

  private void keepDelivering() {
    while (running) {
      try {
        lookAfterThem();
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What fails is tried again after the pause, not at once: a database that is away stays so. */
  private void lookAfterThem() throws InterruptedException {
    try {
      if (dueWebhooks.anyActive()) {
        lead();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warnf("webhooks go on after: %s", e.getMessage());
    }
  }

  private void lead() throws SQLException, InterruptedException {
    try (Connection connection = dataSource.getConnection()) {
      if (!ask(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
        return;
      }
      leading = true;
      try {
        while (running && dueWebhooks.anyActive(connection)) {
          dueWebhooks.due(connection, clock.now()).forEach(this::give);
          pause();
        }
      } finally {
        leading = false;
        ask(connection, "select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private void give(UUID webhook) {
    if (busy.add(webhook)) {
      turns.execute(() -> turn(webhook));
    }
  }

  private void turn(UUID id) {
    try {
      Webhook webhook = table.find(id).orElseThrow();
      if (webhook.secrets().isFormerOverAt(clock.now())) {
        table.forgetFormerSecret(id, clock.now());
      }
      new Turn(
              webhook,
              deliveries,
              table,
              sender,
              meters,
              config,
              clock,
              () -> leading && table.isCurrent(webhook))
          .take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warnf("the webhook %s is served again after: %s", id, e.getMessage());
    } finally {
      busy.remove(id);
      turnEnded.release();
    }
  }

  /** Until a turn has ended, or for as long as the configuration has it. */
  private void pause() throws InterruptedException {
    turnEnded.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
    turnEnded.drainPermits();
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      return result.next() && result.getBoolean(1);
    }
  }
}
