package org.jiceng.reporting.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.reporting.figures.View;

/** The last tally of each service, and the ledger's sums of the events that it is the count of. */
@ApplicationScoped
class Tallies {
  private static final String LAST =
      """
      select topic, kind, counted_at, counted_on, counted_through, also_counted, counts
        from {tally} order by topic, kind""";

  private static final String PLACES =
      "select sequence from {event} where event_id = any (?::uuid[])";

  /** Organisations are also counted by sector and type. */
  private static final String FOLDED =
      """
      with known as (
        select measure, organization_id, amount from {posting}
         where topic = ? and (sequence <= ? or sequence = any (?::bigint[]))
           and effective_on <= ?),
      %s
      select measure, round(sum(amount)) from known group by measure
      union all
      select 'organization/' || coalesce(s.sector, p.sector) || '/' || coalesce(s.type, p.type),
             round(sum(k.amount))
        from known k join {placement} p using (organization_id)
        left join stood_then s on s.organization_id = k.organization_id::text
       where k.measure = 'organization' and p.valid_from <= ? and p.valid_to > ?
       group by 1""";

  /**
   * By the township that the digits of the area's code say: where the thing itself is, or else
   * where its organisation stood. What stands nowhere shows as such.
   */
  private static final String FOLDED_BY_AREA =
      """
      with known as (
        select measure, organization_id, area_code, sum(amount) as amount from {posting}
         where topic = ? and (sequence <= ? or sequence = any (?::bigint[]))
           and effective_on <= ?
         group by measure, organization_id, area_code),
      %s
      select k.measure || '@'
               || coalesce(left(coalesce(k.area_code, s.area_code, l.area_code), 9) || '000',
                           'nowhere'),
             round(sum(k.amount))
        from known k
        left join stood_then s on s.organization_id = k.organization_id::text
        left join {lineage} l on l.organization_id = k.organization_id
                             and l.valid_from <= ? and l.valid_to > ?
       group by 1""";

  private final ObjectMapper json;

  Tallies(ObjectMapper json) {
    this.json = json;
  }

  List<Tally> last(View view) {
    return view.list(
        LAST,
        row ->
            new Tally(
                row.getString(1),
                row.getString(2).equals("AREA"),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, LocalDate.class),
                row.getLong(5),
                List.of((UUID[]) row.getArray(6).getArray()),
                counts(row.getString(7))));
  }

  /** The ledger's sums of the events that a tally names, as of its day and under its keys. */
  Folded folded(View view, Tally tally) {
    List<Long> places = view.list(PLACES, row -> row.getLong(1), tally.alsoCounted());
    Map<String, BigDecimal> sums = new TreeMap<>();
    view.list(
            (tally.byArea() ? FOLDED_BY_AREA : FOLDED)
                .formatted(StoodThen.of(tally, places).table()),
            row -> Map.entry(row.getString(1), row.getBigDecimal(2)),
            tally.topic(),
            tally.countedThrough(),
            places,
            tally.countedOn(),
            tally.countedOn(),
            tally.countedOn())
        .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
    return new Folded(sums, places.size() == tally.alsoCounted().size());
  }

  private Map<String, BigDecimal> counts(String text) {
    try {
      Map<String, BigDecimal> counts = new TreeMap<>();
      json.readValue(text, new TypeReference<Map<String, String>>() {})
          .forEach((measure, count) -> counts.put(measure, new BigDecimal(count)));
      return counts;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tally in the database is not a map of counts", e);
    }
  }
}
