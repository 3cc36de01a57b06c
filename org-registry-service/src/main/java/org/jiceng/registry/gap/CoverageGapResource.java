package org.jiceng.registry.gap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.events.UnitKind;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to the units that no organisation covers, and who could. */
@Path("/api/v1/coverage-gaps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class CoverageGapResource {
  private final CoverageGaps gaps;
  private final Suggestions suggestions;

  CoverageGapResource(CoverageGaps gaps, Suggestions suggestions) {
    this.gaps = gaps;
    this.suggestions = suggestions;
  }

  @GET
  @Operation(
      summary = "Units that no organisation covers, those with most members or staff first",
      description =
          "With minMembers, units where at least so many members work, most members first and then"
              + " most staff; with minStaff too, after them the others with at least so much staff,"
              + " most staff first. Without minMembers staff alone ranks.")
  public Page<CoverageGap> list(
      @QueryParam("areaCode") AreaCode areaCode,
      @QueryParam("kind") UnitKind kind,
      @QueryParam("minMembers") @Min(1) Integer minMembers,
      @QueryParam("minStaff") @Min(0) Integer minStaff,
      @BeanParam PageRequest page) {
    return gaps.page(areaCode, kind, new Threshold(minMembers, minStaff), page);
  }

  @GET
  @Path("/{unitId}/suggestions")
  @Operation(
      summary = "Organisations nearby that could cover the unit, the likeliest first",
      description = "With the reasons as codes; 404 when the unit is no gap (any more)")
  public Page<Suggestion> suggestions(
      @PathParam("unitId") UUID unitId,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(50) int limit) {
    return new Page<>(suggestions.of(unitId, limit), null);
  }
}
