package org.jiceng.activity.funds;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;

/** The door to what is spent on one site. */
@Path("/api/v1/sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "funds")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SITE_MANAGER, Roles.SYSTEM})
public class SiteCostResource {
  private final FundsDesk desk;

  SiteCostResource(FundsDesk desk) {
    this.desk = desk;
  }

  @POST
  @Path("/{id}/costs")
  @Idempotent
  @Operation(
      summary = "Records what was spent on the site",
      description = "To overspend a budget is not refused: the answer names those overspent")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = FundsDesk.Recorded.class)))
  public Response spend(@PathParam("id") UUID id, @Valid @NotNull NewCost cost) {
    FundsDesk.Recorded recorded = desk.spendOnSite(id, cost);
    return Response.created(URI.create("/api/v1/costs/" + recorded.cost().id()))
        .entity(recorded)
        .build();
  }
}
