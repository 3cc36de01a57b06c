package org.jiceng.stack.sample;

import static org.jiceng.stack.sample.SyntheticIds.padded;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Service brands and demonstration points. */
final class Honours {
  static final String BRAND_HEADER = "code,name,organizationCode,awardedOn";
  static final String POINT_HEADER = "code,name,organizationCode,designatedOn";
  private static final LocalDate FIRST_BRAND = LocalDate.of(2005, 1, 1);
  private static final LocalDate FIRST_POINT = LocalDate.of(2007, 1, 1);

  private final SamplePlan.Honours plan;
  private final List<Org> candidates;
  private final Dice brandDice = Dice.of("brands");
  private final Dice pointDice = Dice.of("demonstration-points");

  Honours(SamplePlan plan, Line line) {
    this.plan = plan.honours();
    candidates =
        Stream.of(
                line.communities().committees(),
                line.twoNew().enterprises(),
                line.twoNew().societies(),
                line.twoNew().buildings())
            .flatMap(List::stream)
            .toList();
  }

  Stream<String> brandRows() {
    return rows(plan.brands(), "BR-", "先锋服务品牌", FIRST_BRAND, brandDice);
  }

  Stream<String> demonstrationPointRows() {
    return rows(plan.demonstrationPoints(), "DP-", "党建示范点", FIRST_POINT, pointDice);
  }

  /** Each holder once, as long as there are enough of them. */
  private Stream<String> rows(int count, String prefix, String what, LocalDate first, Dice dice) {
    return IntStream.range(0, count)
        .mapToObj(
            n -> {
              Org holder = candidates.get((int) ((long) n * candidates.size() / count));
              LocalDate on = dice.day(Days.later(holder.since(), first), SamplePlan.SURVEY_DAY);
              return Csv.line(
                  prefix + padded(n + 1, 4), Names.brand(dice) + what, holder.code(), on);
            });
  }
}
