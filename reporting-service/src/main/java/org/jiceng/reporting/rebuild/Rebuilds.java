package org.jiceng.reporting.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.replay.PartitionProgress;
import org.jiceng.reporting.replay.Partitions;

/** The rebuilds on record. */
@ApplicationScoped
class Rebuilds {
  private static final String COLUMNS =
      """
      select id, state, phase, repair, events, differences, failure, started_at, finished_at
        from rebuild
      """;
  private static final String BY_ID = COLUMNS + "where id = ?";
  private static final String LATEST = COLUMNS + "order by started_at desc, id desc limit ?";
  private static final String EARLIER =
      COLUMNS
          + "where (started_at, id) < (?::timestamptz, ?) order by started_at desc, id desc limit ?";
  private static final String PARTITIONS =
      """
      select topic, partition_no, last_sequence, next_offset, until_offset, events, worker, replay_id
        from replay_partition where replay_id = any (?) order by topic, partition_no""";

  // The index rebuild_running decides which of two comes first.
  private static final String BEGIN =
      """
      insert into rebuild (id, state, repair, started_at) values (?, 'RUNNING', ?, ?::timestamptz)
      on conflict do nothing""";
  private static final String CANCEL =
      """
      update rebuild set state = 'CANCELLED', finished_at = ?::timestamptz
       where id = ? and state = 'RUNNING'""";

  private final Database database;
  private final ObjectMapper json;
  private final BusinessClock clock;

  Rebuilds(Database database, ObjectMapper json, BusinessClock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  /** Begins one; false while another runs. */
  boolean begin(UUID id, boolean repair) {
    return database.change(BEGIN, id, repair, clock.now().toString()) == 1;
  }

  /** Gives one up; false when it does not run. Whoever works on it sees it soon. */
  boolean cancel(UUID id) {
    return database.change(CANCEL, clock.now().toString(), id) == 1;
  }

  Optional<Rebuild> find(UUID id) {
    return withPartitions(database.list(BY_ID, this::read, id)).stream().findFirst();
  }

  /** All, the latest first. */
  Page<Rebuild> list(PageRequest page) {
    List<Rebuild> rows =
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
    return page.page(withPartitions(rows), last -> Cursor.of(last.startedAt(), last.id()));
  }

  private record Part(UUID rebuild, PartitionProgress progress) {
    static Part of(ResultSet row) throws SQLException {
      return new Part(row.getObject(8, UUID.class), Partitions.read(row));
    }
  }

  private List<Rebuild> withPartitions(List<Rebuild> rebuilds) {
    Map<UUID, List<PartitionProgress>> parts = new HashMap<>();
    database
        .list(PARTITIONS, Part::of, rebuilds.stream().map(Rebuild::id).toList())
        .forEach(
            part ->
                parts
                    .computeIfAbsent(part.rebuild(), id -> new ArrayList<>())
                    .add(part.progress()));
    Instant now = clock.now();
    return rebuilds.stream().map(r -> r.with(parts.getOrDefault(r.id(), List.of()), now)).toList();
  }

  private Rebuild read(ResultSet row) throws SQLException {
    return new Rebuild(
        row.getObject("id", UUID.class),
        Rebuild.State.valueOf(row.getString("state")),
        Rebuild.Phase.valueOf(row.getString("phase")),
        row.getBoolean("repair"),
        row.getLong("events"),
        0,
        0,
        null,
        List.of(),
        differences(row.getString("differences")),
        row.getString("failure"),
        instant(row, "started_at"),
        instant(row, "finished_at"));
  }

  private Map<String, Long> differences(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a rebuild's differences are not what was written", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
