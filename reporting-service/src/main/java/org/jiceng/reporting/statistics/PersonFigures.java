package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.protection.SuppressionConfig;

/**
 * Suppresses figures of persons for who sees no persons in a place. The figure of an area is a cell
 * of the table over the areas of its level; that of an organisation is suppressed unless it is
 * none, as what is below it could be subtracted from what is above.
 */
@ApplicationScoped
public class PersonFigures {
  private final Indicators indicators;
  private final Sight sight;
  private final SuppressionConfig suppression;

  PersonFigures(Indicators indicators, Sight sight, SuppressionConfig suppression) {
    this.indicators = indicators;
    this.sight = sight;
    this.suppression = suppression;
  }

  /** The protection of one question's figures. */
  Protection in(View view, StatisticsRequest request) {
    return new Protection(view, request);
  }

  private Set<String> measuresOfPersons() {
    return indicators.all().stream()
        .filter(Indicator::countsPersons)
        .flatMap(i -> i.measures().stream())
        .collect(Collectors.toSet());
  }

  /** Tables are read once for each day. */
  final class Protection {
    private final StatisticsRequest request;
    private final AreaProtection areas;
    private final Set<String> ofPersons = measuresOfPersons();

    private Protection(View view, StatisticsRequest request) {
      this.request = request;
      this.areas = new AreaProtection(view, suppression.k());
    }

    /** The values of a place on a day, without those that would tell too much of few persons. */
    List<Values.Value> of(
        Node place, LocalDate asOf, Collection<Indicator> wanted, List<Values.Value> values) {
      if (sight.seesPersons(place)) {
        return values;
      }
      List<Values.Value> shown = new ArrayList<>();
      Iterator<Indicator> indicators = wanted.iterator();
      for (Values.Value value : values) {
        boolean hidden = isHidden(indicators.next(), value, place, asOf);
        shown.add(hidden ? value.withheld() : value);
      }
      return shown;
    }

    private boolean isHidden(Indicator indicator, Values.Value value, Node place, LocalDate asOf) {
      if (value.value() == null || indicator.measures().stream().noneMatch(ofPersons::contains)) {
        return false;
      }
      if (!place.isArea() || request.boundaries != null) {
        return !indicator.countsPersons() || value.value().signum() != 0;
      }
      LocalDate since = request.since == null ? asOf.minusYears(3) : request.since;
      return areas.hides(indicator, place, asOf, since);
    }
  }
}
