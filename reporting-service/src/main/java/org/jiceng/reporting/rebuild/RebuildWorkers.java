package org.jiceng.reporting.rebuild;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jiceng.kit.kafka.Topics;

/** This instance's workers on rebuilds. */
@ApplicationScoped
class RebuildWorkers {
  private static final Logger LOG = Logger.getLogger(RebuildWorkers.class);

  private final AgroalDataSource dataSource;
  private final Topics topics;
  private final RebuildConfig config;
  private final RebuildBell bell;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  RebuildWorkers(
      AgroalDataSource dataSource, Topics topics, RebuildConfig config, RebuildBell bell) {
    this.dataSource = dataSource;
    this.topics = topics;
    this.config = config;
    this.bell = bell;
  }

  void onStart(@Observes StartupEvent started) {
    running = true;
    for (int i = 1; i <= config.workers(); i++) {
      Rebuilder worker = new Rebuilder(means(instance() + "/" + i), () -> !running);
      Thread thread = new Thread(() -> keepWorking(worker), "rebuild-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    bell.ring();
    for (Thread thread : threads) {
      thread.join(Duration.ofSeconds(5).toMillis());
      thread.interrupt();
    }
  }

  private Rebuilder.Means means(String name) {
    return new Rebuilder.Means(
        dataSource, topics.bootstrapServers(), Stage.LEDGER, config.batch(), name);
  }

  private void keepWorking(Rebuilder worker) {
    while (running) {
      try {
        if (!bell.await(config.lookEvery())) {
          LOG.tracef("%s looks for a rebuild unbidden", Thread.currentThread().getName());
        }
        worker.work();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (SQLException | RuntimeException e) {
        LOG.warnf("rebuilds are looked for again after: %s", e.getMessage());
      }
    }
  }

  /** The host and the process, as they tell instances apart. */
  private static String instance() {
    return host() + ":" + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
