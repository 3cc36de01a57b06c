package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent;
import org.jiceng.events.ActivityEvent.BrandAwarded;
import org.jiceng.events.ActivityEvent.BrandHandedOver;
import org.jiceng.events.ActivityEvent.BrandWithdrawn;
import org.jiceng.events.ActivityEvent.DemonstrationPointDesignated;
import org.jiceng.events.ActivityEvent.DemonstrationPointHandedOver;
import org.jiceng.events.ActivityEvent.DemonstrationPointWithdrawn;

/** Service brands and demonstration points. */
final class Honours {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final Territory territory;
  private final List<Honour> held = new ArrayList<>();

  private record Honour(UUID id, boolean brand, LocalDate changed) {
    ActivityEvent given(UUID organization, String area) {
      return brand
          ? new BrandAwarded(id, organization, area)
          : new DemonstrationPointDesignated(id, organization, area);
    }

    ActivityEvent handedOver(UUID reorganization, UUID heir) {
      return brand
          ? new BrandHandedOver(id, reorganization, heir)
          : new DemonstrationPointHandedOver(id, reorganization, heir);
    }

    ActivityEvent withdrawn() {
      return brand ? new BrandWithdrawn(id, null) : new DemonstrationPointWithdrawn(id, null);
    }
  }

  Honours(Chronicle chronicle, Line line, Territory territory) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
    this.territory = territory;
  }

  void happen() {
    if (held.isEmpty() || dice.once(2)) {
      LocalDate on = line.day();
      Honour honour = new Honour(dice.id(), dice.once(2), on);
      held.add(honour);
      chronicle.tell(honour.given(line.any(on), territory.anywhere(on)), on);
      return;
    }
    Honour honour = held.remove(dice.below(held.size()));
    LocalDate on = chronicle.daySince(honour.changed);
    if (dice.once(2)) {
      chronicle.tell(honour.withdrawn(), on);
    } else {
      held.add(new Honour(honour.id, honour.brand, on));
      chronicle.tell(honour.handedOver(dice.id(), line.any(on)), on);
    }
  }
}
