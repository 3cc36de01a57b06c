package org.jiceng.reporting.breakdown;

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
import org.jiceng.reporting.position.Fresh;
import org.jiceng.reporting.position.FromLogs;
import org.jiceng.reporting.position.KeptAnswers;
import org.jiceng.reporting.sheet.TableForm;

/** The door to figures by their dimensions. */
@Path("/api/v1/statistics/breakdown")
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
public class BreakdownResource {
  private final Breakdowns breakdowns;
  private final BreakdownSheets sheets;
  private final KeptAnswers kept;

  BreakdownResource(Breakdowns breakdowns, BreakdownSheets sheets, KeptAnswers kept) {
    this.breakdowns = breakdowns;
    this.sheets = sheets;
    this.kept = kept;
  }

  @GET
  @FromLogs
  @Produces({MediaType.APPLICATION_JSON, Imports.XLSX})
  @Operation(
      summary = "A figure by up to three dimensions, with all margins",
      description =
          "A dimension that a cell's keys leave out is summed over. Who has no right to see persons"
              + " gets cells of few persons suppressed, and further ones so that none can be worked"
              + " out; tables of persons are then for the whole district, on the last day of a"
              + " month.")
  @APIResponse(
      responseCode = "200",
      description = "The figures; as a spreadsheet with numbers, *** for what is hidden",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Breakdowns.Breakdown.class)),
        @Content(mediaType = Imports.XLSX)
      })
  public Response answer(@BeanParam BreakdownRequest request, @BeanParam TableForm form) {
    return form.answer(() -> kept.orElse(() -> breakdowns.answer(request)), sheets::of);
  }
}
