package org.jiceng.activity.signup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;

/** The members' own door to sign-up. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "own view")
@RolesAllowed(Roles.MEMBER)
public class OwnSignUpResource {
  private final SignUpDesk desk;

  OwnSignUpResource(SignUpDesk desk) {
    this.desk = desk;
  }

  /** To what one signs up. */
  public record OwnSignUp(@NotNull UUID activityId) {}

  @POST
  @Path("/sign-ups")
  @Idempotent
  @Operation(summary = "Signs me up for an activity of my organisation, or of my host")
  @APIResponse(
      responseCode = "200",
      description = "With a place, or waiting",
      content = @Content(schema = @Schema(implementation = SignUp.class)))
  public Response signUpMyself(@Valid @NotNull OwnSignUp wish) {
    return Response.ok(desk.signUpMyself(wish.activityId()).get(0)).build();
  }
}
