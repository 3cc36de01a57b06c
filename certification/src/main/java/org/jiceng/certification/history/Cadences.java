package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.events.ActivityEvent.CadenceAssessed;
import org.jiceng.events.ActivityKind;

/** Whether organisations held what they had to, told again when it turns out otherwise. */
final class Cadences {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final List<CadenceAssessed> told = new ArrayList<>();

  Cadences(Chronicle chronicle, Line line) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
  }

  void happen() {
    if (!told.isEmpty() && dice.once(3)) {
      again(told.remove(dice.below(told.size())));
      return;
    }
    LocalDate day = line.day();
    LocalDate from = day.withDayOfMonth(1).minusMonths(1 + dice.below(3));
    CadenceAssessed first =
        new CadenceAssessed(
            line.any(from),
            dice.of(ActivityKind.values()),
            from,
            from.plusMonths(1),
            dice.below(3),
            dice.below(3),
            null,
            null);
    boolean known = told.stream().anyMatch(t -> t.aggregateId().equals(first.aggregateId()));
    if (!known) {
      tell(first);
    }
  }

  private void again(CadenceAssessed before) {
    tell(
        new CadenceAssessed(
            before.organizationId(),
            before.kind(),
            before.from(),
            before.until(),
            dice.below(3),
            dice.below(4),
            before.required(),
            before.held()));
  }

  private void tell(CadenceAssessed assessed) {
    told.add(assessed);
    chronicle.tell(assessed, assessed.until().minusDays(1));
  }
}
