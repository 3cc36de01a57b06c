package org.jiceng.member.transfer;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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

/** The door to transfers, for both offices, and for members to their own. */
@Path("/api/v1/transfers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "transfers")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
public class TransferResource {
  private final TransferDesk desk;
  private final BorderDesk border;
  private final WorkList workList;
  private final WorkSummary summary;
  private final LetterDesk letters;

  TransferResource(
      TransferDesk desk,
      BorderDesk border,
      WorkList workList,
      WorkSummary summary,
      LetterDesk letters) {
    this.desk = desk;
    this.border = border;
    this.workList = workList;
    this.summary = summary;
    this.letters = letters;
  }

  /** The letter that the source issues. */
  public record Approval(
      @Size(max = 40)
          @Pattern(regexp = "[A-Za-z0-9./_-]+")
          @Schema(
              examples = "JC2009-0000001",
              description = "The next free number where it is not given")
          String letterNumber,
      @Schema(examples = "2009-03-02") LocalDate effectiveOn) {}

  /** From when on the member belongs to the destination. */
  public record Receipt(@Schema(examples = "2009-03-10") LocalDate effectiveOn) {}

  /** Why it ends without a receipt. */
  public record Refusal(
      @NotBlank @ReasonCode @Schema(examples = "NOT_KNOWN_HERE") String reasonCode,
      @Schema(examples = "2009-03-03") LocalDate effectiveOn) {}

  /** That it is asked for no longer. */
  public record Cancellation(
      @ReasonCode @Schema(examples = "STAYS") String reasonCode,
      @Schema(examples = "2009-03-03") LocalDate effectiveOn) {}

  @GET
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.MEMBER
  })
  @Operation(summary = "The work list of one's offices, or a member's own transfers")
  public Page<TransferView> list(@BeanParam TransferFilter filter, @BeanParam PageRequest page) {
    return workList.page(filter, page);
  }

  @GET
  @Path("/summary")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "How much waits at one's offices, and how much of it is due and overdue")
  public WorkSummary.Summary summary() {
    return summary.today();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.MEMBER
  })
  @Operation(summary = "One transfer")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    TransferView transfer = workList.one(id);
    return ETags.respond(request, transfer.version(), transfer);
  }

  @POST
  @Idempotent
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.MEMBER
  })
  @Operation(summary = "Asks that a member move to another organisation of the district")
  public Response request(@Valid @NotNull NewTransfer wanted) {
    return created(desk.request(wanted));
  }

  @POST
  @Path("/{id}/approval")
  @Idempotent
  @IfMatch
  @Operation(summary = "The source approves and issues a letter, good for three months")
  public Response approve(@PathParam("id") UUID id, @Valid @NotNull Approval approval) {
    return answer(desk.approve(id, approval.letterNumber(), approval.effectiveOn()));
  }

  @POST
  @Path("/{id}/receipt")
  @Idempotent
  @IfMatch
  @Operation(
      summary =
          "The destination receives the member, who belongs there from that day on; of one that leads"
              + " out of the district, the source records the receipt that came back")
  public Response receive(@PathParam("id") UUID id, @Valid @NotNull Receipt receipt) {
    return answer(desk.receive(id, receipt.effectiveOn()));
  }

  @POST
  @Path("/{id}/refusal")
  @Idempotent
  @IfMatch
  @Operation(summary = "The source (before the letter) or the destination (after it) says no")
  public Response refuse(@PathParam("id") UUID id, @Valid @NotNull Refusal refusal) {
    return answer(desk.refuse(id, refusal.reasonCode(), refusal.effectiveOn()));
  }

  @POST
  @Path("/{id}/cancellation")
  @Idempotent
  @IfMatch
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.MEMBER
  })
  @Operation(summary = "Withdraws a transfer, by either office or by the member")
  public Response cancel(@PathParam("id") UUID id, @Valid @NotNull Cancellation cancellation) {
    return answer(desk.cancel(id, cancellation.reasonCode(), cancellation.effectiveOn()));
  }

  @POST
  @Path("/outgoing")
  @Idempotent
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.MEMBER
  })
  @Operation(summary = "Asks that a member move out of the district")
  public Response depart(@Valid @NotNull NewDeparture wanted) {
    return created(border.depart(wanted));
  }

  @POST
  @Path("/incoming")
  @Idempotent
  @Operation(summary = "Enters the letter with which someone comes from another district")
  public Response announce(@Valid @NotNull NewArrival wanted) {
    return created(border.announce(wanted));
  }

  @POST
  @Path("/{id}/return")
  @Idempotent
  @IfMatch
  @Operation(summary = "The destination sends the letter back to be put right")
  public Response sendBack(@PathParam("id") UUID id, @Valid @NotNull Refusal why) {
    return answer(desk.sendBack(id, why.reasonCode(), why.effectiveOn()));
  }

  @POST
  @Path("/{id}/reissue")
  @Idempotent
  @IfMatch
  @Operation(summary = "The source issues the letter anew, also one that has run out")
  public Response reissue(@PathParam("id") UUID id, @Valid @NotNull Approval approval) {
    return answer(desk.reissue(id, approval.letterNumber(), approval.effectiveOn()));
  }

  @POST
  @Path("/{id}/acknowledgement")
  @Idempotent
  @IfMatch
  @Operation(summary = "The source acknowledges the receipt, and is responsible no longer")
  public Response acknowledge(@PathParam("id") UUID id, @Valid @NotNull Receipt receipt) {
    return answer(desk.acknowledge(id, receipt.effectiveOn()));
  }

  @GET
  @Path("/{id}/letter")
  @Produces({"application/pdf", MediaType.APPLICATION_JSON})
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.MEMBER
  })
  @Operation(
      summary = "The letter to print, with its stub, its receipt and a code that proves it",
      description = "Without what identifies the member for callers who do not see persons.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/pdf",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response letter(@PathParam("id") UUID id, @Context UriInfo uri) {
    LetterDesk.Print letter = letters.print(id, uri.getBaseUri());
    String name = letter.number().replace('/', '-');
    return Response.ok(letter.pdf(), "application/pdf")
        .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
        .build();
  }

  private static Response created(TransferView transfer) {
    URI location = URI.create("/api/v1/transfers/" + transfer.id());
    return ETags.created(location, transfer.version(), transfer);
  }

  private static Response answer(TransferView transfer) {
    return ETags.ok(transfer.version(), transfer);
  }
}
