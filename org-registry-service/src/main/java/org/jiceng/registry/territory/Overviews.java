package org.jiceng.registry.territory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.StationKind;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;
import org.jiceng.registry.territory.Overview.BuildingLine;
import org.jiceng.registry.territory.Overview.StationLine;

/** Reads who and what is in an area on a day. */
@ApplicationScoped
public class Overviews {
  private static final int FIRST = 20;

  private final Tables tables;
  private final BusinessClock clock;

  Overviews(Tables tables, BusinessClock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  Overview of(String code, LocalDate asOf) {
    LocalDate day = dayOf(asOf);
    Overview.Place place = place(code, day);
    Overview.Part<BuildingLine> buildings = part(Kinds.BUILDINGS, "buildings", code, asOf);
    return new Overview(
        place,
        day,
        part(Kinds.ORGANIZATIONS, "organizations", code, asOf),
        part(Kinds.UNITS, "units", code, asOf),
        new Overview.Part<>(
            buildings.count(), withStations(buildings.items(), day), buildings.list()),
        part(Kinds.SITES, "sites", code, asOf));
  }

  <T> Page<T> list(Lying<T> kind, String code, LocalDate asOf, PageRequest page) {
    LocalDate day = dayOf(asOf);
    place(code, day);
    Condition select = kind.page(code, day);
    page.cursor().ifPresent(c -> select.and(kind.key() + " > ?", c.key(0)));
    return page.page(
        tables.list(select, order(kind) + page.fetchSize(), kind.reader()),
        line -> Cursor.of(kind.keyOf().apply(line)));
  }

  Page<BuildingLine> buildings(String code, LocalDate asOf, PageRequest page) {
    Page<BuildingLine> found = list(Kinds.BUILDINGS, code, asOf, page);
    return new Page<>(withStations(found.items(), dayOf(asOf)), found.nextCursor());
  }

  private <T> Overview.Part<T> part(Lying<T> kind, String list, String code, LocalDate asOf) {
    LocalDate day = dayOf(asOf);
    long count = tables.list(kind.count(code, day), "", row -> row.getLong(1)).get(0);
    return new Overview.Part<>(
        count,
        tables.list(kind.page(code, day), order(kind) + FIRST, kind.reader()),
        "/api/v1/areas/" + code + "/" + list + (asOf == null ? "" : "?asOf=" + asOf));
  }

  private static String order(Lying<?> kind) {
    return " order by " + kind.key() + " limit ";
  }

  private List<BuildingLine> withStations(List<BuildingLine> buildings, LocalDate day) {
    record Standing(UUID building, StationLine station) {}
    Condition select =
        new Condition(
                """
                select building_id, id, code, name, kind from station
                 where building_id = any (string_to_array(?, ',')::uuid[])
                   and opened_on <= ? and (closed_on is null or closed_on > ?)""")
            .with(buildings.stream().map(b -> b.id().toString()).collect(joining(",")))
            .with(day)
            .with(day);
    Map<UUID, List<StationLine>> stations =
        tables
            .list(
                select,
                " order by code",
                row ->
                    new Standing(
                        row.getObject(1, UUID.class),
                        new StationLine(
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            StationKind.valueOf(row.getString(5)))))
            .stream()
            .collect(groupingBy(Standing::building, mapping(Standing::station, toList())));
    return buildings.stream().map(b -> b.with(stations.getOrDefault(b.id(), List.of()))).toList();
  }

  private Overview.Place place(String code, LocalDate day) {
    return tables
        .one(
            """
            select area_code, level, name, name_en, parent_code from area_version
             where area_code = ? and valid_from <= ? and (valid_to is null or valid_to > ?)""",
            row ->
                new Overview.Place(
                    row.getString(1),
                    AreaLevel.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)),
            code,
            day,
            day)
        .orElseThrow(Problem::notFound);
  }

  private LocalDate dayOf(LocalDate asOf) {
    return asOf == null ? clock.today() : asOf;
  }
}
