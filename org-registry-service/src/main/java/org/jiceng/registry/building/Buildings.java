package org.jiceng.registry.building;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.BuildingEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.registry.Closing;
import org.jiceng.registry.Named;

/** The buildings and who covers them. */
@ApplicationScoped
public class Buildings implements PanacheRepositoryBase<Building, UUID> {
  static final ProblemType TAKEN = new ProblemType(409, "building-code-taken");

  private final Stations stations;
  private final Named named;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Buildings(
      Stations stations,
      Named named,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.stations = stations;
    this.named = named;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  BuildingView find(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound).view();
  }

  /** The building, held for something to happen in it. */
  Building open(UUID id) {
    Building building = locked(id);
    named.requireAreaInScope(building.areaCode);
    return building;
  }

  Page<BuildingView> page(BuildingFilter filter, PageRequest page) {
    Parameters parameters = new Parameters();
    String query = filter.query(parameters);
    Optional<Cursor> after = page.cursor();
    if (after.isPresent()) {
      query += " and code > :after";
      parameters.and("after", after.get().key(0));
    }
    List<BuildingView> rows =
        find(query, Sort.by("code"), parameters).range(0, page.fetchSize() - 1).stream()
            .map(Building::view)
            .toList();
    return page.page(rows, v -> Cursor.of(v.code()));
  }

  BuildingView register(NewBuilding wanted) {
    named.requireAreaInScope(wanted.areaCode().value());
    named.requireArea("areaCode", wanted.areaCode().value());
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    Building made = Building.register(UuidCreator.getTimeOrderedEpoch(), wanted, on);
    if (count("code", made.code) > 0) {
      throw new Problem(TAKEN, made.code).at("code");
    }
    persistAndFlush(made);
    outbox.append(made.registered(), on);
    audit.write("register", "building", made.id);
    return made.view();
  }

  BuildingView cover(UUID id, UUID organizationId, LocalDate effectiveOn) {
    scopes.requireWithin(organizationId);
    named.requireActiveOrganization("organizationId", organizationId);
    LocalDate on = clock.pastOrToday(effectiveOn);
    Building building = held(id);
    return keep(building, building.cover(organizationId, on), on, "cover");
  }

  BuildingView uncover(UUID id, LocalDate effectiveOn) {
    Building building = held(id);
    LocalDate on = clock.pastOrToday(effectiveOn);
    return keep(building, building.uncover(on), on, "uncover");
  }

  BuildingView close(UUID id, Closing closing) {
    Building building = held(id);
    named.requireAreaInScope(building.areaCode);
    LocalDate on = clock.pastOrToday(closing.effectiveOn());
    for (Stations.Open station : stations.openIn(id)) {
      closeStation(building, station, closing.reasonCode(), on);
    }
    BuildingEvent closed =
        building.close(closing.reasonCode(), stations.lastChangeIn(id).orElse(null), on);
    return keep(building, closed, on, "close");
  }

  /** The version to match is the building's: a station has none of its own. */
  BuildingView closeStation(UUID id, UUID stationId, Closing closing) {
    Building building = open(id);
    preconditions.requireVersion(building.version);
    LocalDate on = clock.pastOrToday(closing.effectiveOn());
    Stations.Open station = stations.openIn(id, stationId).orElseThrow(Problem::notFound);
    closeStation(building, station, closing.reasonCode(), on);
    getEntityManager().lock(building, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    return building.view();
  }

  private void closeStation(
      Building building, Stations.Open station, String reasonCode, LocalDate on) {
    BuildingEvent closed = building.closeStation(station.id(), station.openedOn(), on);
    stations.close(station.id(), reasonCode, on);
    outbox.append(closed, on);
    audit.write("close-station", "building", building.id);
  }

  private Building locked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(Problem::notFound);
  }

  private Building held(UUID id) {
    Building building = locked(id);
    named.requireCoverageInScope(building.coveredBy, building.areaCode);
    preconditions.requireVersion(building.version);
    return building;
  }

  private BuildingView keep(Building building, BuildingEvent event, LocalDate on, String action) {
    flush();
    outbox.append(event, on);
    audit.write(action, "building", building.id);
    return building.view();
  }
}
