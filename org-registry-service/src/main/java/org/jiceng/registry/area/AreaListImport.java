package org.jiceng.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiceng.events.AreaLevel;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.ImportKind;
import org.jiceng.kit.imports.ImportSession;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.References;

/**
 * Takes in a standard list of areas (统计用区划代码) of one date: finds how it differs from what is
 * registered, keeps the differences to be read, and makes them true from that date on.
 */
@ApplicationScoped
public class AreaListImport implements ImportKind {
  /** The urban-rural classes of the standard (城乡分类代码). */
  private static final Set<String> CLASSES =
      Set.of("111", "112", "121", "122", "123", "210", "220");

  private final AreaListReports reports;
  private final Outbox outbox;

  AreaListImport(AreaListReports reports, Outbox outbox) {
    this.reports = reports;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "area-lists";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("code", 12).also("统计用区划代码", "区划代码", "代码"),
        Column.required("name").also("名称"),
        Column.optional("classCode", 3).also("城乡分类代码"),
        Column.optional("level").also("层级"),
        Column.optional("formerCode", 12).also("原代码"),
        Column.optional("effectiveOn").also("日期"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  private final class Session implements ImportSession {
    private final Connection connection;
    private final ImportContext context;
    private final List<Area> open = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, ListedArea> list = new LinkedHashMap<>();
    private LocalDate date;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.connection = connection;
      this.context = context;
      load();
    }

    /**
     * Every area is held, so that nobody registers in one that is gone meanwhile; then looked at,
     * as it is by then.
     */
    private void load() throws SQLException {
      try (Statement hold = connection.createStatement()) {
        hold.execute("select code from area order by code for update");
      }
      try (PreparedStatement select =
              connection.prepareStatement(Area.SELECT + " order by a.code");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Area area = Area.of(rows);
          taken.add(area.code());
          if (area.closedOn() == null) {
            open.add(area);
          }
        }
      }
    }

    @Override
    public void row(Row row, RowErrors errors) {
      AreaCode code = row.value("code", AreaCode::parse);
      String areaName = row.text("name");
      String classCode = row.code("classCode");
      AreaLevel level = row.oneOf(AreaLevel.class, "level");
      AreaCode former = row.value("formerCode", AreaCode::parse);
      LocalDate on = References.past(row, "effectiveOn", context, errors);
      if (context.scopePath().isPresent()) {
        errors.add("code", "district-only");
      }
      if (classCode != null && !CLASSES.contains(classCode)) {
        errors.add(
            "classCode", "not-one-of", String.join(", ", CLASSES.stream().sorted().toList()));
      }
      if (errors.any()) {
        return;
      }
      LocalDate rowDate = on == null ? context.today() : on;
      if (date == null) {
        date = rowDate;
      } else if (!date.equals(rowDate)) {
        errors.add("effectiveOn", "list-of-another-date", date);
        return;
      }
      ListedArea listed = new ListedArea(row.number(), code, areaName, classCode, level, former);
      if (list.putIfAbsent(code.value(), listed) != null) {
        errors.add("code", "twice-in-file");
      }
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      List<AreaListDifference> differences =
          new AreaListComparison(open, list.values(), taken, errors).differences();
      reports.keep(context.importId(), differences);
      AreaListChanges changes =
          new AreaListChanges(connection, outbox, context.now(), date, open, list);
      changes.check(differences, errors);
      if (!errors.any()) {
        changes.apply(differences);
      }
    }
  }
}
