package org.jiceng.reporting.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The areas and organisations of a view, as reporting knows them from the registry's events. */
public final class Areas {
  public static final Set<String> TOWNSHIPS =
      Set.of("SUB_DISTRICT", "PREPARATORY_OFFICE", "AREA_OFFICE");
  public static final Set<String> GRASSROOTS = Set.of("COMMUNITY", "VILLAGE");

  /**
   * Whether an area {@code a} lay within another on a day: by its digits, or by where it was handed
   * to. Takes the other's code, the day twice, and the digits that what lies in the other shares.
   */
  static final String LAY_WITHIN =
      """
      (a.code = ? or coalesce(
        (select t.parent_code from {territory} t
          where t.area_code = a.code and t.valid_from <= ? and t.valid_to > ?),
        a.code) like ? || '%')""";

  /** Whether there was an area {@code a} on a day. Takes the day twice. */
  static final String THERE = "a.defined_on <= ? and (a.closed_on is null or a.closed_on > ?) and ";

  private static final String SELECT = "select code, level, name, name_en from {area} a where ";

  private final View view;

  public Areas(View view) {
    this.view = view;
  }

  /** An area by its twelve digits. */
  public record Area(String code, String level, String name, String nameEn) {}

  public Optional<Area> district() {
    return view.list(SELECT + "level = 'DISTRICT' order by code limit 1", Areas::area).stream()
        .findFirst();
  }

  /** The area of a code as it was known; one that was not known yet as it is today. */
  public Optional<Area> find(String code) {
    return view
        .list(
            SELECT + "code = ? union all " + SELECT.replace("{area}", "{now area}") + "code = ?",
            Areas::area,
            code,
            code)
        .stream()
        .findFirst();
  }

  /** The areas of some levels that there were within an area on a day, by their codes. */
  public List<Area> list(Set<String> levels, String within, LocalDate asOf) {
    return view.list(
        SELECT + "level = any (?) and " + THERE + LAY_WITHIN + " order by code",
        Areas::area,
        levels,
        asOf,
        asOf,
        within,
        asOf,
        asOf,
        prefix(within));
  }

  /** The areas of some levels that there were on a day, each with the township it lay in. */
  Map<String, String> townships(Set<String> levels, LocalDate asOf) {
    Map<String, String> townships = new TreeMap<>();
    view.list(
        """
        select a.code, coalesce(t.parent_code, left(a.code, 9) || '000')
          from {area} a
          left join {territory} t
            on t.area_code = a.code and t.valid_from <= ? and t.valid_to > ?
         where\s"""
            + THERE
            + "a.level = any (?)",
        row -> townships.put(row.getString(1), row.getString(2)),
        asOf,
        asOf,
        asOf,
        asOf,
        levels);
    return townships;
  }

  /** Those of some areas that lay within another on a day, or are that one, as known today. */
  public Set<String> within(Collection<String> codes, String within, LocalDate asOf) {
    return Set.copyOf(
        view.list(
            "select a.code from {now area} a where a.code = any (?) and "
                + LAY_WITHIN.replace("{territory}", "{now territory}"),
            row -> row.getString(1),
            codes,
            within,
            asOf,
            asOf,
            prefix(within)));
  }

  /** Whether an area lay on a day in one of these levels, or is of one of them. */
  boolean layInLevel(String code, Set<String> levels, LocalDate asOf) {
    return !view.list(
            SELECT
                + """
                level = any (?) and code in (?, coalesce(
                  (select t.parent_code from {territory} t
                    where t.area_code = ? and t.valid_from <= ? and t.valid_to > ?),
                  left(?, 9) || '000'))""",
            Areas::area,
            levels,
            code,
            code,
            asOf,
            asOf,
            code)
        .isEmpty();
  }

  /** Whether an organisation was ever heard of. */
  public boolean hasOrganization(UUID id) {
    return !view.list(
            "select 1 from {now placement} where organization_id = ? limit 1",
            row -> row.getInt(1),
            id)
        .isEmpty();
  }

  /** The digits that all areas within an area share. */
  public static String prefix(String code) {
    return code.endsWith("000000")
        ? code.substring(0, 6)
        : code.endsWith("000") ? code.substring(0, 9) : code;
  }

  private static Area area(ResultSet row) throws SQLException {
    return new Area(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
  }
}
