package org.jiceng.registry.unit;

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
import org.jiceng.events.RegistryEvent.UnitEvent;
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

/** The units and who covers them. */
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, UUID> {
  static final ProblemType TAKEN = new ProblemType(409, "credit-code-taken");

  private final Named named;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Units(
      Named named,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.named = named;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  UnitView find(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound).view();
  }

  Page<UnitView> page(UnitFilter filter, PageRequest page) {
    Parameters parameters = new Parameters();
    String query = filter.query(parameters);
    Optional<Cursor> after = page.cursor();
    if (after.isPresent()) {
      query += " and creditCode > :after";
      parameters.and("after", after.get().key(0));
    }
    List<UnitView> rows =
        find(query, Sort.by("creditCode"), parameters).range(0, page.fetchSize() - 1).stream()
            .map(Unit::view)
            .toList();
    return page.page(rows, v -> Cursor.of(v.creditCode()));
  }

  UnitView register(NewUnit wanted) {
    named.requireAreaInScope(wanted.areaCode().value());
    named.requireArea("areaCode", wanted.areaCode().value());
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    Unit made = Unit.register(UuidCreator.getTimeOrderedEpoch(), wanted, on);
    if (count("creditCode", made.creditCode) > 0) {
      throw new Problem(TAKEN, made.creditCode).at("creditCode");
    }
    persistAndFlush(made);
    outbox.append(made.registered(), on);
    audit.write("register", "unit", made.id);
    return made.view();
  }

  /** The facts of a unit are theirs to change in whose area it lies, and goes to. */
  UnitView change(UUID id, UnitChange wanted) {
    Unit unit =
        Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(Problem::notFound);
    named.requireAreaInScope(unit.areaCode);
    preconditions.requireVersion(unit.version);
    if (wanted.areaCode() != null) {
      named.requireAreaInScope(wanted.areaCode().value());
      named.requireArea("areaCode", wanted.areaCode().value());
    }
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    return unit.change(wanted, on)
        .map(changed -> keep(unit, changed, on, "change"))
        .orElseGet(unit::view);
  }

  UnitView cover(UUID id, UUID organizationId, LocalDate effectiveOn) {
    scopes.requireWithin(organizationId);
    named.requireActiveOrganization("organizationId", organizationId);
    LocalDate on = clock.pastOrToday(effectiveOn);
    Unit unit = held(id);
    return keep(unit, unit.cover(organizationId, on), on, "cover");
  }

  UnitView uncover(UUID id, LocalDate effectiveOn) {
    Unit unit = held(id);
    LocalDate on = clock.pastOrToday(effectiveOn);
    return keep(unit, unit.uncover(on), on, "uncover");
  }

  UnitView close(UUID id, Closing closing) {
    Unit unit = held(id);
    named.requireAreaInScope(unit.areaCode);
    LocalDate on = clock.pastOrToday(closing.effectiveOn());
    return keep(unit, unit.close(closing.reasonCode(), on), on, "close");
  }

  private Unit held(UUID id) {
    Unit unit =
        Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(Problem::notFound);
    named.requireCoverageInScope(unit.coveredBy, unit.areaCode);
    preconditions.requireVersion(unit.version);
    return unit;
  }

  private UnitView keep(Unit unit, UnitEvent event, LocalDate on, String action) {
    flush();
    outbox.append(event, on);
    audit.write(action, "unit", unit.id);
    return unit.view();
  }
}
