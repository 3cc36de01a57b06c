package org.jiceng.reporting.report.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Years, quarters and months of the calendar. */
class ReportPeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01, 2026-12-31, 2026年",
    "2026-Q1, 2026-01-01, 2026-03-31, 2026年第一季度",
    "2026-Q4, 2026-10-01, 2026-12-31, 2026年第四季度",
    "2024-02, 2024-02-01, 2024-02-29, 2024年2月",
    "2026-12, 2026-12-01, 2026-12-31, 2026年12月"
  })
  void aPeriodHasItsFirstAndItsLastDay(String text, LocalDate from, LocalDate last, String name) {
    ReportPeriod period = ReportPeriod.parse(text).orElseThrow();
    assertThat(period.from()).isEqualTo(from);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period.inChinese()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26",
        "2026-",
        "2026-Q5",
        "2026-Q0",
        "2026-13",
        "2026-00",
        "2026-1",
        "0000",
        "20266",
        "2026-q1",
        " 2026",
        "2026-01-01",
        "２０２６"
      })
  void whatIsNoPeriodIsNone(String text) {
    assertThat(ReportPeriod.parse(text)).isEmpty();
  }

  @Test
  void itHasEndedOnlyOnTheDayAfterItsLast() {
    ReportPeriod march = ReportPeriod.parse("2026-03").orElseThrow();
    assertThat(march.hasEndedBy(LocalDate.of(2026, 3, 31))).isFalse();
    assertThat(march.hasEndedBy(LocalDate.of(2026, 4, 1))).isTrue();
  }

  @Property
  void everyDayLiesInOnePeriodOfAKindWhichIsReadAsItIsWritten(
      @ForAll("days") LocalDate day, @ForAll PeriodKind kind) {
    ReportPeriod period = ReportPeriod.of(kind, day);
    assertThat(day).isBetween(period.from(), period.last());
    assertThat(ReportPeriod.parse(period.text())).contains(period);
    ReportPeriod before = ReportPeriod.endedBefore(kind, day);
    assertThat(before.last().plusDays(1)).isEqualTo(period.from());
    assertThat(before.hasEndedBy(day)).isTrue();
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2200, 1, 1).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }
}
