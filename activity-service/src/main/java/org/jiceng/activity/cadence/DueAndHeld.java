package org.jiceng.activity.cadence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What organisations had to hold and what they held: one rule for who asks and for what is told.
 */
final class DueAndHeld {
  /**
   * The clause that makes {@code duty}, {@code span}, {@code held} and {@code due} of {@link
   * #written}. What was held is counted once for all, by organisation, kind and span; an
   * organisation answers for the spans through which it existed from the first day to the last. The
   * heir of several that held one together stands there more than once, and held it once.
   */
  static final String WITH =
      """
      with duty as (
        select * from json_to_recordset(?::json)
               as d (type text, kind text, "from" date, until date, times int)),
      span as (select distinct kind, "from", until from duty),
      held as (
        select h.organization_id, s.kind, s."from", s.until,
               count(distinct activity_id) as times
          from span s
          join activity v on v.kind = s.kind and v.held_on >= s."from" and v.held_on < s.until
          join activity_holder h using (activity_id)
         where v.state in ('HELD', 'MINUTED')
         group by h.organization_id, s.kind, s."from", s.until),
      due as (
        select o.organization_id, d.kind, d."from", d.until, d.times as required,
               coalesce(h.times, 0) as held
          from duty d
          join organization_node o on o.type = d.type and o.state <> 'SUSPENDED'
               and o.established_on <= d."from"
               and (o.dissolved_on is null or o.dissolved_on >= d.until)
          left join held h on h.organization_id = o.organization_id and h.kind = d.kind
                          and h."from" = d."from" and h.until = d.until)
      """;

  private DueAndHeld() {}

  /** Duties as the clause takes them. */
  static String written(List<Duty> duties, ObjectMapper json) {
    try {
      return json.writeValueAsString(duties);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
