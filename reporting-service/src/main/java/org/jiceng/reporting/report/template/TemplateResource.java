package org.jiceng.reporting.report.template;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to what reports there can be. */
@Path("/api/v1/report-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
public class TemplateResource {
  private final Templates templates;
  private final TemplateDesk desk;

  TemplateResource(Templates templates, TemplateDesk desk) {
    this.templates = templates;
    this.desk = desk;
  }

  @GET
  @PermitAll
  @Operation(summary = "Every template as it is now: of what period and area, and what it tells")
  public Page<TemplateView> list(@BeanParam PageRequest page) {
    Page<KeptTemplate> found = templates.page(page);
    return new Page<>(found.items().stream().map(TemplateView::of).toList(), found.nextCursor());
  }

  @GET
  @Path("/{name}")
  @PermitAll
  @Operation(summary = "One template as it is now")
  @APIResponse(
      responseCode = "200",
      description = "The template as it is now",
      content = @Content(schema = @Schema(implementation = TemplateView.class)))
  public Response get(@PathParam("name") String name, @Context Request request) {
    KeptTemplate found = templates.find(name).orElseThrow(Problem::notFound);
    return ETags.respond(request, found.version(), TemplateView.of(found));
  }

  @GET
  @Path("/{name}/versions")
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM})
  @Operation(summary = "All that a template ever was, and who made it so, the newest first")
  public Page<KeptTemplate> versions(@PathParam("name") String name, @BeanParam PageRequest page) {
    KeptTemplate found = templates.find(name).orElseThrow(Problem::notFound);
    return templates.versions(found.template().template(), page);
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Makes a template",
      description =
          "What is wrong with it is told (422) with a JSON pointer to each place at fault. A copy of"
              + " another is that one's content under a name of its own.")
  @APIResponse(
      responseCode = "201",
      description = "The template",
      content = @Content(schema = @Schema(implementation = TemplateView.class)))
  public Response begin(@NotNull Template wanted) {
    KeptTemplate made = desk.begin(wanted);
    URI location = URI.create("/api/v1/report-templates/" + made.template().template());
    return ETags.created(location, made.version(), TemplateView.of(made));
  }

  @PUT
  @Path("/{name}")
  @Transactional
  @IfMatch
  @Operation(
      summary = "Changes what reports by a template tell from now on",
      description =
          "Its name, period and levels stay. The version before stays on record, and so do the"
              + " reports that were sealed by it: they are verified and corrected by the template"
              + " that they were sealed with.")
  @APIResponse(
      responseCode = "200",
      description = "The template as it is now",
      content = @Content(schema = @Schema(implementation = TemplateView.class)))
  public Response change(@PathParam("name") String name, @NotNull Template wanted) {
    return answer(desk.change(name, wanted));
  }

  @DELETE
  @Path("/{name}")
  @Transactional
  @IfMatch
  @Operation(
      summary = "Retires a template: nothing new is sealed by it",
      description = "409 while a schedule names it that is not closed. What was sealed stays.")
  @APIResponse(
      responseCode = "200",
      description = "The template as it is now",
      content = @Content(schema = @Schema(implementation = TemplateView.class)))
  public Response retire(@PathParam("name") String name) {
    return answer(desk.retire(name));
  }

  private static Response answer(KeptTemplate kept) {
    return ETags.ok(kept.version(), TemplateView.of(kept));
  }
}
