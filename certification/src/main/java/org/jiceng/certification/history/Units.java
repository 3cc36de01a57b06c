package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.UnitChanged;
import org.jiceng.events.RegistryEvent.UnitClosed;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.events.RegistryEvent.UnitRegistered;
import org.jiceng.events.RegistryEvent.UnitUncovered;
import org.jiceng.events.UnitKind;

/** Enterprises and social organisations: registered, covered, changed, closed, and opened again. */
final class Units {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final Territory territory;
  private final List<Unit> open = new ArrayList<>();
  private final List<Unit> closed = new ArrayList<>();

  private static final class Unit {
    final UUID id;
    LocalDate changed;
    UUID coveredBy;

    Unit(UUID id, LocalDate on) {
      this.id = id;
      this.changed = on;
    }
  }

  Units(Chronicle chronicle, Line line, Territory territory) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
    this.territory = territory;
  }

  void happen() {
    if (open.isEmpty() || dice.once(3)) {
      register();
      return;
    }
    Unit unit = dice.of(open);
    unit.changed = chronicle.daySince(unit.changed);
    switch (dice.below(5)) {
      case 0, 1 -> {
        unit.coveredBy = line.any(unit.changed);
        chronicle.tell(new UnitCovered(unit.id, unit.coveredBy), unit.changed);
      }
      case 2 -> uncover(unit);
      case 3 ->
          chronicle.tell(
              new UnitChanged(
                  unit.id, dice.of(UnitKind.values()), territory.anywhere(unit.changed), 10),
              unit.changed);
      default -> {
        open.remove(unit);
        closed.add(unit);
        unit.coveredBy = null;
        chronicle.tell(new UnitClosed(unit.id), unit.changed);
      }
    }
  }

  private void register() {
    Unit unit;
    if (!closed.isEmpty() && dice.once(4)) {
      unit = closed.remove(dice.below(closed.size()));
      unit.changed = chronicle.daySince(unit.changed);
    } else {
      unit = new Unit(dice.id(), chronicle.daySince(Territory.BEGINNING));
    }
    open.add(unit);
    chronicle.tell(
        new UnitRegistered(
            unit.id, dice.of(UnitKind.values()), territory.anywhere(unit.changed), 9),
        unit.changed);
  }

  private void uncover(Unit unit) {
    if (unit.coveredBy != null) {
      chronicle.tell(new UnitUncovered(unit.id, unit.coveredBy), unit.changed);
      unit.coveredBy = null;
    }
  }
}
