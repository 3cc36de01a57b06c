package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.RecordedEvent;

/** What there is of some kinds of record, by walking through what happened to each. */
abstract class Things {
  private final Map<String, Thing> there = new LinkedHashMap<>();

  /** Walks through what became true until the end of a day, in the order of the days. */
  Collection<Thing> walk(List<RecordedEvent> until) {
    until.forEach(this::happened);
    return there.values();
  }

  abstract void happened(RecordedEvent event);

  final Thing get(String what, Object id) {
    return there.get(what + " " + id);
  }

  final void put(String what, Object id, UUID organization, String area) {
    there.put(what + " " + id, Thing.one(what, organization, area));
  }

  final void put(String what, Object id, UUID organization, String area, BigDecimal amount) {
    there.put(what + " " + id, new Thing(what, organization, area, amount));
  }

  final void remove(String what, Object id) {
    there.remove(what + " " + id);
  }
}
