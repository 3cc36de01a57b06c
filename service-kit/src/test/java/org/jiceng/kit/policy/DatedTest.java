package org.jiceng.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class DatedTest {
  @Test
  void theDayOfTheFactDecides() {
    DatedPeriod term = new DatedPeriod("0001-01-01=P3Y, 2018-07-01=P5Y");
    assertThat(term.on(LocalDate.of(2018, 6, 30))).isEqualTo(Period.ofYears(3));
    assertThat(term.on(LocalDate.of(2018, 7, 1))).isEqualTo(Period.ofYears(5));
    DatedNumber workers = new DatedNumber("2000-01-01=2");
    assertThat(workers.on(LocalDate.of(2009, 1, 1))).isEqualTo(2);
    assertThatThrownBy(() -> workers.on(LocalDate.of(1999, 12, 31)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsNoDatedValueStopsTheStart() {
    for (String wrong : new String[] {"", "2", "2000-01-01", "2000-01-01=two", "2000-01-01=-1"}) {
      assertThatThrownBy(() -> new DatedNumber(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new DatedPeriod("2000-13-01=P3Y"))
        .isInstanceOf(java.time.DateTimeException.class);
  }
}
