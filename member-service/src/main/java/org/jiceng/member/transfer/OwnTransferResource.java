package org.jiceng.member.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.problem.Messages;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.PageRequest;

/** The members' own door to their transfers. */
@Path("/api/v1/members/me/transfers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "own view")
@RolesAllowed(Roles.MEMBER)
public class OwnTransferResource {
  private final OwnTransfers own;
  private final TransferDesk desk;
  private final BorderDesk border;
  private final ObjectMapper json;

  OwnTransferResource(OwnTransfers own, TransferDesk desk, BorderDesk border, ObjectMapper json) {
    this.own = own;
    this.desk = desk;
    this.border = border;
    this.json = json;
  }

  /** A page of them, for the contract. */
  @Schema(name = "OwnTransfers")
  public record Transfers(List<OwnTransferView> items, String nextCursor) {}

  /** Where within the district the member wants to go. */
  @Schema(name = "OwnTransferRequest")
  public record Wish(
      @NotNull UUID destinationId,
      @Size(max = 200) @Schema(examples = "搬家", description = "Seen by both offices")
          String reason) {
    @Override
    public String toString() {
      return "a wish to move";
    }
  }

  /** Where out of the district the member wants to go. */
  @Schema(name = "OwnDeparture")
  public record Departure(
      @NotBlank @Size(max = 200) @Schema(examples = "上海市黄浦区外滩街道党工委") String elsewhere,
      @Size(max = 200) @Schema(examples = "搬家") String reason,
      @Pattern(regexp = NewDeparture.PEER)
          @Schema(
              examples = "huangpu",
              description = "The other district where the two talk to each other; else by paper")
          String peer,
      @Size(min = 1, max = 40)
          @Schema(
              examples = "310101002001",
              description = "The code of the organisation there; with peer only")
          String destinationCode) {
    @Override
    public String toString() {
      return "a wish to leave";
    }
  }

  /** Why it is asked for no longer. */
  @Schema(name = "OwnWithdrawal")
  public record Withdrawal(@ReasonCode @Schema(examples = "STAYS") String reasonCode) {}

  @GET
  @Operation(
      summary = "My transfers, the latest first, each with what happens next in words",
      description = "Small enough for a phone; with an entity tag over the whole page.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Transfers.class)))
  public Response list(
      @BeanParam PageRequest page, @Context Request request, @Context HttpHeaders headers) {
    return ETags.respond(request, json, own.page(page, words(headers)));
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Asks to move to another organisation of the district",
      description = "The organisation that is left decides; one request at a time.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = OwnTransferView.class)))
  public Response request(@Valid @NotNull Wish wish, @Context HttpHeaders headers) {
    return created(
        desk.request(new NewTransfer(own.me(), wish.destinationId(), wish.reason(), null)),
        headers);
  }

  @POST
  @Path("/outgoing")
  @Idempotent
  @Operation(summary = "Asks to move out of the district")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = OwnTransferView.class)))
  public Response depart(@Valid @NotNull Departure wish, @Context HttpHeaders headers) {
    NewDeparture wanted =
        new NewDeparture(
            own.me(), wish.elsewhere(), wish.reason(), wish.peer(), wish.destinationCode(), null);
    return created(border.depart(wanted), headers);
  }

  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @IfMatch
  @Operation(summary = "Withdraws a request on which nobody has decided yet")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OwnTransferView.class)))
  public Response withdraw(
      @PathParam("id") UUID id,
      @Valid @NotNull Withdrawal withdrawal,
      @Context HttpHeaders headers) {
    TransferView withdrawn = desk.withdraw(id, withdrawal.reasonCode());
    return ETags.ok(withdrawn.version(), own.one(id, words(headers)));
  }

  private Response created(TransferView made, HttpHeaders headers) {
    URI location = URI.create("/api/v1/transfers/" + made.id());
    return ETags.created(location, made.version(), own.one(made.id(), words(headers)));
  }

  private static Messages words(HttpHeaders headers) {
    return Messages.in(headers.getAcceptableLanguages());
  }
}
