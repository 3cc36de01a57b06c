package org.jiceng.activity.space;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.activity.list.Areas;
import org.jiceng.events.SiteKind;
import org.jiceng.kit.codes.CodeList;
import org.jiceng.kit.codes.CodeLists;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.problem.Problem;

/** Which free spaces are asked for. */
public class SpaceFilter extends TimeAsked {
  private static final CodeList EQUIPMENT = CodeLists.find("equipment").orElseThrow();
  private static final int FURTHEST = 100_000;

  @QueryParam("capacity")
  @Parameter(description = "For at least so many persons", example = "40")
  Integer capacity;

  @QueryParam("equipment")
  @Parameter(
      description = "With all of these, separated by commas: codes of the list `equipment`",
      example = "PROJECTOR,WIFI")
  String equipment;

  @QueryParam("areaCode")
  @Parameter(description = "In the area or any that lies in it", example = "110105001000")
  String areaCode;

  @QueryParam("kind")
  @Parameter(description = "At a site of this kind")
  SiteKind kind;

  @QueryParam("near")
  @Parameter(
      description = "The nearest first: latitude and longitude in degrees of WGS 84",
      example = "39.9219,116.4864")
  String near;

  @QueryParam("withinMetres")
  @Parameter(description = "Only with `near`: not further away, 1 to 100000", example = "2000")
  Integer withinMetres;

  @QueryParam("organizationId")
  @Parameter(description = "Only what this organisation, in one's scope, may use then")
  UUID organizationId;

  /**
   * What is asked of a space whatever the time. The codes of the equipment stand in the query: the
   * database thinks that almost no space has what it cannot see, and would sort all that do.
   */
  Conditions narrow(String query, Object... arguments) {
    return new Conditions(query + equipped(), arguments)
        .and("p.capacity >= ?", capacity)
        .and("s.kind = ?", kind == null ? null : kind.name())
        .and(
            """
            s.area_code in (select area_code from area_within
                             where within_code = ? and valid_to is null)""",
            Areas.asked(areaCode));
  }

  private String equipped() {
    if (equipment == null || equipment.isEmpty()) {
      return "";
    }
    List<String> codes = Arrays.stream(equipment.split(",", -1)).distinct().sorted().toList();
    if (!codes.stream().allMatch(EQUIPMENT::contains)) {
      throw Problem.malformed("equipment", "not-in-list", EQUIPMENT.name(), EQUIPMENT.standard());
    }
    return " and p.equipment @> '{" + String.join(",", codes) + "}'::varchar[]";
  }

  Point near() {
    return near == null ? null : Point.parse(near);
  }

  /** How long a straight line may be from there; null for any. Refuses (400) it without a point. */
  Double straightWithin() {
    if (withinMetres == null) {
      return null;
    }
    if (near == null) {
      throw Problem.malformed("withinMetres", "null");
    }
    if (withinMetres < 1 || withinMetres > FURTHEST) {
      throw Problem.malformed("withinMetres", "between", 1, FURTHEST);
    }
    return Point.straight(withinMetres);
  }
}
