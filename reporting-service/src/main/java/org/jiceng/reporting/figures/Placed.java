package org.jiceng.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The postings that count in a place on its boundaries of a day, up to and with that day, as common
 * table expressions to begin a query with; the last is {@code placed (measure, record_id,
 * organization_id, area_code, lying, sector, type, effective_on, amount, topic, sequence)}. What
 * has an area of its own counts there, without sector and type; in the line all has both.
 *
 * @param sql what comes between {@code with} and the query
 * @param arguments those of the expressions, in their order
 */
public record Placed(String sql, List<Object> arguments) {
  private static final String COLUMNS =
      """
      p.measure, p.record_id, p.organization_id, p.area_code, %s as lying, %s, p.effective_on,
               p.amount, p.topic, p.sequence""";
  private static final String OF_LINE =
      """
      %1$splaced as (
        select """
          + " "
          + COLUMNS.formatted("coalesce(p.area_code, l.area_code)", "l.sector, l.type")
          + """

          from {lineage} l join {posting} p on p.organization_id = l.organization_id
         where l.line @> array[?::uuid] and l.valid_from <= ? and l.valid_to > ?
           and p.measure = any (?) and p.effective_on <= ? and {known p})""";
  private static final String OF_AREA =
      """
      %1$smoved as (select area_code, parent_code from {territory}
                      where valid_from <= ? and valid_to > ?),
      %1$sgone as (select area_code from %1$smoved where parent_code not like ? and area_code <> ?),
      %1$scome as (select area_code from %1$smoved where parent_code like ? and area_code not like ?),
      %1$splaced as (
        select """
          + " "
          + COLUMNS.formatted("p.area_code", "'' as sector, '' as type")
          + """

          from {posting} p
         where ((p.area_code like ? and p.area_code <> all (array(select area_code from %1$sgone)))
                or p.area_code = any (array(select area_code from %1$scome)))
           and p.measure = any (?) and p.effective_on <= ? and {known p}
        union all
        select """
          + " "
          + COLUMNS.formatted("l.area_code", "l.sector, l.type")
          + """

          from {lineage} l join {posting} p on p.organization_id = l.organization_id
         where ((l.area_code like ? and l.area_code <> all (array(select area_code from %1$sgone)))
                or l.area_code = any (array(select area_code from %1$scome)))
           and l.valid_from <= ? and l.valid_to > ?
           and p.area_code is null and p.measure = any (?) and p.effective_on <= ? and {known p})""";

  /** The postings of some measures in a place. */
  public static Placed in(Node node, LocalDate asOf, Collection<String> measures) {
    return in(node, asOf, measures, "");
  }

  /** The same under names that begin with a prefix, beside those of another day. */
  public static Placed in(Node node, LocalDate asOf, Collection<String> measures, String prefix) {
    if (!node.isArea()) {
      return new Placed(OF_LINE.formatted(prefix), List.of(node.id(), asOf, asOf, measures, asOf));
    }
    String area = Areas.prefix(node.id()) + "%";
    return new Placed(
        OF_AREA.formatted(prefix),
        List.of(
            asOf, asOf, area, node.id(), area, area, area, measures, asOf, area, asOf, asOf,
            measures, asOf));
  }

  /** Its arguments and then others, in the order of the query. */
  public Object[] with(Object... others) {
    List<Object> all = new ArrayList<>(arguments);
    all.addAll(java.util.Arrays.asList(others));
    return all.toArray();
  }
}
