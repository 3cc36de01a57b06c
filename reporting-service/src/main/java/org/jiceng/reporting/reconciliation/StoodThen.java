package org.jiceng.reporting.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jiceng.events.Topic;

/**
 * Where organisations stood and what they were as it was known when a service counted: to the
 * registry by the events that its tally names, to another by what was recorded until it told of its
 * counts.
 *
 * @param within the SQL condition on an event e of the registry that was known
 * @param beyond the same for one that was not
 * @param on the day that was counted
 */
record StoodThen(String within, String beyond, LocalDate on) {
  /** Only those of which something was told since; all others stand as they stood. */
  private static final String CTE =
      """
      changed as materialized (
        select distinct e.aggregate_id from {event} e
         where e.topic = 'REGISTRY' and e.structure is not null
           and starts_with(e.type, 'org.jiceng.registry.organization-') and %s),
      stood_then (organization_id, area_code, sector, type) as materialized (
        select c.aggregate_id, %s, %s, %s from changed c)""";

  /** What was said last holds, whatever its day, as in the placements. */
  private static final String LAST_SAID =
      """
      (select e.structure ->> '%1$s' from {event} e
        where e.topic = 'REGISTRY' and e.structure is not null
          and e.aggregate_id = c.aggregate_id and e.structure ->> '%1$s' is not null
          and e.effective_on <= date '%2$s' and %3$s
        order by e.sequence desc limit 1)""";

  static StoodThen of(Tally tally, List<Long> alsoCounted) {
    if (!tally.topic().equals(Topic.REGISTRY.name())) {
      String at = "timestamptz '" + tally.countedAt() + "'";
      return new StoodThen("e.recorded_at <= " + at, "e.recorded_at > " + at, tally.countedOn());
    }
    long through = tally.countedThrough();
    String also =
        alsoCounted.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", "(array[", "]::bigint[])"));
    return new StoodThen(
        "(e.sequence <= " + through + " or e.sequence = any " + also + ")",
        "e.sequence > " + through + " and e.sequence <> all " + also,
        tally.countedOn());
  }

  /** The common table {@code stood_then}: organization_id (a text), area_code, sector, type. */
  String table() {
    return CTE.formatted(
        beyond, lastSaid("areaCode"), lastSaid("sector"), lastSaid("organizationType"));
  }

  private String lastSaid(String field) {
    return LAST_SAID.formatted(field, on, within);
  }
}
