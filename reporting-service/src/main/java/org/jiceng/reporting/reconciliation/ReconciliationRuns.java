package org.jiceng.reporting.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The comparisons on schedule, of which the last ones are kept. */
@ApplicationScoped
class ReconciliationRuns {
  private static final Logger LOG = Logger.getLogger(ReconciliationRuns.class);

  private static final String KEEP =
      """
      insert into reconciliation_run (due_at, certain, differences, lines)
      values (?::timestamptz, ?, ?::jsonb, ?::jsonb) on conflict do nothing""";
  private static final String FORGET =
      """
      delete from reconciliation_run where due_at in (
        select due_at from reconciliation_run order by due_at desc offset ?)""";
  private static final String LATEST =
      "select due_at, certain, lines from reconciliation_run order by due_at desc limit ?";
  private static final String EARLIER =
      """
      select due_at, certain, lines from reconciliation_run
       where due_at < ?::timestamptz order by due_at desc limit ?""";
  private static final String LAST_CERTAIN =
      """
      select due_at, certain, lines from reconciliation_run
       where certain order by due_at desc limit 1""";

  private final Reconciliation reconciliation;
  private final ReconciliationConfig config;
  private final Database database;
  private final ObjectMapper json;
  private final BusinessClock clock;

  ReconciliationRuns(
      Reconciliation reconciliation,
      ReconciliationConfig config,
      Database database,
      ObjectMapper json,
      BusinessClock clock) {
    this.reconciliation = reconciliation;
    this.config = config;
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  @Scheduled(
      cron = "{jiceng.reconciliation.at}",
      timeZone = "${jiceng.zone:Asia/Shanghai}",
      identity = "reconcile",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    Reconciled reconciled = reconciliation.compare();
    Map<String, Integer> numbers = new TreeMap<>();
    reconciled.differences().forEach((topic, lines) -> numbers.put(topic, lines.size()));
    String due = clock.now().truncatedTo(ChronoUnit.MINUTES).toString();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              database.change(
                  KEEP, due, reconciled.certain(), text(numbers), text(reconciled.differences()));
              database.change(FORGET, config.keep());
            });
    if (reconciled.certain() && !reconciled.agrees()) {
      LOG.warnf("what was folded is not what the services count: %s", numbers);
    }
  }

  /** All that are kept, the latest first. */
  Page<ReconciliationRun> list(PageRequest page) {
    List<ReconciliationRun> rows =
        page.cursor()
            .map(
                after ->
                    database.list(
                        EARLIER, this::read, after.instant(0).toString(), page.fetchSize()))
            .orElseGet(() -> database.list(LATEST, this::read, page.fetchSize()));
    return page.page(rows, last -> Cursor.of(last.dueAt()));
  }

  /** The last one of which no difference can be a passing one. */
  Optional<ReconciliationRun> lastCertain() {
    return database.first(LAST_CERTAIN, this::read);
  }

  private ReconciliationRun read(ResultSet row) throws SQLException {
    try {
      return new ReconciliationRun(
          row.getObject(1, OffsetDateTime.class).toInstant(),
          row.getBoolean(2),
          json.readValue(row.getString(3), new TypeReference<>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reconciliation is not what was written", e);
    }
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
