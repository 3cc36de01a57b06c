package org.jiceng.reporting.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Placed;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Formula;

/** What came to a place or left it between two days with all that it had, and by which events. */
final class MovedAlong {
  // Of an organisation all above it count too, and the areas it stood in: it moves with them.
  private static final String MOVED =
      """
      , had as (
        select organization_id, area_code, amount from placed where %1$s and effective_on <= ?
        union all
        select organization_id, area_code, -amount from earlier_placed where %1$s),
      moved_with as (
        select organization_id, area_code, sum(amount) as amount from had
         group by organization_id, area_code having sum(amount) <> 0)
      select m.organization_id, m.area_code, m.amount, array(
               select e.event_id from {event} e
                where e.structure is not null and {known e}
                  and e.effective_on > ? and e.effective_on <= ?
                  and e.aggregate_id = any (array(
                    select unnest(l.line)::text from {lineage} l
                     where l.organization_id = m.organization_id
                       and l.valid_from <= ? and l.valid_to > ?
                    union
                    select l.area_code from {lineage} l
                     where l.organization_id = m.organization_id and m.area_code is null
                       and l.valid_from <= ? and l.valid_to > ?
                    union
                    select m.area_code where m.area_code is not null))
                order by e.topic, e.sequence)
        from moved_with m
       order by abs(m.amount) desc, m.organization_id, m.area_code
       limit 1000""";

  private final View view;
  private final Node node;
  private final Formula.Sum sum;

  MovedAlong(View view, Node node, Formula.Sum sum) {
    this.view = view;
    this.node = node;
    this.sum = sum;
  }

  /** The 1,000 largest, without names. */
  List<Changes.Moved> between(LocalDate from, LocalDate to) {
    Placed now = Placed.in(node, to, sum.measures());
    Placed earlier = Placed.in(node, from, sum.measures(), "earlier_");
    Counted counted = Counted.of(sum);
    Object[] inEarlier = counted.and(from, to, to, from, to, from);
    return view.list(
        "with " + now.sql() + ", " + earlier.sql() + MOVED.formatted(counted.sql()),
        MovedAlong::moved,
        now.with(earlier.with(counted.and(append(from, inEarlier)))));
  }

  private static Object[] append(Object first, Object... rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  private static Changes.Moved moved(ResultSet row) throws SQLException {
    return new Changes.Moved(
        row.getObject(1, UUID.class),
        row.getString(2),
        Values.plain(row.getBigDecimal(3)),
        Arrays.asList((UUID[]) row.getArray(4).getArray()),
        null,
        null);
  }
}
