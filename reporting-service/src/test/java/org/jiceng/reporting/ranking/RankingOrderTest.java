package org.jiceng.reporting.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Areas in the order of a figure. */
class RankingOrderTest {
  @Test
  void equalValuesShareARankAndTheNextOneIsAfterBoth() {
    List<Ranking.Row> rows = ranked(true, "30", "50", "30", "20");

    assertThat(rows).extracting(Ranking.Row::area).containsExactly("b", "a", "c", "d");
    assertThat(rows).extracting(Ranking.Row::rank).containsExactly(1, 2, 2, 4);
  }

  @Test
  void theSmallestComesFirstIfAskedSo() {
    assertThat(ranked(false, "30.0", "50", "30"))
        .extracting(Ranking.Row::rank)
        .containsExactly(1, 1, 3);
  }

  @Test
  void anAreaWithoutDataComesLastInEitherOrderAndHasNoRank() {
    for (boolean descending : List.of(true, false)) {
      List<Ranking.Row> rows = ranked(descending, null, "0", "7");

      assertThat(rows.get(2).area()).isEqualTo("a");
      assertThat(rows.get(2).rank()).isNull();
      assertThat(rows.get(2).share()).isNull();
    }
  }

  @Test
  void theShareIsOfTheWhole() {
    assertThat(ranked(true, "25", "75"))
        .extracting(Ranking.Row::share)
        .containsExactly(new BigDecimal("0.75"), new BigDecimal("0.25"));
    assertThat(new Ranking(true, BigDecimal.ZERO).of(rows("0")).get(0).share()).isNull();
    assertThat(new Ranking(true, null).of(rows("5")).get(0).share()).isNull();
  }

  private static List<Ranking.Row> ranked(boolean descending, String... values) {
    return new Ranking(descending, new BigDecimal(100)).of(rows(values));
  }

  private static List<Ranking.Row> rows(String... values) {
    String areas = "abcdefgh";
    List<String> all = Arrays.asList(values);
    return java.util.stream.IntStream.range(0, values.length)
        .mapToObj(
            i ->
                new Ranking.Row(
                    null,
                    areas.substring(i, i + 1),
                    null,
                    null,
                    all.get(i) == null ? null : new BigDecimal(all.get(i)),
                    null,
                    false))
        .toList();
  }
}
