package org.jiceng.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaMeasured;
import org.jiceng.kit.area.AreaHierarchy;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.ImportKind;
import org.jiceng.kit.imports.ImportSession;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.References;

/** Defines areas by file, with their resident figures; a parent stands above its children. */
@ApplicationScoped
public class AreaImport implements ImportKind {
  private final Outbox outbox;

  AreaImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "areas";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("code", 12),
        Column.required("level"),
        Column.required("name"),
        Column.optional("nameEn"),
        Column.optional("parentCode", 12),
        Column.required("effectiveOn"),
        Column.optional("population"),
        Column.optional("registeredPopulation"),
        Column.optional("migrantPopulation"),
        Column.optional("households"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  private final class Session implements ImportSession {
    private final ImportContext context;
    private final Map<String, AreaLevel> known = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> renumbered = new HashSet<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Connection connection;
    private final List<String> defined = new ArrayList<>();
    private final CopyStream areas;
    private final CopyStream versions;
    private final CopyStream measurements;
    private final CopyStream events;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.connection = connection;
      this.context = context;
      areas =
          CopyStream.into(
              connection,
              "area",
              "code",
              "standard_code",
              "level",
              "name",
              "name_en",
              "parent_code",
              "defined_on");
      versions =
          CopyStream.into(
              connection,
              "area_version",
              "area_code",
              "valid_from",
              "recorded_at",
              "name",
              "name_en",
              "level",
              "parent_code",
              "standard_code",
              "closed");
      measurements =
          CopyStream.into(
              connection,
              "area_measurement",
              "area_code",
              "effective_on",
              "population",
              "registered_population",
              "migrant_population",
              "households",
              "recorded_at");
      events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
      load(connection);
    }

    /** A closed area keeps its code, and takes in no other. */
    private void load(Connection connection) throws SQLException {
      try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  select code, level, closed_on is not null, standard_code
                    from area order by code for key share""");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(rows.getString(1), AreaLevel.valueOf(rows.getString(2)));
          numbers.put(rows.getString(1), rows.getString(4));
          if (rows.getBoolean(3)) {
            closed.add(rows.getString(1));
          } else {
            renumbered.add(rows.getString(4));
          }
        }
      }
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      AreaCode code = row.value("code", AreaCode::parse);
      AreaLevel level = row.oneOf(AreaLevel.class, "level");
      String areaName = row.text("name");
      String nameEn = row.text("nameEn");
      AreaCode parent = row.value("parentCode", AreaCode::parse);
      LocalDate on = References.past(row, "effectiveOn", context, errors);
      Long population = row.number("population");
      Long registered = row.number("registeredPopulation");
      Long migrant = row.number("migrantPopulation");
      Long households = row.number("households");
      if (errors.any()) {
        return;
      }
      check(code, level, parent, errors);
      if (errors.any()) {
        return;
      }
      String parentCode = parent == null ? null : parent.value();
      versions
          .add(code.value())
          .add(on)
          .add(context.now())
          .add(areaName)
          .add(nameEn)
          .add(level)
          .add(parentCode)
          .add(code.value())
          .add(false)
          .endRow();
      defined.add(code.value());
      areas
          .add(code.value())
          .add(code.value())
          .add(level)
          .add(areaName)
          .add(nameEn)
          .add(parentCode)
          .add(on)
          .endRow();
      events.row(
          outbox
              .row(new AreaDefined(code.value(), areaName, nameEn, level, parentCode), on)
              .values());
      if (population != null || registered != null || migrant != null || households != null) {
        AreaMeasured measured =
            new AreaMeasured(
                code.value(), zero(population), zero(registered), zero(migrant), zero(households));
        measurements
            .add(code.value())
            .add(on)
            .add(measured.population())
            .add(measured.registeredPopulation())
            .add(measured.migrantPopulation())
            .add(measured.households())
            .add(context.now())
            .endRow();
        events.row(outbox.row(measured, on).values());
      }
      known.put(code.value(), level);
      numbers.put(code.value(), code.value());
    }

    private void check(AreaCode code, AreaLevel level, AreaCode parent, RowErrors errors) {
      if (known.containsKey(code.value()) || renumbered.contains(code.value())) {
        errors.add("code", "area-code-taken", code);
      }
      AreaLevel parentLevel =
          parent == null || closed.contains(parent.value()) ? null : known.get(parent.value());
      if (parent != null && parentLevel == null) {
        errors.add("parentCode", "no-area", parent);
      } else if (!AreaRules.allows(parentLevel, level)) {
        errors.add("level", "illegal-area-level", level);
      } else if (parent != null && !code.parent().filter(p -> numbers(parent, p)).isPresent()) {
        errors.add("parentCode", "area-code-outside-parent", code);
      }
      if (context.scopePath().isPresent()) {
        errors.add("code", "district-only");
      }
    }

    /** Whether the standard list calls an area so today. */
    private boolean numbers(AreaCode area, AreaCode number) {
      return number.value().equals(numbers.get(area.value()));
    }

    private static long zero(Long number) {
      return number == null ? 0 : number;
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      if (!errors.any()) {
        areas.flush();
        versions.flush();
        measurements.flush();
        events.flush();
        lay();
        outbox.ring();
      }
    }

    private void lay() throws SQLException {
      try (Statement alone = connection.createStatement()) {
        alone.execute(AreaHistory.LAY_ALONE);
      }
      try (PreparedStatement lay = connection.prepareStatement(AreaHierarchy.LAY)) {
        lay.setString(1, String.join(",", defined));
        lay.executeUpdate();
      }
    }
  }
}
