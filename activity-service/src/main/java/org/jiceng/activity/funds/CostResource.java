package org.jiceng.activity.funds;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to all costs. */
@Path("/api/v1/costs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "funds")
public class CostResource {
  private final FundsDesk desk;

  CostResource(FundsDesk desk) {
    this.desk = desk;
  }

  /** Why what was recorded was wrong. */
  @Schema(name = "CostRevocation")
  public record Revocation(@ReasonCode @Schema(examples = "WRONG_AMOUNT") String reasonCode) {}

  @GET
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SITE_MANAGER,
    Roles.REPORTER,
    Roles.AUDITOR,
    Roles.SYSTEM
  })
  @Operation(summary = "Costs by activity, site, organisation, area, source and days")
  public Page<Cost> list(@BeanParam CostFilter filter, @BeanParam PageRequest page) {
    return desk.page(filter, page);
  }

  @POST
  @Path("/{id}/revocation")
  @Idempotent
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SITE_MANAGER,
    Roles.SYSTEM
  })
  @Operation(summary = "Revokes a cost that was recorded wrongly; the right one is recorded anew")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Cost.class)))
  public Response revoke(@PathParam("id") UUID id, @Valid @NotNull Revocation revocation) {
    return Response.ok(desk.revoke(id, revocation.reasonCode())).build();
  }
}
