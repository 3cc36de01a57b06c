package org.jiceng.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jiceng.events.RegistryEvent.AreaEvent;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.AreaRenamed;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.registry.Named;
import org.jiceng.registry.Tables;

/** Renames areas and hands them to other parents, from a date on. */
@ApplicationScoped
public class AreaCommands {
  private final Areas areas;
  private final AreaHistory history;
  private final Tables tables;
  private final Named named;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  AreaCommands(
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

  AreaView rename(String code, AreaChange.Rename change) {
    Area area = held(code);
    LocalDate on = clock.pastOrToday(change.effectiveOn());
    AreaRenamed renamed = area.rename(change.name(), change.nameEn(), on);
    tables.change(
        "update area set name = ?, name_en = ?, version = version + 1 where code = ?",
        renamed.areaName(),
        renamed.areaNameEn(),
        code);
    return keep(code, renamed, on, "rename");
  }

  AreaView reassign(String code, AreaChange.Reassign change) {
    String parentCode = change.parentCode().value();
    Area area = held(code, parentCode);
    named.requireArea("parentCode", parentCode);
    Area parent = tables.one(Area.SELECT + " where a.code = ?", Area::of, parentCode).orElseThrow();
    LocalDate on = clock.pastOrToday(change.effectiveOn());
    AreaReassigned reassigned = area.reassign(parent, change.standardCode(), on);
    areas.requireFree("standardCode", reassigned.standardCode(), code);
    tables.change(
        "update area set parent_code = ?, standard_code = ?, version = version + 1 where code = ?",
        reassigned.parentCode(),
        reassigned.standardCode(),
        code);
    AreaView kept = keep(code, reassigned, on, "reassign");
    history.lay(code);
    return kept;
  }

  private AreaView keep(String code, AreaEvent event, LocalDate on, String action) {
    history.record(code, on);
    outbox.append(event, on);
    audit.write(action, "area", code);
    return areas.find(code).orElseThrow();
  }

  private Area held(String... codes) {
    named.requireWholeDistrict();
    history.hold(codes);
    Area area =
        tables
            .one(Area.SELECT + " where a.code = ?", Area::of, codes[0])
            .orElseThrow(Problem::notFound);
    preconditions.requireVersion(area.version());
    return area;
  }
}
