package org.jiceng.registry.reorganization;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.registry.organization.OrganizationView;

/** Ends an organisation at once; a reorganisation like any other, which may also be planned. */
@Path("/api/v1/organizations/{id}/dissolve")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
public class DissolutionResource {
  private final Dissolutions dissolutions;

  DissolutionResource(Dissolutions dissolutions) {
    this.dissolutions = dissolutions;
  }

  @POST
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Dissolves it; what it has goes to the successor",
      description =
          "With a successor, all that it has goes over; without one it is refused (409) while it"
              + " has anything. Its appointments end and its posts are abolished.")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "200")
  public Response dissolve(@PathParam("id") UUID id, @Valid @NotNull Dissolution wanted) {
    OrganizationView dissolved = dissolutions.dissolve(id, wanted);
    return ETags.ok(dissolved.version(), dissolved);
  }
}
