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
             m.population, m.registered_population, m.migrant_population, m.households, a.version,
             a.standard_code, a.class_code
        from area a
        left join lateral (select * from area_measurement m where m.area_code = a.code
                            order by effective_on desc limit 1) m on true
       where true""";

  private static final String THEN =
      """
      select a.code, v.level, v.name, v.name_en, v.parent_code, a.defined_on,
             case when v.closed then a.closed_on end, case when v.closed then a.closed_reason end,
             m.population, m.registered_population, m.migrant_population, m.households, a.version,
             v.standard_code, a.class_code
        from area a
        join area_version v
          on v.area_code = a.code and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)
        left join lateral (select * from area_measurement m
                            where m.area_code = a.code and m.effective_on <= ?
                            order by effective_on desc limit 1) m on true
       where true""";

  private final Tables tables;
  private final AreaHistory history;
  private final Named named;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Areas(
      Tables tables,
      AreaHistory history,
      Named named,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.tables = tables;
    this.history = history;
    this.named = named;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  Optional<AreaView> find(String code) {
    return tables.one(SELECT + " and a.code = ?", AreaView::of, code);
  }

  /** The area as it was on a date; today's if null. */
  Optional<AreaView> find(String code, LocalDate asOf) {
    return tables.list(base(asOf).and("a.code = ?", code), "", AreaView::of).stream().findFirst();
  }

  /**
   * The area, held against all who would change it, and against those who would register something
   * in it, since they share its key.
   */
  AreaView held(String code) {
    return tables
        .one("select code from area where code = ? for update", row -> row.getString(1), code)
        .flatMap(this::find)
        .orElseThrow(Problem::notFound);
  }

  private static Condition base(LocalDate asOf) {
    return asOf == null
        ? new Condition(SELECT)
        : new Condition(THEN).with(asOf).with(asOf).with(asOf);
  }

  Page<AreaView> page(AreaFilter filter, PageRequest page) {
    Condition condition = filter.on(base(filter.asOf));
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
    AreaView above =
        parent == null
            ? null
            : find(parent).orElseThrow(() -> Problem.violation("parentCode", "no-area", parent));
    AreaLevel parentLevel = above == null ? null : above.level();
    String parentNumber = above == null ? null : above.standardCode();
    if (!AreaRules.allows(parentLevel, wanted.level())) {
      throw Problem.violation("level", "illegal-area-level", wanted.level());
    }
    if (!wanted.code().parent().map(p -> p.value().equals(parentNumber)).orElse(parent == null)) {
      throw Problem.violation("parentCode", "area-code-outside-parent", wanted.code());
    }
    String code = wanted.code().value();
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    requireFree("code", code, code);
    int inserted =
        tables.change(
            """
            insert into area (code, standard_code, level, name, name_en, parent_code, defined_on)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
            code,
            code,
            wanted.level(),
            wanted.name(),
            wanted.nameEn(),
            parent,
            on);
    if (inserted == 0) {
      throw new Problem(CODE_TAKEN, code).at("code");
    }
    history.record(code, on);
    history.lay(code);
    outbox.append(
        new AreaDefined(code, wanted.name(), wanted.nameEn(), wanted.level(), parent), on);
    audit.write("define", "area", code);
    return find(code).orElseThrow();
  }

  /** Refuses a code that another area is known by, or is called by in the standard list. */
  void requireFree(String field, String code, String mine) {
    if (tables
        .one(
            """
            select 1 from area
             where code <> ? and (code = ? or (standard_code = ? and closed_on is null))""",
            row -> true,
            mine,
            code,
            code)
        .isPresent()) {
      throw new Problem(CODE_TAKEN, code).at(field);
    }
  }

  Page<MeasurementView> measurements(String code, PageRequest page) {
    if (find(code).isEmpty()) {
      throw Problem.notFound();
    }
    Condition condition =
        new Condition(
                """
                select effective_on, population, registered_population, migrant_population,
                       households, recorded_at
                  from area_measurement where true""")
            .and("area_code = ?", code);
    page.cursor().ifPresent(c -> condition.and("effective_on < ?", c.date(0)));
    List<MeasurementView> rows =
        tables.list(
            condition,
            " order by effective_on desc limit " + page.fetchSize(),
            MeasurementView::of);
    return page.page(rows, m -> Cursor.of(m.effectiveOn()));
  }

  AreaView measure(String code, Measurement m) {
    named.requireWholeDistrict();
    AreaRules.requireOpen(held(code));
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
