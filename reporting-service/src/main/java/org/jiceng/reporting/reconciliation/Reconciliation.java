package org.jiceng.reporting.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiceng.events.Topic;
import org.jiceng.kit.inbox.Freshness;
import org.jiceng.reporting.figures.CompletePositions;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.ledger.LedgerHandler;

/** Sets each service's last tally beside the ledger's sums of the same events. */
@ApplicationScoped
class Reconciliation {
  private final Views views;
  private final Tallies tallies;
  private final CompletePositions complete;
  private final Freshness freshness;

  Reconciliation(Views views, Tallies tallies, CompletePositions complete, Freshness freshness) {
    this.views = views;
    this.tallies = tallies;
    this.complete = complete;
    this.freshness = freshness;
  }

  Reconciled compare() {
    List<Comparison> comparisons = new ArrayList<>();
    List<AreaComparison> byArea = new ArrayList<>();
    try (View view = views.open(Knowledge.EVERYTHING)) {
      Map<Topic, Long> positions = complete.of(view);
      for (Tally tally : tallies.last(view)) {
        Folded folded = tallies.folded(view, tally);
        boolean certain =
            folded.allNamed()
                && positions.get(Topic.valueOf(tally.topic())) >= tally.countedThrough();
        if (tally.byArea()) {
          byArea.add(byArea(tally, folded.sums(), certain));
        } else {
          comparisons.add(inAll(tally, folded.sums(), certain));
        }
      }
    }
    return Reconciled.of(comparisons, byArea);
  }

  private Comparison inAll(Tally tally, Map<String, BigDecimal> folded, boolean certain) {
    List<Line> lines = lines(tally.counts().keySet(), tally, folded);
    List<String> uncounted =
        folded.keySet().stream().filter(measure -> !tally.counts().containsKey(measure)).toList();
    return new Comparison(
        tally.topic(),
        tally.countedAt(),
        tally.countedThrough(),
        tally.alsoCounted().size(),
        lag(tally.topic()),
        certain,
        lines.stream().allMatch(Line::agrees),
        lines,
        uncounted);
  }

  /**
   * Where a service counts none it says nothing: what it counts anywhere is compared everywhere.
   */
  private AreaComparison byArea(Tally tally, Map<String, BigDecimal> folded, boolean certain) {
    Set<String> measures =
        tally.counts().keySet().stream().map(Line::measure).collect(Collectors.toSet());
    Set<String> keys = new TreeSet<>(tally.counts().keySet());
    folded.keySet().stream().filter(key -> measures.contains(Line.measure(key))).forEach(keys::add);
    List<Line> lines = lines(keys, tally, folded);
    List<Line> differences = lines.stream().filter(line -> !line.agrees()).toList();
    return new AreaComparison(
        tally.topic(),
        tally.countedAt(),
        tally.countedThrough(),
        tally.alsoCounted().size(),
        certain,
        differences.isEmpty(),
        lines.size(),
        differences);
  }

  private static List<Line> lines(Set<String> keys, Tally tally, Map<String, BigDecimal> folded) {
    return keys.stream()
        .map(
            key ->
                Line.of(
                    key,
                    tally.counts().getOrDefault(key, BigDecimal.ZERO),
                    folded.getOrDefault(key, BigDecimal.ZERO)))
        .toList();
  }

  private Long lag(String topic) {
    String name = Topic.valueOf(topic).topicName();
    Long lag = 0L;
    for (Freshness.Position position : freshness.positions()) {
      if (position.handler().equals(LedgerHandler.NAME) && position.topic().equals(name)) {
        lag = lag == null || position.lag() == null ? null : Long.valueOf(lag + position.lag());
      }
    }
    return lag;
  }
}
