package org.jiceng.activity.sharing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.IfMatch;

/** The door to sharing rules: everyone signed in reads them, who manages the site sets them. */
@Path("/api/v1/sites/{id}/sharing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sharing")
@RolesAllowed({
  Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
  Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
})
public class SharingResource {
  private final SharingDesk desk;

  SharingResource(SharingDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(summary = "Who may book at a site, and when")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    SharingView found = desk.of(id);
    return ETags.respond(request, found.version(), found);
  }

  @PUT
  @Transactional
  @IfMatch
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(
      summary = "Sets who may book at a site, and when",
      description =
          "A rule holds in its hours instead of the audience; the strictest that a use touches"
              + " decides. What is booked already stays. `If-Match` names the site's version.")
  public Response set(@PathParam("id") UUID id, @Valid @NotNull NewSharing wanted) {
    SharingView set = desk.set(id, wanted);
    return ETags.ok(set.version(), set);
  }
}
