package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.reporting.figures.Areas;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;

/** Finds the place that a question is about, if the caller sees it. */
@ApplicationScoped
public class Places {
  private final Sight sight;

  Places(Sight sight) {
    this.sight = sight;
  }

  /**
   * A place; of an area with its names.
   *
   * @param node null while the district has not been defined
   */
  public record Place(Node node, Areas.Area area) {
    /** The area's code, or null. */
    public String areaCode() {
      return area == null ? null : area.code();
    }

    /** The organisation's id, or null. */
    public String organizationId() {
      return node == null || node.isArea() ? null : node.id();
    }
  }

  /**
   * The organisation, the area, or, where neither is named, all that the caller sees.
   *
   * @throws Problem 400 where both are named, 404 where it is unknown or out of sight
   */
  Place find(View view, StatisticsRequest request) {
    if (request.boundaries != null && !sight.isEverywhere()) {
      throw Problem.malformed("boundaries", "whole-district-only");
    }
    return find(view, request.area, request.organization);
  }

  /** The same of a question on the boundaries of its own day. */
  public Place find(View view, String area, UUID organization) {
    if (area != null && organization != null) {
      throw Problem.malformed("organization", "area-or-organization");
    }
    if (organization != null) {
      return organization(view, organization);
    }
    if (area != null) {
      return area(view, new Areas(view).find(area).orElseThrow(Problem::notFound));
    }
    Optional<Node> own = sight.ownPlace();
    return own.isPresent()
        ? organization(view, UUID.fromString(own.get().id()))
        : new Areas(view).district().map(d -> area(view, d)).orElse(new Place(null, null));
  }

  private Place area(View view, Areas.Area area) {
    Node node = Node.area(area.code());
    sight.require(view, node);
    return new Place(node, area);
  }

  private Place organization(View view, UUID id) {
    Node node = Node.organization(id.toString());
    sight.require(view, node);
    if (!new Areas(view).hasOrganization(id)) {
      throw Problem.notFound();
    }
    return new Place(node, null);
  }
}
