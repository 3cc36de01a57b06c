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
import org.jiceng.reporting.figures.View;

/** The last tally of each service, and the ledger's sums up to the same place of the same log. */
@ApplicationScoped
class Tallies {
  private static final String LAST =
      "select topic, kind, counted_at, sequence, counts from {tally} order by topic, kind";

  /** Organisations are also counted by sector and type, as they stand today. */
  private static final String FOLDED =
      """
      with known as (
        select measure, organization_id, amount from {posting}
         where topic = ? and sequence < ? and effective_on <= ?)
      select measure, round(sum(amount)) from known group by measure
      union all
      select 'organization/' || p.sector || '/' || p.type, round(sum(k.amount))
        from known k join {placement} p using (organization_id)
       where k.measure = 'organization' and p.valid_from <= ? and p.valid_to > ?
       group by p.sector, p.type""";

  /**
   * By the township that the digits of the area's code say: where the thing itself is, or else
   * where its organisation stands today. What stands nowhere shows as such.
   */
  private static final String FOLDED_BY_AREA =
      """
      with known as (
        select measure, organization_id, area_code, sum(amount) as amount from {posting}
         where topic = ? and sequence < ? and effective_on <= ?
         group by measure, organization_id, area_code)
      select k.measure || '@'
               || coalesce(left(coalesce(k.area_code, l.area_code), 9) || '000', 'nowhere'),
             round(sum(k.amount))
        from known k
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
                row.getLong(4),
                counts(row.getString(5))));
  }

  /** The ledger's sums as of a day, under the keys of the tally. */
  Map<String, BigDecimal> folded(View view, Tally until, LocalDate asOf) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    view.list(
            until.byArea() ? FOLDED_BY_AREA : FOLDED,
            row -> Map.entry(row.getString(1), row.getBigDecimal(2)),
            until.topic(),
            until.sequence(),
            asOf,
            asOf,
            asOf)
        .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
    return sums;
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
