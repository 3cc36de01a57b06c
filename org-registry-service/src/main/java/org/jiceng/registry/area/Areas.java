package org.jiceng.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaMeasured;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Named;
import org.jiceng.registry.Tables;

/** The areas of the district and what was measured in them. */
@ApplicationScoped
public class Areas {
  static final ProblemType CODE_TAKEN = new ProblemType(409, "area-code-taken");

  private static final String SELECT =
      """
      select a.code, a.level, a.name, a.name_en, a.parent_code, a.defined_on, a.closed_on, a.closed_reason,
             m.population, m.registered_population, m.migrant_population, m.households, a.version
        from area a
        left join lateral (select * from area_measurement m where m.area_code = a.code
                            order by effective_on desc limit 1) m on true
       where true""";

  private final Tables tables;
  private final Named named;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Areas(Tables tables, Named named, Outbox outbox, Audit audit, BusinessClock clock) {
    this.tables = tables;
    this.named = named;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  Optional<AreaView> find(String code) {
    return tables.one(SELECT + " and a.code = ?", AreaView::of, code);
  }

  Page<AreaView> page(AreaLevel level, String parentCode, PageRequest page) {
    Condition condition =
        new Condition(SELECT).and("a.level = ?", level).and("a.parent_code = ?", parentCode);
    page.cursor().ifPresent(c -> condition.and("a.code > ?", c.key(0)));
    List<AreaView> rows =
        tables.list(condition, " order by a.code limit " + page.fetchSize(), AreaView::of);
    return page.page(rows, a -> Cursor.of(a.code()));
  }

  AreaView define(NewArea wanted) {
    named.requireWholeDistrict();
    String parent = wanted.parentCode() == null ? null : wanted.parentCode().value();
    if (parent != null) {
      named.requireArea("parentCode", parent);
    }
    AreaLevel parentLevel =
        parent == null
            ? null
            : find(parent)
                .orElseThrow(() -> Problem.violation("parentCode", "no-area", parent))
                .level();
    if (!AreaRules.allows(parentLevel, wanted.level())) {
      throw Problem.violation("level", "illegal-area-level", wanted.level());
    }
    if (!wanted.code().parent().map(p -> p.value().equals(parent)).orElse(parent == null)) {
      throw Problem.violation("parentCode", "area-code-outside-parent", wanted.code());
    }
    String code = wanted.code().value();
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    int inserted =
        tables.change(
            """
            insert into area (code, level, name, name_en, parent_code, defined_on)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
            code,
            wanted.level(),
            wanted.name(),
            wanted.nameEn(),
            parent,
            on);
    if (inserted == 0) {
      throw new Problem(CODE_TAKEN, code).at("code");
    }
    outbox.append(
        new AreaDefined(code, wanted.name(), wanted.nameEn(), wanted.level(), parent), on);
    audit.write("define", "area", code);
    return find(code).orElseThrow();
  }

  AreaView measure(String code, Measurement m) {
    named.requireWholeDistrict();
    AreaRules.requireOpen(find(code).orElseThrow(Problem::notFound));
    LocalDate on = clock.pastOrToday(m.effectiveOn());
    tables.change(
        """
        insert into area_measurement (area_code, effective_on, population, registered_population,
                                      migrant_population, households, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (area_code, effective_on) do update
          set population = excluded.population,
              registered_population = excluded.registered_population,
              migrant_population = excluded.migrant_population,
              households = excluded.households, recorded_at = excluded.recorded_at""",
        code,
        on,
        m.population(),
        m.registeredPopulation(),
        m.migrantPopulation(),
        m.households(),
        OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC));
    tables.change("update area set version = version + 1 where code = ?", code);
    outbox.append(
        new AreaMeasured(
            code, m.population(), m.registeredPopulation(), m.migrantPopulation(), m.households()),
        on);
    audit.write("measure", "area", code);
    return find(code).orElseThrow();
  }
}
