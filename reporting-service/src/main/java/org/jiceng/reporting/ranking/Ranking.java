package org.jiceng.reporting.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Areas in the order of a figure. */
final class Ranking {
  private static final int DIGITS = 4;

  private final Comparator<BigDecimal> order;
  private final BigDecimal whole;

  /**
   * By a figure.
   *
   * @param descending whether the largest comes first
   * @param whole what the values are parts of; null where they are not
   */
  Ranking(boolean descending, BigDecimal whole) {
    this.order =
        descending ? Comparator.<BigDecimal>naturalOrder().reversed() : Comparator.naturalOrder();
    this.whole = whole;
  }

  /**
   * An area with its figure.
   *
   * @param rank from 1 on; equal values share one; null where there is no value
   * @param share of the whole, where the figure is a sum
   * @param suppressed whether there is no value because it would tell too much of few persons
   */
  public record Row(
      Integer rank,
      String area,
      String name,
      String nameEn,
      BigDecimal value,
      BigDecimal share,
      boolean suppressed) {}

  /** In their order; those without a value last and without a rank, by their codes. */
  List<Row> of(List<Row> areas) {
    List<Row> sorted =
        areas.stream()
            .sorted(
                Comparator.comparing(Row::value, Comparator.nullsLast(order))
                    .thenComparing(Row::area))
            .toList();
    List<Row> ranked = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Row row = sorted.get(i);
      boolean shares =
          i > 0 && row.value() != null && row.value().compareTo(sorted.get(i - 1).value()) == 0;
      Integer rank = row.value() == null ? null : shares ? ranked.get(i - 1).rank() : (i + 1);
      ranked.add(ranked(row, rank));
    }
    return ranked;
  }

  private Row ranked(Row row, Integer rank) {
    return new Row(
        rank, row.area(), row.name(), row.nameEn(), row.value(), share(row), row.suppressed());
  }

  private BigDecimal share(Row row) {
    return row.value() == null || whole == null || whole.signum() == 0
        ? null
        : row.value().divide(whole, DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
