package org.jiceng.reporting.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** The rebuilds on record. */
@ApplicationScoped
class Rebuilds {
  static final ProblemType RUNNING = new ProblemType(409, "rebuild-running");

  private final AgroalDataSource dataSource;
  private final ObjectMapper json;

  Rebuilds(AgroalDataSource dataSource, ObjectMapper json) {
    this.dataSource = dataSource;
    this.json = json;
  }

  /** Begins one, unless one runs; what a dead instance left running is given up first. */
  Rebuild start() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    change(
        """
        update rebuild set state = 'FAILED', failure = 'its instance died', finished_at = now()
         where state = 'RUNNING' and not exists (
           select 1 from pg_locks where locktype = 'advisory' and objid = ?)""",
        Rebuilder.LOCK);
    int begun =
        change(
            """
            insert into rebuild (id, state, started_at) values (?, 'RUNNING', now())
            on conflict do nothing""",
            id);
    if (begun == 0) {
      throw new Problem(RUNNING);
    }
    return find(id).orElseThrow();
  }

  void progress(UUID id, long events) {
    change("update rebuild set events = ? where id = ?", events, id);
  }

  void finish(UUID id, Rebuild.State state, Map<String, Long> differences, String failure) {
    try {
      change(
          """
          update rebuild set state = ?, differences = ?::jsonb, failure = left(?, 500),
                 finished_at = now() where id = ?""",
          state.name(),
          json.writeValueAsString(differences),
          failure,
          id);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<Rebuild> find(UUID id) {
    String sql =
        """
        select id, state, events, differences, failure, started_at, finished_at
          from rebuild where id = ?""";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("the rebuild cannot be read", e);
    }
  }

  private Rebuild read(ResultSet row) throws SQLException, JsonProcessingException {
    return new Rebuild(
        row.getObject(1, UUID.class),
        Rebuild.State.valueOf(row.getString(2)),
        row.getLong(3),
        json.readValue(row.getString(4), new TypeReference<>() {}),
        row.getString(5),
        instant(row, 6),
        instant(row, 7));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private int change(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the rebuild cannot be recorded", e);
    }
  }
}
