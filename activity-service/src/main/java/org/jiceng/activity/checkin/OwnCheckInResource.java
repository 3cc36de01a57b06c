package org.jiceng.activity.checkin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Messages;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;

/** The members' own door to check-in. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "check-in")
@RolesAllowed(Roles.MEMBER)
public class OwnCheckInResource {
  private static final int LONGEST_PROOF = 2_000;

  private final CheckInDesk desk;

  OwnCheckInResource(CheckInDesk desk) {
    this.desk = desk;
  }

  /** What a phone has seen since it was last online. */
  public record NewCheckIns(
      @NotNull @Size(min = 1, max = 50) List<@Valid @NotNull Seen> checkIns) {}

  /** One code that was seen. */
  public record Seen(
      @NotBlank
          @Size(max = LONGEST_PROOF)
          @Schema(
              examples = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln",
              description =
                  "Compact JWS (ES256) by the phone's key, whose id is the header's kid; its payload"
                      + " has code, memberId and scannedAt")
          String proof) {}

  /** What became of each, in their order. */
  @Schema(name = "CheckInAnswers")
  public record Answers(List<CheckInAnswer> items) {}

  @POST
  @Path("/check-ins")
  @Idempotent
  @Operation(
      summary = "Hands in the check-ins that my phone has signed, each answered on its own",
      description = "Within a day of the code; the same twice is once")
  @APIResponse(
      responseCode = "200",
      description = "RECORDED, ALREADY, or REFUSED with the type of the problem",
      content = @Content(schema = @Schema(implementation = Answers.class)))
  public Response handIn(@Valid @NotNull NewCheckIns seen, @Context HttpHeaders headers) {
    Messages words = Messages.in(headers.getAcceptableLanguages());
    List<String> proofs = seen.checkIns().stream().map(Seen::proof).toList();
    return Response.ok(new Answers(desk.handIn(proofs, words))).build();
  }
}
