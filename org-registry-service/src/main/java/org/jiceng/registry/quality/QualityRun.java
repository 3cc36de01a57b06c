package org.jiceng.registry.quality;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.events.DomainEvent;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;

/** Looks for faults by set: opens what is new, closes what is mended, one instance at a time. */
@ApplicationScoped
class QualityRun {
  private static final int LOCK = 0x9A11;

  private final AgroalDataSource dataSource;
  private final Rules rules;
  private final Outbox outbox;
  private final BusinessClock clock;

  QualityRun(AgroalDataSource dataSource, Rules rules, Outbox outbox, BusinessClock clock) {
    this.dataSource = dataSource;
    this.rules = rules;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** How many findings one rule has opened and closed. */
  public record Outcome(String rule, int opened, int closed) {}

  @Scheduled(
      every = "${jiceng.quality.run-every:6h}",
      delayed = "${jiceng.quality.run-every:6h}",
      identity = "run-quality-rules",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void runBySchedule() {
    QuarkusTransaction.requiringNew()
        .timeout(3600)
        .run(
            () -> {
              if (holds("select pg_try_advisory_xact_lock(?)")) {
                runAll();
              }
            });
  }

  /**
   * Runs now, after any run that is under way.
   *
   * @param begins called when it is this one's turn, before it looks at anything
   */
  @ActivateRequestContext
  List<Outcome> runNow(Runnable begins) {
    return QuarkusTransaction.requiringNew()
        .timeout(3600)
        .call(
            () -> {
              holds("select pg_advisory_xact_lock(?) is not null");
              begins.run();
              return runAll();
            });
  }

  private List<Outcome> runAll() {
    LocalDate today = clock.today();
    try (Connection connection = dataSource.getConnection()) {
      List<Outcome> outcomes = new ArrayList<>();
      for (RuleView rule : rules.all()) {
        outcomes.add(run(connection, rule, today));
      }
      outbox.ring();
      return outcomes;
    } catch (SQLException e) {
      throw new IllegalStateException("the rules of data quality could not be run", e);
    }
  }

  private Outcome run(Connection connection, RuleView rule, LocalDate today) throws SQLException {
    FoundFaults faults = new FoundFaults(connection, rule, today);
    faults.find(rules.written(rule.parameters()));
    List<DomainEvent> closed = faults.close();
    List<DomainEvent> opened = faults.open();
    tell(connection, closed, today);
    tell(connection, opened, today);
    return new Outcome(rule.code(), opened.size(), closed.size());
  }

  private void tell(Connection connection, List<DomainEvent> events, LocalDate on)
      throws SQLException {
    try (CopyStream stream = CopyStream.into(connection, "outbox", EventRow.COLUMNS)) {
      for (DomainEvent event : events) {
        stream.row(outbox.row(event, on).values());
      }
      stream.flush();
    }
  }

  private boolean holds(String lock) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(lock)) {
      select.setInt(1, LOCK);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the lock of the quality run could not be taken", e);
    }
  }
}
