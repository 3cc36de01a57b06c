package org.jiceng.registry.building;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.StationKind;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** The stations in buildings. */
@ApplicationScoped
public class Stations {
  static final ProblemType TAKEN = new ProblemType(409, "station-code-taken");

  private final Tables tables;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Stations(Tables tables, Outbox outbox, Audit audit, BusinessClock clock) {
    this.tables = tables;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** The stations of a building; 404 if there is no such building. */
  List<StationView> in(UUID buildingId) {
    if (!tables.any("select 1 from building where id = ?", buildingId)) {
      throw Problem.notFound();
    }
    return tables.list(
        new Condition(
                "select id, building_id, code, name, kind, opened_on from station where closed_on is null")
            .and("building_id = ?", buildingId),
        " order by code",
        row ->
            new StationView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                StationKind.valueOf(row.getString(5)),
                row.getObject(6, LocalDate.class)));
  }

  /** A station at work and since when. */
  record Open(UUID id, LocalDate openedOn) {}

  List<Open> openIn(UUID buildingId) {
    return in(buildingId).stream().map(s -> new Open(s.id(), s.openedOn())).toList();
  }

  Optional<Open> openIn(UUID buildingId, UUID id) {
    return openIn(buildingId).stream().filter(station -> station.id().equals(id)).findFirst();
  }

  /** The last day on which a station of the building opened or closed. */
  Optional<LocalDate> lastChangeIn(UUID buildingId) {
    return tables.one(
        "select max(greatest(opened_on, closed_on)) from station where building_id = ? having count(*) > 0",
        row -> row.getObject(1, LocalDate.class),
        buildingId);
  }

  void close(UUID id, String reasonCode, LocalDate on) {
    tables.change(
        "update station set closed_on = ?, closed_reason = ? where id = ?", on, reasonCode, id);
  }

  StationView open(Building building, NewStation wanted) {
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    UUID id = UuidCreator.getTimeOrderedEpoch();
    var opened = building.openStation(id, wanted.kind(), on);
    int inserted =
        tables.change(
            """
            insert into station (id, building_id, code, name, kind, opened_on)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
            id,
            building.id,
            wanted.code(),
            wanted.name(),
            wanted.kind(),
            on);
    if (inserted == 0) {
      throw new Problem(TAKEN, wanted.code()).at("code");
    }
    outbox.append(opened, on);
    audit.write("open-station", "building", building.id);
    return new StationView(id, building.id, wanted.code(), wanted.name(), wanted.kind(), on);
  }
}
