package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.ledger.KeptSums;

/**
 * Which places the caller sees, and in which of them persons. Whose scope is the whole district
 * sees every place; others the organisations of their own line, and the areas within the area of
 * its root, unless that is the district itself. Who sees no persons in a place gets its figures of
 * persons protected.
 */
@ApplicationScoped
public class Sight {
  private static final Set<String> OF_PERSONS =
      Set.of(Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.AUDITOR, Roles.SYSTEM);
  private static final String AREA_OF =
      "select area_code from organization_node where organization_id = ?";
  private static final String IN_LINE =
      """
      select 1 from organization_node o, organization_node root
       where root.organization_id = ? and o.organization_id = ?::uuid and o.path <@ root.path""";

  private final Caller caller;
  private final BusinessClock clock;

  Sight(Caller caller, BusinessClock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /** Whether the caller sees every place. */
  public boolean isEverywhere() {
    return caller.wholeDistrict();
  }

  /** The place of whom the scope is not the whole district; 404 where there is no scope at all. */
  Optional<Node> ownPlace() {
    return caller.wholeDistrict()
        ? Optional.empty()
        : Optional.of(Node.organization(requireRoot().toString()));
  }

  /** The root of the caller's line; null for who sees every place. */
  UUID root() {
    return caller.wholeDistrict() ? null : requireRoot();
  }

  /** Refuses with 404 a place that the caller does not see. */
  public void require(View view, Node place) {
    if (!sees(view, place)) {
      throw Problem.notFound();
    }
  }

  /** Whether the caller sees a place. */
  public boolean sees(View view, Node place) {
    return caller.wholeDistrict()
        || (place.isArea() ? seesArea(view, place) : isInLine(view, place));
  }

  private boolean seesArea(View view, Node place) {
    return !seen(view, List.of(place.id())).isEmpty();
  }

  /** Those of some areas that the caller sees. */
  Set<String> seen(View view, Collection<String> areas) {
    if (caller.wholeDistrict() || areas.isEmpty()) {
      return Set.copyOf(areas);
    }
    return view.list(AREA_OF, row -> row.getString(1), requireRoot()).stream()
        .filter(own -> !KeptSums.byMonth(own))
        .findFirst()
        .map(own -> new Areas(view).within(areas, own, clock.today()))
        .orElse(Set.of());
  }

  private boolean isInLine(View view, Node place) {
    return !view.list(IN_LINE, row -> row.getInt(1), requireRoot(), place.id()).isEmpty();
  }

  private UUID requireRoot() {
    return caller.organizationId().orElseThrow(Problem::notFound);
  }

  /**
   * Whether the caller has the right to see persons in a place that they see, and so counts of very
   * few.
   */
  public boolean seesPersons(Node place) {
    return OF_PERSONS.stream().anyMatch(caller::has) && (caller.wholeDistrict() || !place.isArea());
  }

  /** Refuses with 404 the records of a place in which the caller sees no persons. */
  public void requirePersons(Node place) {
    if (!seesPersons(place)) {
      throw Problem.notFound();
    }
  }
}
