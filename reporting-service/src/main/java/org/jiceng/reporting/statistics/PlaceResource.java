package org.jiceng.reporting.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.position.Fresh;

/** The door by which one finds one's way among the places that have figures. */
@Path("/api/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
@Fresh
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class PlaceResource {
  private final Trail trail;
  private final LineTable line;
  private final RowSheets sheets;
  private final BusinessClock clock;

  PlaceResource(Trail trail, LineTable line, RowSheets sheets, BusinessClock clock) {
    this.trail = trail;
    this.line = line;
    this.sheets = sheets;
    this.clock = clock;
  }

  @GET
  @Path("/place")
  @Operation(summary = "Where a place lies: the way to it from the top of what the caller sees")
  public Trail.Way place(@BeanParam StatisticsRequest request) {
    return trail.to(request);
  }

  @GET
  @Path("/by-organization")
  @Produces({MediaType.APPLICATION_JSON, Imports.XLSX})
  @Operation(
      summary = "Figures of the organisations next below one side by side",
      description =
          "Without an organisation the topmost ones; for who sees a part of the district only,"
              + " those below the root of that.")
  @APIResponse(
      responseCode = "200",
      description = "The figures; as a spreadsheet with numbers, *** for what is hidden",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LineTable.Table.class)),
        @Content(mediaType = Imports.XLSX)
      })
  public Response byOrganization(
      @BeanParam StatisticsRequest request,
      @BeanParam PageRequest page,
      @BeanParam ComparedForm form) {
    return form.answer(
        request,
        clock,
        asked -> line.below(asked, page),
        (now, before) -> sheets.of(request, now, before));
  }
}
