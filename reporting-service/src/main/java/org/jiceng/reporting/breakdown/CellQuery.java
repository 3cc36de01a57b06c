package org.jiceng.reporting.breakdown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Placed;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Dimension;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.statistics.Counted;

/**
 * Sums an indicator up by dimensions, in one statement over the postings that count in a place. A
 * member is what the last word about it says, as of the day and within what is known; before the
 * first word, what that says.
 */
final class CellQuery {
  /** The value of a dimension where nothing is known of it. */
  static final String UNKNOWN = "unknown";

  private static final Set<Dimension> OF_PERSONS =
      Set.of(Dimension.SEX, Dimension.AGE_BAND, Dimension.ETHNICITY, Dimension.EDUCATION);
  private static final String PERSON =
      """

        left join lateral (
          select f.* from {person} f
           where f.member_id = c.record_id::uuid and f.effective_on <= ? and {known f}
           order by f.effective_on desc, f.sequence desc limit 1) last on true
        left join lateral (
          select f.* from {person} f
           where last.member_id is null and f.member_id = c.record_id::uuid and f.effective_on > ?
             and {known f}
           order by f.effective_on, f.sequence desc limit 1) first on true""";
  private static final String TERRITORY =
      """

        left join {territory} t
          on t.area_code = c.lying and t.valid_from <= ? and t.valid_to > ?""";
  private static final String TOWNSHIP =
      "case when c.lying like '%000000' then c.lying"
          + " else coalesce(t.parent_code, left(c.lying, 9) || '000') end";

  private final Indicator indicator;
  private final Node place;
  private final LocalDate asOf;
  private final List<Dimension> by;

  CellQuery(Indicator indicator, Node place, LocalDate asOf, List<Dimension> by) {
    this.indicator = indicator;
    this.place = place;
    this.asOf = asOf;
    this.by = by;
  }

  /** The sums by the values of the dimensions, in their order. */
  List<Sum> ask(View view) {
    Placed placed = Placed.in(place, asOf, indicator.measures());
    Counted counted = Counted.of(indicator, asOf, null);
    List<Object> arguments = new ArrayList<>(placed.arguments());
    arguments.addAll(List.of(asOf, asOf));
    arguments.addAll(Arrays.asList(counted.and()));
    String joins = "";
    if (by.stream().anyMatch(OF_PERSONS::contains)) {
      joins += PERSON;
      arguments.addAll(List.of(asOf, asOf));
    }
    if (by.contains(Dimension.AREA)) {
      joins += TERRITORY;
      arguments.addAll(List.of(asOf, asOf));
    }
    return view.list(
        "with " + placed.sql() + ",\n" + counted(counted) + sums(joins),
        this::sum,
        arguments.toArray());
  }

  private Sum sum(java.sql.ResultSet row) throws java.sql.SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= by.size(); i++) {
      values.add(row.getString(i));
    }
    return new Sum(values, row.getBigDecimal(by.size() + 1));
  }

  /** What stays of each record; who owns what has an area of its own is looked up in the tree. */
  private static String counted(Counted counted) {
    return """
        counted (record_id, sector, type, lying, amount) as (
          select p.record_id, coalesce(l.sector, p.sector), coalesce(l.type, p.type), p.lying,
                 sum(p.amount)
            from placed p
            left join {lineage} l on p.sector = '' and l.organization_id = p.organization_id
                                 and l.valid_from <= ? and l.valid_to > ?
           where %s
           group by 1, 2, 3, 4 having sum(p.amount) <> 0)
        """
        .formatted(counted.sql("p."));
  }

  private String sums(String joins) {
    String keys =
        by.stream()
            .map(d -> "coalesce(nullif(" + column(d) + ", ''), '" + UNKNOWN + "')")
            .collect(Collectors.joining(", "));
    String numbers =
        IntStream.rangeClosed(1, by.size())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    return by.isEmpty()
        ? "select coalesce(sum(amount), 0) from counted c"
        : "select " + keys + ", sum(amount) from counted c" + joins + " group by " + numbers;
  }

  private String column(Dimension dimension) {
    return switch (dimension) {
      case SEX -> "coalesce(last.sex, first.sex)";
      case ETHNICITY -> "coalesce(last.ethnicity, first.ethnicity)";
      case EDUCATION -> "coalesce(last.education, first.education)";
      case AGE_BAND -> AgeBands.sql("coalesce(last.birth_year, first.birth_year)", asOf);
      case SECTOR -> "c.sector";
      case ORGANIZATION_TYPE -> "c.type";
      case AREA -> byTownship() ? TOWNSHIP : "c.lying";
    };
  }

  /** The district and a line open into townships, a township into communities. */
  private boolean byTownship() {
    return !place.isArea() || Areas.prefix(place.id()).length() == 6;
  }
}
