package org.jiceng.reporting.figures;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The areas as reporting knows them from the registry's events. */
@ApplicationScoped
public class Areas {
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
        (select t.parent_code from projection.territory t
          where t.area_code = a.code and t.valid_from <= ?::date and t.valid_to > ?::date),
        a.code) like ? || '%')""";

  private final AgroalDataSource dataSource;

  Areas(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** An area by its twelve digits. */
  public record Area(String code, String level, String name, String nameEn) {}

  public Optional<Area> district() {
    return read("level = 'DISTRICT'").stream().findFirst();
  }

  public Optional<Area> find(String code) {
    return read("code = ?", code).stream().findFirst();
  }

  /** The areas of some levels that lay within an area on a day, in the order of their codes. */
  public List<Area> list(Set<String> levels, String within, LocalDate asOf) {
    String day = asOf.toString();
    return read(
        "level = any (string_to_array(?, ',')) and " + LAY_WITHIN,
        String.join(",", levels),
        within,
        day,
        day,
        prefix(within));
  }

  public boolean hasOrganization(String id) {
    String sql = "select 1 from projection.placement where organization_id = ?::uuid limit 1";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, id);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the organisations cannot be read", e);
    }
  }

  /** The digits that all areas within an area share. */
  public static String prefix(String code) {
    return code.endsWith("000000")
        ? code.substring(0, 6)
        : code.endsWith("000") ? code.substring(0, 9) : code;
  }

  private List<Area> read(String condition, String... values) {
    String sql =
        "select code, level, name, name_en from projection.area a where "
            + condition
            + " order by code";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      List<Area> areas = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          areas.add(
              new Area(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
        }
      }
      return areas;
    } catch (SQLException e) {
      throw new IllegalStateException("the areas cannot be read", e);
    }
  }
}
