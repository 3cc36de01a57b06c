package org.jiceng.activity.signup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.activity.life.ActivityDesk;
import org.jiceng.activity.life.ActivityView;
import org.jiceng.activity.life.SignUpRule;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to who wants to come. */
@Path("/api/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sign-ups")
public class SignUpResource {
  private final SignUpDesk desk;
  private final ActivityDesk activities;

  SignUpResource(SignUpDesk desk, ActivityDesk activities) {
    this.desk = desk;
    this.activities = activities;
  }

  /** Who signs up. */
  public record NewSignUps(@NotNull @Size(min = 1, max = 1_000) List<@NotNull UUID> memberIds) {}

  @POST
  @Path("/{id}/sign-ups")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(
      summary = "Signs members up, in this order; who is on the list already stays there",
      description = "Who finds no place waits for one")
  @APIResponse(
      responseCode = "200",
      description = "Each of them, with a place or waiting",
      content = @Content(schema = @Schema(implementation = SignUp[].class)))
  public Response signUp(@PathParam("id") UUID id, @Valid @NotNull NewSignUps who) {
    return Response.ok(desk.signUp(id, who.memberIds())).build();
  }

  @GET
  @Path("/{id}/sign-ups")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "Who has signed up, in the order in which they did")
  public Page<SignUp> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return desk.page(id, page);
  }

  @PUT
  @Path("/{id}/sign-up")
  @IfMatch
  @Transactional
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(
      summary = "Lets members sign up by another rule; a higher limit lets those who wait move up",
      description = "A lower limit takes no place away that somebody has")
  @APIResponse(
      responseCode = "200",
      description = "The activity as it is now",
      content = @Content(schema = @Schema(implementation = ActivityView.class)))
  public Response allow(@PathParam("id") UUID id, @Valid @NotNull SignUpRule rule) {
    desk.allow(id, rule);
    ActivityView activity = activities.one(id);
    return ETags.ok(activity.version(), activity);
  }

  @POST
  @Path("/{id}/sign-ups/{signUpId}/withdrawal")
  @Idempotent
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.MEMBER
  })
  @Operation(
      summary = "Withdraws a sign-up: one's own, or by an office; who waits longest moves up")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = SignUp.class)))
  public Response withdraw(@PathParam("id") UUID id, @PathParam("signUpId") UUID signUpId) {
    return Response.ok(desk.withdraw(id, signUpId)).build();
  }
}
