package org.jiceng.member.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.member.membership.MemberView;

/** The door by which a person is forgotten. */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "erasure")
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class ErasureResource {
  private final ErasureDesk desk;

  ErasureResource(ErasureDesk desk) {
    this.desk = desk;
  }

  /** Why the person is forgotten. */
  public record Erasure(
      @NotBlank @ReasonCode @Schema(examples = "RETENTION_OVER") String reasonCode) {}

  @POST
  @Path("/{id}/erasure")
  @Idempotent
  @IfMatch
  @Operation(
      summary =
          "Erases what identifies a person whose membership is over; figures stay as they are",
      description =
          "There is no way back. Nothing must be open about the person, and the membership must have"
              + " been over for as long as persons are retained. Second records that were merged into"
              + " this one go with it.")
  public Response erase(@PathParam("id") UUID id, @Valid @NotNull Erasure erasure) {
    MemberView erased = desk.erase(id, erasure.reasonCode());
    return ETags.ok(erased.version(), erased);
  }
}
