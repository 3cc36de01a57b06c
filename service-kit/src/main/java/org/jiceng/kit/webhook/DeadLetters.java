package org.jiceng.kit.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** The events that receivers have not taken, as people look at them and ask for them again. */
@ApplicationScoped
class DeadLetters {
  static final ProblemType BEHIND = new ProblemType(409, "dead-letter-behind");

  private static final String OPEN =
      """
      select d.position, o.id, o.type, o.aggregateid, d.attempts, d.failure, d.dead_at, d.due
        from webhook_dead_letter d join outbox o on o.position = d.position
       where d.webhook_id = ? and d.resolved_at is null and d.position > ?
       order by d.position
       limit ?""";
  private static final String ALL_DUE =
      """
      update webhook_dead_letter set due = true where webhook_id = ? and resolved_at is null""";

  /** An event never overtakes one of its key. */
  private static final String ONE_DUE =
      """
      update webhook_dead_letter d set due = true
       where webhook_id = ? and position = ? and resolved_at is null
         and not exists (select from webhook_dead_letter older
                          where older.webhook_id = d.webhook_id
                            and older.partition_key = d.partition_key
                            and older.position < d.position
                            and older.resolved_at is null and not older.due)""";

  private static final String IS_OPEN =
      """
      select count(*) from webhook_dead_letter
       where webhook_id = ? and position = ? and resolved_at is null""";
  private static final String REPLAY =
      """
      with again as (
        update webhook_dead_letter set resolved_at = now(), due = false
         where webhook_id = ? and position > ? and resolved_at is null)
      update webhook set position = ?, attempts = 0, next_attempt_at = null where id = ?""";

  private final AgroalDataSource dataSource;

  DeadLetters(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  List<DeadLetter> open(UUID webhook, long after, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(OPEN)) {
      bind(select, webhook, after, limit);
      List<DeadLetter> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the dead letters could not be read", e);
    }
  }

  int redeliver(UUID webhook) {
    return change(ALL_DUE, webhook);
  }

  void redeliver(UUID webhook, long position) {
    if (change(ONE_DUE, webhook, position) == 0) {
      throw isOpen(webhook, position) ? new Problem(BEHIND) : Problem.notFound();
    }
  }

  void replay(UUID webhook, long position) {
    change(REPLAY, webhook, position, position, webhook);
  }

  private boolean isOpen(UUID webhook, long position) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(IS_OPEN)) {
      bind(select, webhook, position);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getInt(1) > 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the dead letters could not be read", e);
    }
  }

  private int change(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the dead letters could not be changed", e);
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static DeadLetter read(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getBoolean(8));
  }
}
