package org.jiceng.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jiceng.events.RegistryEvent.AreaClosed;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.registry.Closing;
import org.jiceng.registry.Named;
import org.jiceng.registry.Tables;

/** Closes areas in which nothing lies any more. */
@ApplicationScoped
public class AreaClosings {
  private final Areas areas;
  private final AreaHistory history;
  private final Tables tables;
  private final Named named;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  AreaClosings(
      Areas areas,
      AreaHistory history,
      Tables tables,
      Named named,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.areas = areas;
    this.history = history;
    this.tables = tables;
    this.named = named;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  AreaView close(String code, Closing closing) {
    named.requireWholeDistrict();
    AreaView area = areas.held(code);
    preconditions.requireVersion(area.version());
    LocalDate on = clock.pastOrToday(closing.effectiveOn());
    AreaClosed closed = AreaRules.close(area, contents(code), on);
    endMeasurement(area, on);
    tables.change(
        "update area set closed_on = ?, closed_reason = ?, version = version + 1 where code = ?",
        on,
        closing.reasonCode(),
        code);
    history.record(code, on);
    outbox.append(closed, on);
    audit.write("close", "area", code);
    return areas.find(code).orElseThrow();
  }

  private AreaContents contents(String code) {
    return tables.one(AreaContents.SELECT, AreaContents::of, code).orElseThrow();
  }

  /** Who lived there is counted elsewhere from then on, so the figures do not stay behind. */
  private void endMeasurement(AreaView area, LocalDate on) {
    if (area.population() != null) {
      areas.measure(area.code(), new Measurement(0L, 0L, 0L, 0L, on));
    }
  }
}
