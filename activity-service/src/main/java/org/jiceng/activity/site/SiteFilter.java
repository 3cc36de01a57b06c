package org.jiceng.activity.site;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jiceng.activity.area.AreaWithin;
import org.jiceng.activity.list.Areas;
import org.jiceng.activity.list.Conditions;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;

/** Which sites are asked for. */
public class SiteFilter {
  @QueryParam("code")
  String code;

  @QueryParam("q")
  @Size(max = 60)
  @Parameter(description = "Part of the name, or the whole code")
  String q;

  @QueryParam("areaCode")
  @Parameter(description = "The area itself and all that lies in it", example = "110105001000")
  String areaCode;

  @QueryParam("kind")
  SiteKind kind;

  @QueryParam("origin")
  SiteOrigin origin;

  @QueryParam("organizationId")
  @Parameter(description = "The organisation that manages the site")
  UUID organizationId;

  @QueryParam("capacity")
  @Parameter(description = "With an open space for at least so many persons", example = "40")
  Integer capacity;

  @QueryParam("state")
  SiteState state;

  Conditions conditions() {
    Conditions conditions =
        new Conditions()
            .and("code = :code", "code", code)
            .and(AreaWithin.LIES_IN, "area", Areas.asked(areaCode))
            .and("kind = :kind", "kind", kind)
            .and("origin = :origin", "origin", origin)
            .and("organizationId = :organization", "organization", organizationId)
            .and(
                "exists (select 1 from Space p where p.site = site and p.closedOn is null"
                    + " and p.capacity >= :capacity)",
                "capacity",
                capacity);
    if (q != null && !q.isBlank()) {
      conditions
          .and("(name like :words escape '!' or code = :typed)", "words", containing(q.strip()))
          .with("typed", q.strip());
    }
    return state == null
        ? conditions
        : conditions.and(state == SiteState.OPEN ? "closedOn is null" : "closedOn is not null");
  }

  /** What was typed is text, whatever it means to a pattern. */
  private static String containing(String text) {
    return "%" + text.replaceAll("[!%_]", "!$0") + "%";
  }
}
