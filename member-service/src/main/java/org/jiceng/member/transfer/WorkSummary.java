package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.transfer.TransferFilter.Direction;

/** How much waits on the desks of the caller's offices, and how pressing it is. */
@ApplicationScoped
class WorkSummary {
  private static final String EVERYWHERE = "";

  // A transfer between two of the caller's offices stands on both of their lists.
  static final String COUNT =
      """
      with office as materialized (
        select organization_id from organization_node where path <@ ?::ltree),
      waiting as (
        select 'out' as direction, t.state, t.turn_id, t.due_on, t.escalate_on,
               case when t.release_asked_on is null then t.act_until end as act_until
          from transfer t join office o on o.organization_id = t.source_id
         where t.state in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED')
        union all
        select 'in', t.state, t.turn_id, t.due_on, t.escalate_on,
               case when t.release_asked_on is null then t.act_until end
          from transfer t join office o on o.organization_id = t.destination_id
         where t.state in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED'))
      select w.direction, w.state, count(*) as waiting,
             count(*) filter (where o.organization_id is not null
                                and (w.act_until is null or w.act_until >= ?)) as turn,
             count(*) filter (where w.due_on <= ?) as due,
             count(*) filter (where w.due_on < ?) as overdue,
             count(*) filter (where w.escalate_on <= ?) as escalated
        from waiting w left join office o on o.organization_id = w.turn_id
       group by w.direction, w.state
       order by w.direction, w.state""";

  private final Database database;
  private final Scopes scopes;
  private final BusinessClock clock;

  WorkSummary(Database database, Scopes scopes, BusinessClock clock) {
    this.database = database;
    this.scopes = scopes;
    this.clock = clock;
  }

  /**
   * How many transfers wait in one state.
   *
   * @param turn in how many of them one of the caller's offices has to act
   * @param due in how many an office has to act today or should have before
   * @param overdue in how many it should have acted before today
   * @param escalated of how many the office above is told
   */
  public record Count(
      Direction direction,
      TransferState state,
      long waiting,
      long turn,
      long due,
      long overdue,
      long escalated) {
    static Count of(ResultSet row) throws SQLException {
      return new Count(
          Direction.valueOf(row.getString("direction")),
          TransferState.valueOf(row.getString("state")),
          row.getLong("waiting"),
          row.getLong("turn"),
          row.getLong("due"),
          row.getLong("overdue"),
          row.getLong("escalated"));
    }
  }

  /** What waits on a day, by direction and state; what has no line waits nowhere. */
  public record Summary(LocalDate asOf, List<Count> counts) {}

  Summary today() {
    LocalDate today = clock.today();
    String path = scopes.pathPrefix().orElse(EVERYWHERE);
    return new Summary(today, database.list(COUNT, Count::of, path, today, today, today, today));
  }
}
