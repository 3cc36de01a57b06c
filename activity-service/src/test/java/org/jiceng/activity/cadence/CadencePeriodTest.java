package org.jiceng.activity.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jiceng.kit.problem.Problem;

class CadencePeriodTest {
  @Property
  void theSpansOfAPeriodFillItOnceItIsOver(
      @ForAll @IntRange(min = 1000, max = 9998) int year,
      @ForAll @IntRange(min = 1, max = 4) int quarter) {
    CadencePeriod period = CadencePeriod.parse("%d-Q%d".formatted(year, quarter));
    var months = period.spansOver(Every.MONTH, period.until());
    assertThat(months).hasSize(3);
    assertThat(months.get(0).from()).isEqualTo(period.from());
    assertThat(months.get(2).until()).isEqualTo(period.until());
    assertThat(period.spansOver(Every.QUARTER, period.until())).containsExactly(period);
    assertThat(period.spansOver(Every.QUARTER, period.until().minusDays(1))).isEmpty();
    assertThat(period.spansOver(Every.YEAR, LocalDate.MAX)).isEmpty();
    assertThat(CadencePeriod.parse("" + year).spansOver(Every.MONTH, LocalDate.MAX)).hasSize(12);
  }

  @Example
  void whatIsNoPeriodIsRefused() {
    for (String text :
        new String[] {null, "", "2026-Q5", "2026-13", "2026-7", "0999", "9999", "26"}) {
      assertThatThrownBy(() -> CadencePeriod.parse(text)).isInstanceOf(Problem.class);
    }
  }
}
