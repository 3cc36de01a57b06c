package org.jiceng.reporting.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Formula;

/** Behind a figure that compares communities stand communities, by their codes. */
final class CommunityRecords {
  private static final Set<String> COMMUNITIES = Set.of("COMMUNITY");

  private final View view;
  private final Node place;
  private final LocalDate asOf;

  CommunityRecords(View view, Node place, LocalDate asOf) {
    this.view = view;
    this.place = place;
    this.asOf = asOf;
  }

  static boolean standBehind(Formula formula) {
    return formula instanceof Formula.CommunitiesWithout
        || formula instanceof Formula.OverCommunities;
  }

  /** Those after a code, in the order of their codes; a place in the line has none. */
  List<Records.Entry> after(String code, Formula formula, int limit) {
    if (!place.isArea()) {
      return List.of();
    }
    List<Records.Entry> all =
        formula instanceof Formula.CommunitiesWithout without
            ? without(without.sum())
            : with(((Formula.OverCommunities) formula).measure());
    return all.stream().filter(e -> e.recordId().compareTo(code) > 0).limit(limit).toList();
  }

  private List<Records.Entry> without(Formula.Sum sum) {
    Map<String, BigDecimal> with =
        new Sums(view)
            .byArea(
                COMMUNITIES, place.id(), asOf, sum.measures().get(0), sum.sectors(), sum.types());
    return new Areas(view)
        .list(COMMUNITIES, place.id(), asOf).stream()
            .map(Areas.Area::code)
            .filter(code -> with.getOrDefault(code, BigDecimal.ZERO).signum() <= 0)
            .map(code -> entry("area.COMMUNITY", code, BigDecimal.ONE))
            .toList();
  }

  private List<Records.Entry> with(String measure) {
    return new Sums(view)
        .byArea(COMMUNITIES, place.id(), asOf, measure, Set.of(), Set.of()).entrySet().stream()
            .map(e -> entry(measure, e.getKey(), e.getValue()))
            .toList();
  }

  private static Records.Entry entry(String measure, String code, BigDecimal amount) {
    return new Records.Entry(measure, code, null, code, null, Values.plain(amount));
  }
}
