package org.jiceng.member.exchange;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what is due to other districts: woken by a commit, and looking by itself now and then. One
 * is active per database, the holder of an advisory lock. It begins with what was asked and not
 * answered when the service last ended, and until that is known the service is not ready.
 */
@ApplicationScoped
class Sender {
  private static final Logger LOG = Logger.getLogger(Sender.class);
  private static final int LOCK = 0x0D15;
  private static final long LAST_MESSAGE_MILLIS = 5_000;

  private final AgroalDataSource dataSource;
  private final Districts districts;
  private final Messages messages;
  private final Dispatch dispatch;
  private final ExchangeConfig config;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean running;
  private volatile boolean settled = true;
  private volatile long readyAnyway;
  private Thread thread;

  Sender(
      AgroalDataSource dataSource,
      Districts districts,
      Messages messages,
      Dispatch dispatch,
      ExchangeConfig config) {
    this.dataSource = dataSource;
    this.districts = districts;
    this.messages = messages;
    this.dispatch = dispatch;
    this.config = config;
  }

  void onStart(@Observes StartupEvent started) {
    if (!districts.any()) {
      return;
    }
    settled = false;
    readyAnyway = System.nanoTime() + config.settleWithin().toNanos();
    running = true;
    thread = new Thread(this::keepSending, "exchange");
    thread.setDaemon(true);
    thread.start();
  }

  void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    if (thread != null) {
      bell.release();
      thread.join(LAST_MESSAGE_MILLIS);
      thread.interrupt();
    }
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageWaiting waiting) {
    bell.release();
  }

  /** Whether all is known that was asked before this start, or it has been waited for enough. */
  boolean isSettled() {
    return settled || System.nanoTime() - readyAnyway > 0;
  }

  private void keepSending() {
    while (running) {
      try {
        if (!settled) {
          inTurn(() -> sendAll(messages.asking()));
          settled = true;
        } else {
          inTurn(() -> sendAll(messages.due()));
        }
        bell.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (SQLException | RuntimeException e) {
        LOG.warnf("messages to other districts go on after: %s", e.toString());
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /** Unless another instance is at it. */
  private void inTurn(Work work) throws SQLException, InterruptedException {
    try (Connection connection = dataSource.getConnection()) {
      if (ask(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
        try {
          work.run();
        } finally {
          ask(connection, "select pg_advisory_unlock(" + LOCK + ")");
        }
      }
    }
  }

  /** Those of a district that does not answer wait for their own next time. */
  private void sendAll(List<Message> some) throws InterruptedException {
    Set<String> silent = new HashSet<>();
    for (Message message : some) {
      if (!running) {
        return;
      }
      if (!silent.contains(message.peer()) && !send(message)) {
        silent.add(message.peer());
      }
    }
  }

  /** One bad message keeps no other waiting. */
  private boolean send(Message message) throws InterruptedException {
    try {
      return dispatch.send(message);
    } catch (RuntimeException e) {
      LOG.warnf("message %s is sent again after: %s", message.id(), e.toString());
      return true;
    }
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      return result.next() && result.getBoolean(1);
    }
  }
}
