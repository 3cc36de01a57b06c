package org.jiceng.activity.opening;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.activity.site.ManagedSites;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to closures: everyone signed in sees them, who manages the site decides them. */
@Path("/api/v1/sites/{id}/closures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "closures")
@RolesAllowed({
  Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
  Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
})
public class ClosureResource {
  private final Closures closures;
  private final ClosureDesk desk;
  private final ManagedSites sites;

  ClosureResource(Closures closures, ClosureDesk desk, ManagedSites sites) {
    this.sites = sites;
    this.closures = closures;
    this.desk = desk;
  }

  @GET
  @Operation(summary = "The closures of a site and its spaces, by their beginning")
  public Page<ClosureView> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    sites.version(id);
    return closures.page(id, page);
  }

  @GET
  @Path("/{closureId}")
  @Operation(summary = "One closure")
  public Response get(
      @PathParam("id") UUID id, @PathParam("closureId") UUID closureId, @Context Request request) {
    ClosureView found = ClosureView.of(closures.require(id, closureId));
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(
      summary = "Closes a site, or one space of it, for a while",
      description =
          "With `MOVE`, a booking that it hits gets a free space that is open, allowed and at least"
              + " as large, of the site itself or else of the same sub-district, and is cancelled"
              + " where there is none; with `CANCEL`, all are cancelled. Each is told by event.")
  public Response decide(@PathParam("id") UUID id, @Valid @NotNull NewClosure wanted) {
    ClosureView decided = desk.decide(id, wanted);
    return ETags.created(
        URI.create("/api/v1/sites/" + id + "/closures/" + decided.id()),
        decided.version(),
        decided);
  }

  @POST
  @Path("/{closureId}/cancellation")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(
      summary = "Calls a closure off",
      description = "What it has moved or cancelled stays so")
  public Response cancel(@PathParam("id") UUID id, @PathParam("closureId") UUID closureId) {
    ClosureView cancelled = desk.cancel(id, closureId);
    return ETags.ok(cancelled.version(), cancelled);
  }
}
