package org.jiceng.activity.honour;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to nominations for service brands and demonstration points. */
@Path("/api/v1/nominations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "nominations")
public class NominationResource {
  private final NominationDesk desk;

  NominationResource(NominationDesk desk) {
    this.desk = desk;
  }

  /** Who is proposed for what, and under which name. */
  public record NewNomination(
      @NotNull HonourKind kind,
      @NotNull UUID organizationId,
      @NotBlank @Size(max = 200) @Schema(examples = "先锋服务队") String name) {}

  /** Under which code it is given, and from when on. */
  public record Acceptance(
      @NotBlank @Size(max = 32) @Pattern(regexp = "[A-Za-z0-9._-]+") @Schema(examples = "BR-0001")
          String code,
      LocalDate effectiveOn) {}

  /** Why it goes back. */
  @Schema(name = "NominationReturn")
  public record Return(@NotNull @ReasonCode @Schema(examples = "TOO_EARLY") String reasonCode) {}

  @GET
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.AUDITOR,
    Roles.SYSTEM
  })
  @Operation(summary = "Nominations by state, the oldest first")
  public Page<NominationView> list(
      @QueryParam("kind") HonourKind kind,
      @QueryParam("state") NominationState state,
      @BeanParam PageRequest page) {
    return desk.page(kind, state, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.AUDITOR,
    Roles.SYSTEM
  })
  @Operation(summary = "One nomination")
  @APIResponse(
      responseCode = "200",
      description = "As it is",
      content = @Content(schema = @Schema(implementation = NominationView.class)))
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    NominationView found = desk.one(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(summary = "Proposes an organisation in one's scope")
  @APIResponse(
      responseCode = "201",
      description = "Waits for a decision",
      content = @Content(schema = @Schema(implementation = NominationView.class)))
  public Response nominate(@Valid @NotNull NewNomination wanted) {
    NominationView made = desk.nominate(wanted.kind(), wanted.organizationId(), wanted.name());
    URI place = URI.create("/api/v1/nominations/" + made.id());
    return ETags.created(place, made.version(), made);
  }

  @POST
  @Path("/{id}/acceptance")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Accepts a nomination: the honour is given by it")
  @APIResponse(
      responseCode = "200",
      description = "With the id of the honour",
      content = @Content(schema = @Schema(implementation = NominationView.class)))
  public Response accept(@PathParam("id") UUID id, @Valid @NotNull Acceptance acceptance) {
    return answer(desk.accept(id, acceptance.code(), acceptance.effectiveOn()));
  }

  @POST
  @Path("/{id}/return")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Sends a nomination back, with a reason")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = NominationView.class)))
  public Response giveBack(@PathParam("id") UUID id, @Valid @NotNull Return back) {
    return answer(desk.giveBack(id, back.reasonCode()));
  }

  private static Response answer(NominationView nomination) {
    return ETags.ok(nomination.version(), nomination);
  }
}
