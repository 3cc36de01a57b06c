package org.jiceng.registry.coverage;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to what an organisation covers. */
@Path("/api/v1/organizations/{id}/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "coverage")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class CoverageResource {
  private final CoverageQueries queries;
  private final CoverageCommands commands;

  CoverageResource(CoverageQueries queries, CoverageCommands commands) {
    this.queries = queries;
    this.commands = commands;
  }

  @GET
  @Operation(summary = "The units and buildings that it covers")
  public Page<Covered> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return queries.of(id, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Puts many units under its coverage, all or none",
      description = "As a joint branch covers many; a unit that it covers already stays as it is")
  @APIResponseSchema(value = JointCoverage.Done.class, responseCode = "200")
  public Response cover(@PathParam("id") UUID id, @Valid @NotNull JointCoverage wanted) {
    return Response.ok(commands.cover(id, wanted)).build();
  }
}
