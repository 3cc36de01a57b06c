package org.jiceng.registry.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.AreaRenamed;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.problem.Problem;

/**
 * An area and what may become of it. It is known by its code for ever; its name, its parent and
 * what the standard list calls it change from dates on.
 */
record Area(
    String code,
    AreaLevel level,
    String name,
    String nameEn,
    String parentCode,
    String standardCode,
    LocalDate definedOn,
    LocalDate closedOn,
    LocalDate lastChange,
    long version) {

  private static final int DISTRICT_DIGITS = 6;

  static final String SELECT =
      """
      select a.code, a.level, a.name, a.name_en, a.parent_code, a.standard_code, a.defined_on,
             a.closed_on, v.valid_from, a.version
        from area a join area_version v on v.area_code = a.code and v.valid_to is null""";

  static Area of(ResultSet row) throws SQLException {
    return new Area(
        row.getString(1),
        AreaLevel.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, LocalDate.class),
        row.getObject(8, LocalDate.class),
        row.getObject(9, LocalDate.class),
        row.getLong(10));
  }

  /** Takes up a new name. */
  AreaRenamed rename(String newName, String newNameEn, LocalDate on) {
    requireChangeable(on);
    return new AreaRenamed(code, newName, newNameEn);
  }

  /**
   * Is handed to another parent, of its own district.
   *
   * @param newStandardCode what the standard list calls it from then on; null if that stays
   */
  AreaReassigned reassign(Area parent, AreaCode newStandardCode, LocalDate on) {
    requireChangeable(on);
    if (on.isBefore(parent.definedOn)) {
      throw Problem.violation("effectiveOn", "before-parent-area", parent.definedOn);
    }
    if (!AreaRules.allows(parent.level, level)) {
      throw Problem.violation("parentCode", "illegal-area-level", level);
    }
    if (!code.regionMatches(0, parent.code, 0, DISTRICT_DIGITS)) {
      throw Problem.violation("parentCode", "another-district");
    }
    if (newStandardCode != null && !parent.numbers(newStandardCode)) {
      throw Problem.violation("standardCode", "area-code-outside-parent", newStandardCode);
    }
    String standard = newStandardCode == null ? standardCode : newStandardCode.value();
    if (parent.code.equals(parentCode) && standard.equals(standardCode)) {
      throw Problem.violation("parentCode", "area-lies-there");
    }
    return new AreaReassigned(code, parent.code, standard);
  }

  /** Whether a code has the digits of what lies right below this area. */
  boolean numbers(AreaCode child) {
    return child.parent().map(p -> p.value().equals(standardCode)).orElse(false);
  }

  private void requireChangeable(LocalDate on) {
    if (closedOn != null) {
      throw new Problem(AreaRules.CLOSED);
    }
    if (on.isBefore(definedOn)) {
      throw Problem.violation("effectiveOn", "before-defined", definedOn);
    }
    if (on.isBefore(lastChange)) {
      throw new Problem(AreaRules.CHANGED_LATER);
    }
  }
}
