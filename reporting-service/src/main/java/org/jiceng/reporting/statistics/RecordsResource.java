package org.jiceng.reporting.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.position.Fresh;
import org.jiceng.reporting.position.FromLogs;

/** The door to what stands behind a figure, for those who may see persons. */
@Path("/api/v1/statistics/{indicator}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
@Fresh
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.AUDITOR, Roles.SYSTEM})
public class RecordsResource {
  private final Records records;
  private final Changes changes;

  RecordsResource(Records records, Changes changes) {
    this.records = records;
    this.changes = changes;
  }

  @GET
  @FromLogs
  @Path("/records")
  @Operation(summary = "The records that make up a figure of a place as of a day")
  public Page<Records.Entry> records(
      @PathParam("indicator") String indicator,
      @BeanParam StatisticsRequest request,
      @BeanParam PageRequest page) {
    return records.of(indicator, request, page);
  }

  @GET
  @FromLogs
  @Path("/records/{recordId}/events")
  @Operation(summary = "The events by which a record counts, the first 1,000 by their days")
  public List<Records.Cause> events(
      @PathParam("indicator") String indicator,
      @PathParam("recordId") String recordId,
      @BeanParam StatisticsRequest request) {
    return records.events(indicator, recordId, request);
  }

  @GET
  @FromLogs
  @Path("/changes")
  @Operation(summary = "Why a figure changed between two days: the events, and what moved")
  public Changes.Answer changes(
      @PathParam("indicator") String indicator,
      @BeanParam StatisticsRequest request,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @BeanParam PageRequest page) {
    return changes.between(indicator, request, from, to, page);
  }
}
