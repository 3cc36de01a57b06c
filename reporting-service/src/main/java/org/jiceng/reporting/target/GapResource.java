package org.jiceng.reporting.target;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.position.Fresh;
import org.jiceng.reporting.sheet.TableForm;
import org.jiceng.reporting.statistics.Statistics;
import org.jiceng.reporting.statistics.StatisticsRequest;

/** The door to how far figures are from their targets. */
@Path("/api/v1/statistics/gaps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "targets")
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
public class GapResource {
  private final TargetDesk desk;
  private final Statistics statistics;
  private final GapSheets sheets;
  private final BusinessClock clock;

  GapResource(TargetDesk desk, Statistics statistics, GapSheets sheets, BusinessClock clock) {
    this.desk = desk;
    this.statistics = statistics;
    this.sheets = sheets;
    this.clock = clock;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Imports.XLSX})
  @Operation(
      summary = "The targets in force on a day beside the figures",
      description =
          "Of the area or the organisation, or of all places that one sees. A figure without data"
              + " has neither gap nor verdict; nor has one that is suppressed.")
  @APIResponse(
      responseCode = "200",
      description = "The figures; as a spreadsheet with numbers, *** for what is hidden",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = GapPage.class)),
        @Content(mediaType = Imports.XLSX)
      })
  public Response list(
      @BeanParam StatisticsRequest request,
      @BeanParam PageRequest page,
      @BeanParam TableForm form) {
    return form.answer(() -> inForce(request, page), gaps -> sheets.of(gaps, request.asOf(clock)));
  }

  private GapPage inForce(StatisticsRequest request, PageRequest page) {
    UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    List<Target> inForce =
        desk.list(request.asOf(clock), request.area, request.organization, after, page.fetchSize());
    Page<Target> targets = page.page(inForce, target -> Cursor.of(target.id()));
    return new GapPage(
        targets.items().stream().map(target -> gap(target, request)).toList(),
        targets.nextCursor());
  }

  private Gap gap(Target target, StatisticsRequest asked) {
    StatisticsRequest request = new StatisticsRequest();
    request.area = target.area();
    request.organization = target.organization();
    request.indicators = target.indicator();
    request.asOf = asked.asOf;
    request.since = asked.since;
    request.knownAt = asked.knownAt;
    request.boundaries = asked.boundaries;
    return Gap.of(target, statistics.answer(request).values().get(0));
  }
}
