package org.jiceng.activity.cadence;

import java.time.LocalDate;
import java.util.List;
import org.jiceng.events.ActivityKind;
import org.jiceng.events.OrganizationType;

/**
 * That organisations of a type hold so many activities of a kind from a day to another (exclusive).
 */
record Duty(OrganizationType type, ActivityKind kind, LocalDate from, LocalDate until, int times) {

  /** All that the rules demanded in spans that ended within the months that are looked back on. */
  static List<Duty> lookingBack(CadencePolicy policy, LocalDate today) {
    LocalDate since = today.minusMonths(policy.lookBackMonths());
    return of(policy, CadencePeriod.years(since, today), today).stream()
        .filter(duty -> duty.until.isAfter(since))
        .toList();
  }

  /** All that the rules demand in spans of the period that are over. */
  static List<Duty> of(CadencePolicy policy, CadencePeriod period, LocalDate today) {
    return policy.rules().stream()
        .flatMap(
            rule ->
                period.spansOver(rule.every(), today).stream()
                    .map(
                        span ->
                            new Duty(
                                rule.type(),
                                rule.kind(),
                                span.from(),
                                span.until(),
                                rule.times().on(span.from()))))
        .filter(duty -> duty.times > 0)
        .toList();
  }
}
