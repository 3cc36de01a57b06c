package org.jiceng.registry.area;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiceng.events.RegistryEvent.AreaClosed;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaEvent;
import org.jiceng.events.RegistryEvent.AreaMeasured;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.AreaRenamed;
import org.jiceng.kit.area.AreaHierarchy;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.area.AreaListDifference.Kind;

/** Makes the differences of a standard list true from its date on, in the import's transaction. */
final class AreaListChanges {
  private static final String GONE_REASON = "NOT_IN_LIST";

  /** What still lies in areas themselves, and the last day on which something in them changed. */
  private static final String CONTENTS =
      """
      select gone.code,
             exists (select from organization where area_code = gone.code and state <> 'DISSOLVED')
             or exists (select from unit where area_code = gone.code and closed_on is null)
             or exists (select from building where area_code = gone.code and closed_on is null),
             greatest(
               (select max(effective_on) from area_measurement where area_code = gone.code),
               (select max(coalesce(valid_to, valid_from)) from organization_version
                 where area_code = gone.code),
               (select max(closed_on) from unit where area_code = gone.code),
               (select max(closed_on) from building where area_code = gone.code))
        from unnest(string_to_array(?, ',')) gone (code)""";

  private final Connection connection;
  private final Outbox outbox;
  private final Instant now;
  private final LocalDate on;
  private final Map<String, Area> open = new HashMap<>();
  private final Map<String, ListedArea> list;

  AreaListChanges(
      Connection connection,
      Outbox outbox,
      Instant now,
      LocalDate on,
      List<Area> open,
      Map<String, ListedArea> list) {
    this.connection = connection;
    this.outbox = outbox;
    this.now = now;
    this.on = on;
    this.list = list;
    open.forEach(area -> this.open.put(area.code(), area));
  }

  /** What is changed was not changed later, and nothing lies in what is gone. */
  void check(List<AreaListDifference> differences, ImportErrors errors) throws SQLException {
    for (AreaListDifference d : differences) {
      Area area = open.get(d.areaCode());
      if (area != null && on != null && on.isBefore(area.lastChange())) {
        errors.add(
            d.row() == null ? 0 : d.row(), "effectiveOn", "before-last-change", area.lastChange());
      }
    }
    try (PreparedStatement select = connection.prepareStatement(CONTENTS)) {
      select.setString(1, codes(differences, Set.of(Kind.GONE)));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          LocalDate last = rows.getObject(3, LocalDate.class);
          if (rows.getBoolean(2)) {
            errors.add(0, "code", "gone-area-not-empty", rows.getString(1));
          } else if (last != null && on != null && on.isBefore(last)) {
            errors.add(0, "effectiveOn", "before-last-change", last);
          }
        }
      }
    }
  }

  void apply(List<AreaListDifference> differences) throws SQLException {
    if (on == null) {
      return;
    }
    try (CopyStream events = CopyStream.into(connection, "outbox", EventRow.COLUMNS)) {
      for (Kind kind :
          List.of(Kind.GONE, Kind.NEW, Kind.RENUMBERED, Kind.REASSIGNED, Kind.RENAMED)) {
        for (AreaListDifference d : differences) {
          if (d.kind() == kind) {
            events.row(outbox.row(apply(d), on).values());
          }
        }
      }
      endMeasurements(codes(differences, Set.of(Kind.GONE)), events);
      events.flush();
    }
    remember(differences);
    classes();
    outbox.ring();
  }

  private AreaEvent apply(AreaListDifference d) throws SQLException {
    return switch (d.kind()) {
      case GONE -> {
        change(
            """
            update area set closed_on = ?, closed_reason = ?, version = version + 1
             where code = ?""",
            on,
            GONE_REASON,
            d.areaCode());
        yield new AreaClosed(d.areaCode());
      }
      case NEW -> {
        ListedArea listed = list.get(d.code());
        change(
            """
            insert into area (code, standard_code, level, name, parent_code, defined_on)
            values (?, ?, ?, ?, ?, ?)""",
            d.code(),
            d.code(),
            listed.levelByDigits().name(),
            d.name(),
            d.parentCode(),
            on);
        yield new AreaDefined(d.code(), d.name(), null, listed.levelByDigits(), d.parentCode());
      }
      case RENUMBERED, REASSIGNED -> {
        change(
            """
            update area set parent_code = ?, standard_code = ?, version = version + 1
             where code = ?""",
            d.parentCode(),
            d.code(),
            d.areaCode());
        yield new AreaReassigned(d.areaCode(), d.parentCode(), d.code());
      }
      case RENAMED -> {
        change(
            "update area set name = ?, version = version + 1 where code = ?",
            d.name(),
            d.areaCode());
        yield new AreaRenamed(d.areaCode(), d.name(), open.get(d.areaCode()).nameEn());
      }
    };
  }

  /** Who lived there is counted elsewhere from then on. */
  private void endMeasurements(String gone, CopyStream events) throws SQLException {
    try (PreparedStatement end =
        connection.prepareStatement(
            """
            insert into area_measurement (area_code, effective_on, population,
                registered_population, migrant_population, households, recorded_at)
            select distinct area_code, ?::date, 0, 0, 0, 0, ?::timestamptz from area_measurement
             where area_code = any (string_to_array(?, ','))
            on conflict (area_code, effective_on) do update
              set population = 0, registered_population = 0, migrant_population = 0,
                  households = 0, recorded_at = excluded.recorded_at
            returning area_code""")) {
      bind(end, on, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), gone);
      try (ResultSet ended = end.executeQuery()) {
        while (ended.next()) {
          events.row(outbox.row(new AreaMeasured(ended.getString(1), 0, 0, 0, 0), on).values());
        }
      }
    }
  }

  private void remember(List<AreaListDifference> differences) throws SQLException {
    String changed = codes(differences, Set.of(Kind.values()));
    change(AreaHistory.END, on, changed, on);
    change(AreaHistory.RECORD, on, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), changed);
    String laid = codes(differences, Set.of(Kind.NEW, Kind.REASSIGNED));
    change(AreaHistory.LAY_ALONE);
    change(AreaHierarchy.LIFT, laid);
    change(AreaHierarchy.LAY, laid);
  }

  private void classes() throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update area set class_code = ?
             where standard_code = ? and closed_on is null and class_code is distinct from ?""")) {
      for (ListedArea listed : list.values()) {
        if (listed.classCode() != null) {
          bind(update, listed.classCode(), listed.code().value(), listed.classCode());
          update.addBatch();
        }
      }
      update.executeBatch();
    }
  }

  private static String codes(List<AreaListDifference> differences, Set<Kind> kinds) {
    Set<String> seen = new HashSet<>();
    return differences.stream()
        .filter(d -> kinds.contains(d.kind()) && seen.add(d.areaCode()))
        .map(AreaListDifference::areaCode)
        .collect(joining(","));
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
