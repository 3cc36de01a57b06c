package org.jiceng.reporting.target;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.statistics.Places;
import org.jiceng.reporting.statistics.Values;

/** Where targets are set, for places that the caller sees. */
@ApplicationScoped
class TargetDesk {
  private final Targets targets;
  private final Values values;
  private final Views views;
  private final Places places;
  private final Caller caller;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Audit audit;

  TargetDesk(
      Targets targets,
      Values values,
      Views views,
      Places places,
      Caller caller,
      Scopes scopes,
      Preconditions preconditions,
      Audit audit) {
    this.targets = targets;
    this.values = values;
    this.views = views;
    this.places = places;
    this.caller = caller;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.audit = audit;
  }

  Target set(NewTarget wanted) {
    if (values.find(wanted.indicator()).isEmpty()) {
      throw Problem.violation("indicator", "unknown-indicator", wanted.indicator());
    }
    Target target = Target.set(UuidCreator.getTimeOrderedEpoch(), wanted);
    requireSeen(target);
    targets.add(target);
    audit.write("set", "target", target.id());
    return target;
  }

  Target change(UUID id, NewTarget wanted) {
    Target before = seen(id);
    preconditions.requireVersion(before.version());
    Target changed = before.changed(wanted);
    targets.change(changed);
    audit.write("change", "target", id);
    return changed;
  }

  Target withdraw(UUID id) {
    Target before = seen(id);
    preconditions.requireVersion(before.version());
    Target withdrawn = before.withdraw();
    targets.change(withdrawn);
    audit.write("withdraw", "target", id);
    return withdrawn;
  }

  /** One of a place that the caller sees (404). */
  Target seen(UUID id) {
    Target target = targets.find(id).orElseThrow(Problem::notFound);
    requireSeen(target);
    return target;
  }

  /** A view has a transaction of its own. */
  private void requireSeen(Target target) {
    QuarkusTransaction.suspendingExisting()
        .run(
            () -> {
              try (View view = views.open(Knowledge.EVERYTHING)) {
                places.find(view, target.area(), target.organization());
              }
            });
  }

  /** Those of the places that the caller sees, in the order in which they were set. */
  List<Target> list(LocalDate day, String area, UUID organization, UUID after, int limit) {
    String within =
        caller
            .organizationId()
            .flatMap(targets::areaOf)
            .map(Areas::prefix)
            .filter(prefix -> !caller.wholeDistrict())
            .orElse("-");
    return targets.list(
        new Targets.Wanted(
            scopes.pathPrefix().orElse(null), within, day, area, organization, after),
        limit);
  }
}
