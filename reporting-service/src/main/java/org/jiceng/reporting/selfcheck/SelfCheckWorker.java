package org.jiceng.reporting.selfcheck;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jiceng.kit.kafka.Topics;
import org.jiceng.reporting.ledger.LedgerHandler;

/** Runs the self-check of this instance, behind everything else. */
@ApplicationScoped
class SelfCheckWorker implements SelfChecker.Pause {
  private static final Logger LOG = Logger.getLogger(SelfCheckWorker.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  private final SelfCheckConfig config;
  private final SelfChecker checker;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Thread thread;

  SelfCheckWorker(
      AgroalDataSource dataSource,
      Topics topics,
      SelfCheckConfig config,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.config = config;
    this.checker =
        new SelfChecker(
            new SelfChecker.Means(
                dataSource,
                LedgerHandler.LIVE,
                "projection_shadow",
                LedgerHandler.NAME,
                topics.bootstrapServers(),
                version,
                config),
            this);
  }

  void onStart(@Observes StartupEvent started) {
    if (config.enabled()) {
      thread = new Thread(this::keepChecking, "self-check");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
    stopped.countDown();
    if (thread != null) {
      thread.join(Duration.ofSeconds(5).toMillis());
      thread.interrupt();
    }
  }

  @Override
  public void rest(Duration time) throws InterruptedException {
    if (stopped.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
      LOG.debug("the self-check goes on after the next start");
    }
  }

  @Override
  public boolean getAsBoolean() {
    return stopped.getCount() == 0;
  }

  private void keepChecking() {
    try {
      rest(config.firstAfter());
      while (!getAsBoolean()) {
        check();
        rest(LOOK_EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() throws InterruptedException {
    try {
      checker.work();
    } catch (SQLException | RuntimeException e) {
      LOG.infof("the self-check goes on later, after: %s", e.getMessage());
    }
  }
}
