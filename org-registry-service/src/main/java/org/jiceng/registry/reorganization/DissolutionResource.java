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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.registry.organization.OrganizationView;
import org.jiceng.registry.organization.Successions;

/** Ends an organisation at once; a reorganisation like any other, which may also be planned. */
@Path("/api/v1/organizations/{id}/dissolve")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
public class DissolutionResource {
  private final Reorganizations reorganizations;
  private final Successions successions;
  private final Scopes scopes;
  private final BusinessClock clock;

  DissolutionResource(
      Reorganizations reorganizations,
      Successions successions,
      Scopes scopes,
      BusinessClock clock) {
    this.reorganizations = reorganizations;
    this.successions = successions;
    this.scopes = scopes;
    this.clock = clock;
  }

  /** The end, and who takes over. */
  public record Dissolution(
      UUID successorId, @ReasonCode String reasonCode, LocalDate effectiveOn) {}

  @POST
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Dissolves it; what it has goes to the successor",
      description =
          "With a successor, all that it has goes over; without one it is refused (409) while it"
              + " has anything. Its appointments end and its posts are abolished.")
  public Response dissolve(@PathParam("id") UUID id, @Valid @NotNull Dissolution wanted) {
    scopes.requireWithin(id);
    successions.hold();
    successions.requireVersion(id);
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    reorganizations.ask(
        new NewDissolution(id, wanted.successorId(), wanted.reasonCode(), on).plan());
    OrganizationView dissolved = successions.view(id);
    return ETags.ok(dissolved.version(), dissolved);
  }
}
