package org.jiceng.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class DatedPeriodTest {
  @Test
  void theDayOfTheFactDecides() {
    DatedPeriod validity = new DatedPeriod("0001-01-01=P3M, 2030-01-01=P2M");
    assertThat(validity.on(LocalDate.parse("2029-12-31"))).isEqualTo(Period.ofMonths(3));
    assertThat(validity.on(LocalDate.parse("2030-01-01"))).isEqualTo(Period.ofMonths(2));
  }

  @Test
  void threeMonthsAreAPeriodAndNotNinetyDays() {
    Period threeMonths = new DatedPeriod("0001-01-01=P3M").on(LocalDate.parse("2009-11-30"));
    assertThat(LocalDate.parse("2009-11-30").plus(threeMonths)).isEqualTo("2010-02-28");
  }

  @Test
  void whatIsNoPeriodIsRefusedAtTheStart() {
    assertThatThrownBy(() -> new DatedPeriod("P3M")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DatedPeriod("2009-01-01=90"))
        .isInstanceOf(java.time.DateTimeException.class);
    assertThatThrownBy(() -> new DatedPeriod("2009-01-01=P3M").on(LocalDate.parse("2008-12-31")))
        .isInstanceOf(IllegalStateException.class);
  }
}
