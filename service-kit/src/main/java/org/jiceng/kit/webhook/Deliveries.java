package org.jiceng.kit.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.changes.Change;
import org.jiceng.kit.problem.Problem;

/**
 * Which events a subscriber is still to be sent, and what became of those that were. A step forward
 * counts only from where it began: after a replay, or beside another deliverer, it counts for
 * nothing.
 */
@ApplicationScoped
class Deliveries {
  /** How many positions are looked through at a time for events of the types asked for. */
  private static final int WINDOW = 20_000;

  /** Only rows that have a position are seen; positions are given after commit, densely. */
  private static final String HORIZON = "select least(placed, ?) from outbox_relay";

  private static final String NEXT =
      "select "
          + Change.COLUMNS
          + """
            ,
             exists (select from webhook_dead_letter d
                      where d.webhook_id = ? and d.partition_key = o.partition_key
                        and d.resolved_at is null)
        from outbox o
       where o.position > ? and o.position <= ?
         and (cardinality(?::text[]) = 0 or o.type = any (?::text[]))
       order by o.position
       limit ?""";
  private static final String DUE =
      "select "
          + Change.COLUMNS
          + """
            , false
        from outbox o
        join webhook_dead_letter d on d.position = o.position
       where d.webhook_id = ? and d.due
       order by o.position
       limit ?""";
  private static final String PASS =
      """
      with quick as (select set_config('synchronous_commit', 'off', true))
      update webhook
         set position = ?, attempts = 0, next_attempt_at = null, last_failure = null,
             last_delivered_at = coalesce(?, last_delivered_at)
        from quick
       where id = ? and position = ?""";
  private static final String POSTPONE =
      """
      update webhook set attempts = attempts + 1, next_attempt_at = ?, last_failure = ?
       where id = ? and position = ? and state = 'ACTIVE'""";
  private static final String BURY =
      """
      with passed as (
        update webhook set position = ?, attempts = 0, next_attempt_at = null
         where id = ? and position = ? returning id)
      insert into webhook_dead_letter
        (webhook_id, position, partition_key, attempts, failure, dead_at)
      select id, ?, ?, ?, ?, ? from passed
      on conflict (webhook_id, position) do update
        set attempts = excluded.attempts, failure = excluded.failure, dead_at = excluded.dead_at,
            due = false, resolved_at = null""";
  private static final String RESOLVE =
      """
      update webhook_dead_letter set resolved_at = ?, due = false
       where webhook_id = ? and position = ?""";

  /** Those of the same key behind it are not sent either. */
  private static final String BURY_AGAIN =
      """
      update webhook_dead_letter
         set due = false,
             attempts = attempts + case when position = ? then 1 else 0 end,
             failure = case when position = ? then ? else failure end
       where webhook_id = ? and partition_key = ? and position >= ? and resolved_at is null""";

  private static final String STANDING =
      """
      select w.position, r.placed, w.attempts, w.next_attempt_at, w.last_failure,
             w.last_delivered_at,
             (select count(*) from webhook_dead_letter d
               where d.webhook_id = w.id and d.resolved_at is null)
        from webhook w, outbox_relay r
       where w.id = ?""";

  /** An event at its position; behind, if an older one of its key is a dead letter. */
  record Next(long position, Change event, boolean behind) {}

  /** Events to send, in order, and up to where there are no others of the types asked for. */
  record Batch(List<Next> events, long end) {}

  private final AgroalDataSource dataSource;

  Deliveries(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  Delivery of(UUID webhook) {
    return with(
            STANDING,
            select -> {
              select.setObject(1, webhook);
              try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.<Delivery>empty();
              }
            })
        .orElseThrow(Problem::notFound);
  }

  Batch after(Webhook webhook, long position, int limit) {
    long horizon =
        with(
            HORIZON,
            select -> {
              select.setLong(1, position + WINDOW);
              try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
              }
            });
    List<Next> events =
        with(
            NEXT,
            select -> {
              var types = select.getConnection().createArrayOf("text", webhook.types().toArray());
              bind(select, webhook.id(), position, horizon, types, types, limit);
              return events(select);
            });
    boolean cut = events.size() == limit;
    return new Batch(events, cut ? events.get(limit - 1).position() : horizon);
  }

  /** Dead letters to be sent once more. */
  List<Next> due(UUID webhook, int limit) {
    return with(
        DUE,
        select -> {
          bind(select, webhook, limit);
          return events(select);
        });
  }

  /** True if it counted. */
  boolean pass(UUID webhook, long from, long to, Instant deliveredAt) {
    return change(PASS, to, moment(deliveredAt), webhook, from);
  }

  boolean postpone(UUID webhook, long from, String failure, Instant until) {
    return change(POSTPONE, moment(until), failure, webhook, from);
  }

  /** Makes it a dead letter and goes on behind it. */
  boolean bury(UUID webhook, long from, Next next, int attempts, String failure, Instant at) {
    return change(
        BURY,
        next.position(),
        webhook,
        from,
        next.position(),
        next.event().partitionkey(),
        attempts,
        failure,
        moment(at));
  }

  void resolve(UUID webhook, Next letter, Instant at) {
    change(RESOLVE, moment(at), webhook, letter.position());
  }

  void buryAgain(UUID webhook, Next letter, String failure) {
    long position = letter.position();
    String key = letter.event().partitionkey();
    change(BURY_AGAIN, position, position, failure, webhook, key, position);
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(String sql, Work<T> work) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("the deliveries could not be read or kept", e);
    }
  }

  private boolean change(String sql, Object... values) {
    return with(
        sql,
        statement -> {
          bind(statement, values);
          return statement.executeUpdate() > 0;
        });
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static OffsetDateTime moment(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  private static List<Next> events(PreparedStatement select) throws SQLException {
    List<Next> found = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(new Next(rows.getLong(1), Change.of(rows), rows.getBoolean(12)));
      }
    }
    return found;
  }

  private static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        instant(row.getObject(4, OffsetDateTime.class)),
        row.getString(5),
        instant(row.getObject(6, OffsetDateTime.class)),
        row.getLong(7));
  }
}
