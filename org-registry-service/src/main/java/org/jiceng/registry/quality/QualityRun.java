package org.jiceng.registry.quality;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.RegistryEvent.FindingClosed;
import org.jiceng.events.RegistryEvent.FindingOpened;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;

/** Looks for faults by set: opens what is new, closes what is mended, one instance at a time. */
@ApplicationScoped
class QualityRun {
  private static final int LOCK = 0x9A11;
  private static final String STAGE =
      """
      create temp table if not exists found (subject_kind text, subject_id uuid primary key,
        organization_id uuid, area_code text) on commit delete rows""";

  /** A record that breaks a rule in two ways breaks it once. */
  private static final String FIND =
      """
      insert into pg_temp.found
      select f.* from (select ?::date as today, ?::jsonb as p) rule
       cross join lateral (%s) f (subject_kind, subject_id, organization_id, area_code)
      on conflict do nothing""";

  // Mended is also what has come to another organisation or area: there it is found anew.
  private static final String CLOSE =
      """
      update finding f set state = 'CLOSED', closed_on = ?, version = version + 1
       where f.rule = ? and f.state <> 'CLOSED'
         and not exists (select from pg_temp.found t
                          where t.subject_id = f.subject_id and t.area_code = f.area_code
                            and t.organization_id is not distinct from f.organization_id)
      returning f.id, null::uuid, null::text, old.state = 'OPEN'""";
  private static final String REOPEN =
      """
      update finding set state = 'OPEN', waived_until = null, waived_reason = null,
                         version = version + 1
       where state = 'WAIVED' and waived_until < ? and rule = ?
      returning id, organization_id, area_code, true""";
  private static final String OPEN =
      """
      insert into finding (id, rule, subject_kind, subject_id, organization_id, area_code, state,
                           opened_on)
      select uuidv7(), r.code, t.subject_kind, t.subject_id, t.organization_id, t.area_code, 'OPEN',
             ?
        from pg_temp.found t join quality_rule r on r.code = ?
       where not exists (select from finding f
                          where f.rule = r.code and f.subject_id = t.subject_id
                            and f.state <> 'CLOSED')
      returning id, organization_id, area_code, true""";

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

  /** Runs now, after any run that is under way. */
  List<Outcome> runNow() {
    return QuarkusTransaction.requiringNew()
        .timeout(3600)
        .call(
            () -> {
              holds("select pg_advisory_xact_lock(?) is not null");
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

  /** A rule that is switched off finds nothing, so its findings close. */
  private Outcome run(Connection connection, RuleView rule, LocalDate today) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(STAGE);
      statement.execute("truncate pg_temp.found");
    }
    if (rule.enabled()) {
      find(connection, rule, today);
    }
    List<DomainEvent> closed = changed(connection, CLOSE, rule, today);
    List<DomainEvent> opened = changed(connection, REOPEN, rule, today);
    opened.addAll(changed(connection, OPEN, rule, today));
    tell(connection, closed, today);
    tell(connection, opened, today);
    return new Outcome(rule.code(), opened.size(), closed.size());
  }

  private void find(Connection connection, RuleView rule, LocalDate today) throws SQLException {
    String sql = FIND.formatted(RuleQueries.of(rule.code()));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, today);
      insert.setString(2, rules.written(rule.parameters()));
      insert.executeUpdate();
    }
  }

  private static List<DomainEvent> changed(
      Connection connection, String sql, RuleView rule, LocalDate today) throws SQLException {
    List<DomainEvent> events = new ArrayList<>();
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      change.setObject(1, today);
      change.setString(2, rule.code());
      try (ResultSet rows = change.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean(4)) {
            events.add(event(rows, rule));
          }
        }
      }
    }
    return events;
  }

  private static DomainEvent event(ResultSet row, RuleView rule) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    String area = row.getString(3);
    return area == null
        ? new FindingClosed(id)
        : new FindingOpened(id, rule.code(), row.getObject(2, UUID.class), area);
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
