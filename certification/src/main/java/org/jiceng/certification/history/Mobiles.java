package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.MemberEvent.AbsenceEnded;
import org.jiceng.events.MemberEvent.AbsenceReported;
import org.jiceng.events.MemberEvent.MobileHostChanged;
import org.jiceng.events.MemberEvent.MobileHostingEnded;
import org.jiceng.events.MemberEvent.MobileMemberHosted;

/** Mobile members: hosted here, away from here. */
final class Mobiles {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final List<Held> hosted = new ArrayList<>();
  private final List<Held> away = new ArrayList<>();

  /** A registration or an absence, at whom since when. */
  private record Held(UUID id, UUID organization, LocalDate since) {}

  Mobiles(Chronicle chronicle, Line line) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
  }

  void happen() {
    switch (dice.below(6)) {
      case 0, 1 -> {
        Held one = begin(hosted);
        chronicle.tell(new MobileMemberHosted(one.id, one.organization, null, null), one.since);
      }
      case 2 -> hand();
      case 3 ->
          end(
              hosted,
              (one, on) ->
                  chronicle.tell(new MobileHostingEnded(one.id, one.organization, null), on));
      case 4 -> {
        Held one = begin(away);
        chronicle.tell(new AbsenceReported(one.id, one.id, one.organization, null), one.since);
      }
      default ->
          end(
              away,
              (one, on) ->
                  chronicle.tell(
                      new AbsenceEnded(one.id, one.id, one.organization, "RETURNED"), on));
    }
  }

  private interface Told {
    void of(Held one, LocalDate on);
  }

  private Held begin(List<Held> all) {
    LocalDate on = line.day();
    Held one = new Held(dice.id(), line.any(on), on);
    all.add(one);
    return one;
  }

  private void end(List<Held> all, Told told) {
    if (!all.isEmpty()) {
      Held one = all.remove(dice.below(all.size()));
      told.of(one, chronicle.daySince(one.since));
    }
  }

  private void hand() {
    end(
        hosted,
        (one, on) -> {
          Held next = new Held(one.id, line.any(on), on);
          hosted.add(next);
          chronicle.tell(
              new MobileHostChanged(one.id, dice.id(), one.organization, next.organization), on);
        });
  }
}
