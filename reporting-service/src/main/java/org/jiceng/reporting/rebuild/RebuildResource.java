package org.jiceng.reporting.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to building the figures anew from the log. */
@Path("/api/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
public class RebuildResource {
  private final Rebuilds rebuilds;
  private final RebuildDesk desk;
  private final Scopes scopes;

  RebuildResource(Rebuilds rebuilds, RebuildDesk desk, Scopes scopes) {
    this.rebuilds = rebuilds;
    this.desk = desk;
    this.scopes = scopes;
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Builds the projection anew beside the live one, compares and switches",
      description =
          "Goes on in the background while everything else runs, shared by all instances, and after"
              + " a crash where it had come to. One at a time.")
  @APIResponse(
      responseCode = "202",
      description = "The rebuild, which has begun",
      content = @Content(schema = @Schema(implementation = Rebuild.class)))
  public Response start(
      @QueryParam("repair")
          @DefaultValue("false")
          @Parameter(
              description =
                  "Whether to switch though both differ; what differs stands in the rebuild all the"
                      + " same")
          boolean repair) {
    scopes.requireWholeDistrict();
    Rebuild begun = desk.begin(repair);
    return Response.accepted(begun).location(URI.create("/api/v1/rebuilds/" + begun.id())).build();
  }

  @GET
  @Operation(summary = "All rebuilds, the latest first")
  public Page<Rebuild> list(@BeanParam PageRequest page) {
    scopes.requireWholeDistrict();
    return rebuilds.list(page);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How far a rebuild is, or what came of it")
  public Rebuild get(@PathParam("id") UUID id) {
    scopes.requireWholeDistrict();
    return desk.require(id);
  }

  @POST
  @Path("/{id}/cancellation")
  @Idempotent
  @Operation(
      summary = "Gives a rebuild up",
      description = "The live projection stays as it is; what was built is removed.")
  @APIResponseSchema(value = Rebuild.class, responseCode = "200")
  public Response cancel(@PathParam("id") UUID id) {
    scopes.requireWholeDistrict();
    return Response.ok(desk.cancel(id)).build();
  }
}
