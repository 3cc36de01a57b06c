package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;

/**
 * Which places the caller sees, and in which of them persons. Whose scope is the whole district
 * sees every place; others the organisations of their own line, and the areas within the area of
 * its root. Who sees no persons in a place gets its figures of persons protected.
 */
@ApplicationScoped
public class Sight {
  private static final String AREA_OF =
      "select area_code from organization_node where organization_id = ?";

  private final Caller caller;
  private final Scopes scopes;
  private final BusinessClock clock;

  Sight(Caller caller, Scopes scopes, BusinessClock clock) {
    this.caller = caller;
    this.scopes = scopes;
    this.clock = clock;
  }

  /** The place of whom the scope is not the whole district; 404 where there is no scope at all. */
  Optional<Node> ownPlace() {
    return caller.wholeDistrict()
        ? Optional.empty()
        : Optional.of(Node.organization(root().toString()));
  }

  /** Refuses with 404 a place that the caller does not see. */
  public void require(View view, Node place) {
    if (!sees(view, place)) {
      throw Problem.notFound();
    }
  }

  /** Whether the caller sees a place. */
  public boolean sees(View view, Node place) {
    if (caller.wholeDistrict()) {
      return true;
    }
    return place.isArea()
        ? areaOfRoot(view)
            .filter(own -> new Areas(view).layWithin(place.id(), own, clock.today()))
            .isPresent()
        : scopes.contains(UUID.fromString(place.id()));
  }

  private Optional<String> areaOfRoot(View view) {
    return view.list(AREA_OF, row -> row.getString(1), root()).stream().findFirst();
  }

  private UUID root() {
    return caller.organizationId().orElseThrow(Problem::notFound);
  }

  /** Whether the caller has the right to see persons in a place, and so counts of very few. */
  public boolean seesPersons(Node place) {
    boolean byRole =
        Stream.of(
                Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.AUDITOR, Roles.SYSTEM)
            .anyMatch(caller::has);
    return byRole
        && (caller.wholeDistrict()
            || (!place.isArea() && scopes.contains(UUID.fromString(place.id()))));
  }

  /** Refuses with 404 the records of a place in which the caller sees no persons. */
  public void requirePersons(Node place) {
    if (!seesPersons(place)) {
      throw Problem.notFound();
    }
  }
}
