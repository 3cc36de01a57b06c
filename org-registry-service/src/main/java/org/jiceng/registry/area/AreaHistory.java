package org.jiceng.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jiceng.kit.area.AreaHierarchy;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** What areas were from which date on, and which lay within which. */
@ApplicationScoped
public class AreaHistory {
  /** Ends the versions of areas (codes, separated by commas) that are open before a date. */
  static final String END =
      """
      update area_version set valid_to = ?
       where area_code = any (string_to_array(?, ',')) and valid_to is null and valid_from < ?""";

  /** Remembers what areas (codes, separated by commas) are from a date on. */
  static final String RECORD =
      """
      insert into area_version (area_code, valid_from, recorded_at, name, name_en, level,
                                parent_code, standard_code, closed)
      select code, ?, ?, name, name_en, level, parent_code, standard_code, closed_on is not null
        from area where code = any (string_to_array(?, ','))
      on conflict (area_code, valid_from) do update
        set recorded_at = excluded.recorded_at, name = excluded.name, name_en = excluded.name_en,
            parent_code = excluded.parent_code, standard_code = excluded.standard_code,
            closed = excluded.closed""";

  /**
   * Keeps areas (codes, separated by commas) as they are until the transaction ends. Whoever holds
   * several takes them in the order of their codes, so that nobody waits in a circle.
   */
  static final String HOLD =
      "select code from area where code = any (string_to_array(?, ',')) order by code for update";

  /** One at a time works out where areas lie, by then having all the areas that it needs. */
  static final String LAY_ALONE = "lock table area_within in share row exclusive mode";

  private final Tables tables;
  private final BusinessClock clock;

  AreaHistory(Tables tables, BusinessClock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** Remembers what an area is from a date on. */
  void record(String code, LocalDate from) {
    tables.change(END, from, code, from);
    tables.change(RECORD, from, OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC), code);
  }

  /** Works out anew where an area, and all below it, lay and lies. */
  void lay(String code) {
    tables.change(LAY_ALONE);
    tables.change(AreaHierarchy.LIFT, code);
    tables.change(AreaHierarchy.LAY, code);
  }

  /** Holds areas against every other change, in the one order. */
  void hold(String... codes) {
    tables.list(new Condition(HOLD).with(String.join(",", codes)), "", row -> true);
  }

  List<AreaVersion> of(String code) {
    List<AreaVersion> versions =
        tables.list(
            new Condition(
                    """
                    select valid_from, valid_to, recorded_at, name, name_en, level, parent_code,
                           standard_code, closed
                      from area_version where true""")
                .and("area_code = ?", code),
            " order by valid_from",
            AreaVersion::of);
    if (versions.isEmpty()) {
      throw Problem.notFound();
    }
    return versions;
  }
}
