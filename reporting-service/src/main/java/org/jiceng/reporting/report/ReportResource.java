package org.jiceng.reporting.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.export.Exports;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.report.content.ReportContent;

/** The door to sealed reports. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class ReportResource {
  private final ReportShelf shelf;
  private final ReportDesk desk;
  private final ReportPrinter printer;
  private final Verifier verifier;
  private final Verifications verifications;

  ReportResource(
      ReportShelf shelf,
      ReportDesk desk,
      ReportPrinter printer,
      Verifier verifier,
      Verifications verifications) {
    this.shelf = shelf;
    this.desk = desk;
    this.printer = printer;
    this.verifier = verifier;
    this.verifications = verifications;
  }

  @GET
  @Operation(summary = "The sealed reports that one sees, the youngest first")
  public Page<ReportView> list(@BeanParam ReportFilter filter, @BeanParam PageRequest page) {
    return shelf.page(filter, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REPORTER, Roles.SYSTEM})
  @Operation(
      summary = "Seals a report, or answers the one that is sealed",
      description =
          "There is one report of a template, an area and a period: the first call seals it (201),"
              + " later ones answer its newest version (200).")
  @APIResponse(
      responseCode = "201",
      description = "Sealed now",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Sealed before",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  public Response seal(@Valid @NotNull NewReport wanted) {
    ReportDesk.Outcome outcome = desk.seal(wanted);
    ReportView view = ReportView.of(outcome.report());
    return outcome.made() ? created(view) : Response.ok(view).build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One sealed report; of a correction also what differs, and why")
  public ReportView get(@PathParam("id") UUID id) {
    return shelf.view(id);
  }

  @GET
  @Path("/{id}/content")
  @Produces({MediaType.APPLICATION_JSON, Exports.CSV, Imports.XLSX, ReportFormat.PDF_TYPE})
  @Operation(
      summary = "The content of a report",
      description =
          "JSON is the very bytes that were sealed; CSV, XLSX and PDF are made from them. The format"
              + " is that of the parameter, else of Accept.")
  @APIResponse(
      responseCode = "200",
      description = "The content",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReportContent.class)),
        @Content(mediaType = Exports.CSV),
        @Content(mediaType = Imports.XLSX),
        @Content(mediaType = ReportFormat.PDF_TYPE)
      })
  public Response content(
      @PathParam("id") UUID id,
      @QueryParam("format") String format,
      @Context HttpHeaders headers,
      @Context Request request,
      @Context UriInfo uri) {
    ReportFormat wanted = ReportFormat.of(format, headers.getAcceptableMediaTypes());
    return printer.answer(shelf.sealed(id), wanted, request, uri);
  }

  @POST
  @Path("/{id}/corrections")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REPORTER, Roles.SYSTEM})
  @Operation(
      summary = "Seals the next version, where what is known now differs",
      description =
          "The version before stays as it is. 409 where there is a later version already, and where"
              + " no figure has changed.")
  @APIResponse(
      responseCode = "201",
      description = "Sealed beside the version before",
      content = @Content(schema = @Schema(implementation = ReportView.class)))
  public Response correct(@PathParam("id") UUID id) {
    UUID made = desk.correct(shelf.require(id)).id();
    return created(shelf.view(made));
  }

  @POST
  @Path("/{id}/verification")
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM})
  @Operation(
      summary = "Derives a report again from the logs and compares the bytes",
      description =
          "Reads the logs from their beginning to the report's positions: it takes as long as they"
              + " are long. 409 while others have one verified.")
  public Verification verify(@PathParam("id") UUID id) {
    return verifier.verify(shelf.sealed(id));
  }

  @GET
  @Path("/{id}/verifications")
  @Operation(summary = "Who had a report verified, and what came of it, the youngest first")
  public Page<Verification> verifications(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return verifications.page(shelf.require(id).id(), page);
  }

  private static Response created(ReportView view) {
    return Response.created(URI.create("/api/v1/reports/" + view.id())).entity(view).build();
  }
}
