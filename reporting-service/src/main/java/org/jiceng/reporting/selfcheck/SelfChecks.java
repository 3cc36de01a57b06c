package org.jiceng.reporting.selfcheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The passes on record. */
@ApplicationScoped
class SelfChecks {
  private static final String COLUMNS =
      """
      select id, state, positions, digests, differences, failure, started_at, finished_at,
             case when state = 'RUNNING'
                  then (select coalesce(sum(p.events), 0) from replay_partition p
                         where p.replay_id = self_check.id)
                  else events end as events
        from self_check
      """;
  private static final String LATEST = COLUMNS + "order by started_at desc, id desc limit ?";
  private static final String EARLIER =
      COLUMNS
          + "where (started_at, id) < (?::timestamptz, ?) order by started_at desc, id desc limit ?";
  private static final String LAST_COMPARED =
      COLUMNS + "where state in ('EQUAL', 'DIFFERENT') order by started_at desc, id desc limit 1";
  private static final String LAST_EQUAL =
      "select max(finished_at) from self_check where state = 'EQUAL'";
  private static final String FIRST = "select min(started_at) from self_check";

  private final Database database;
  private final ObjectMapper json;

  SelfChecks(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  Optional<SelfCheck> find(UUID id) {
    return database.first(COLUMNS + "where id = ?", this::read, id);
  }

  /** All, the latest first. */
  Page<SelfCheck> list(PageRequest page) {
    List<SelfCheck> rows =
        page.cursor()
            .map(
                after ->
                    database.list(
                        EARLIER,
                        this::read,
                        after.instant(0).toString(),
                        after.uuid(1),
                        page.fetchSize()))
            .orElseGet(() -> database.list(LATEST, this::read, page.fetchSize()));
    return page.page(rows, last -> Cursor.of(last.startedAt(), last.id()));
  }

  /** The last pass that came to an end. */
  Optional<SelfCheck> lastCompared() {
    return database.first(LAST_COMPARED, this::read);
  }

  /**
   * When both were found equal for the last time; if never, since when that is being waited for.
   */
  Optional<Instant> lastEqual() {
    return moment(LAST_EQUAL).or(() -> moment(FIRST));
  }

  private Optional<Instant> moment(String sql) {
    return database
        .first(sql, row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .flatMap(at -> at)
        .map(OffsetDateTime::toInstant);
  }

  private SelfCheck read(ResultSet row) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new SelfCheck(
        row.getObject("id", UUID.class),
        SelfCheck.State.valueOf(row.getString("state")),
        row.getLong("events"),
        map(row.getString("positions"), new TypeReference<>() {}),
        map(row.getString("digests"), new TypeReference<>() {}),
        map(row.getString("differences"), new TypeReference<>() {}),
        row.getString("failure"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant());
  }

  private <T> Map<String, T> map(String text, TypeReference<Map<String, T>> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the findings of a self-check are not what was written", e);
    }
  }
}
