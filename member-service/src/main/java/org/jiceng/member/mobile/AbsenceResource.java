package org.jiceng.member.mobile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.transfer.TransferView;

/** The door to absences, for home and host, and for members to their own. */
@Path("/api/v1/absences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "absences")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
public class AbsenceResource {
  private final AbsenceDesk desk;
  private final AbsenceList list;
  private final MobileSummary summary;

  AbsenceResource(AbsenceDesk desk, AbsenceList list, MobileSummary summary) {
    this.desk = desk;
    this.list = list;
    this.summary = summary;
  }

  /** That the member's report is right. */
  public record Confirmation() {}

  /** Why the member's report is wrong. */
  public record Decline(@NotBlank @ReasonCode @Schema(examples = "NOT_AWAY") String reasonCode) {}

  /** When the home was in touch with the member, and how. */
  public record NewContact(
      @NotNull @Schema(examples = "2009-06-01") LocalDate on, @NotNull ContactMeans how) {}

  /** From when on the host holds the member. */
  public record Acceptance(@Schema(examples = "2009-03-10") LocalDate effectiveOn) {}

  /** From when on the member is back. */
  public record Return(@Schema(examples = "2009-12-01") LocalDate effectiveOn) {}

  /** Why the member moves to the host for good. */
  public record Conversion(
      @Size(max = 200) @Schema(examples = "长期在此工作") String reason,
      @Schema(examples = "2010-03-01") LocalDate effectiveOn) {}

  @GET
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.MEMBER
  })
  @Operation(summary = "Who is away on a day, by home or host; or a member's own absences")
  public Page<AbsenceView> list(@BeanParam AbsenceFilter filter, @BeanParam PageRequest page) {
    return list.page(filter, page);
  }

  @GET
  @Path("/summary")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.REPORTER
  })
  @Operation(summary = "How many are away and hosted on a day, and for whom something is due")
  public MobileSummary.Counts summary(
      @QueryParam("organizationId") UUID organizationId,
      @QueryParam("includeSubtree") @DefaultValue("false") boolean includeSubtree,
      @QueryParam("asOf") LocalDate asOf) {
    return summary.on(organizationId, includeSubtree, asOf);
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
  @Operation(summary = "One absence as it stands today; every look is recorded")
  public Response get(@PathParam("id") UUID id) {
    return answer(list.one(id));
  }

  @GET
  @Path("/{id}/contacts")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR,
    Roles.MEMBER
  })
  @Operation(summary = "When the home was in touch with the member, from the first time on")
  public List<Absences.Contact> contacts(@PathParam("id") UUID id) {
    return list.contacts(id);
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
  @Operation(
      summary = "Reports a member away: by the home, or by the member for the home to confirm")
  public Response report(@Valid @NotNull NewAbsence wanted) {
    AbsenceView reported = desk.report(wanted);
    URI location = URI.create("/api/v1/absences/" + reported.id());
    return ETags.created(location, reported.version(), reported);
  }

  @POST
  @Path("/{id}/confirmation")
  @Idempotent
  @IfMatch
  @Operation(summary = "The home confirms what the member has reported")
  public Response confirm(@PathParam("id") UUID id, @Valid @NotNull Confirmation confirmation) {
    return answer(desk.confirm(id));
  }

  @POST
  @Path("/{id}/decline")
  @Idempotent
  @IfMatch
  @Operation(summary = "The home says that what the member has reported is wrong")
  public Response decline(@PathParam("id") UUID id, @Valid @NotNull Decline decline) {
    return answer(desk.decline(id, decline.reasonCode()));
  }

  @POST
  @Path("/{id}/contacts")
  @Idempotent
  @Operation(summary = "The home was in touch with the member; the next contact is due later")
  public Response contact(@PathParam("id") UUID id, @Valid @NotNull NewContact contact) {
    return answer(desk.contact(id, contact.on(), contact.how()));
  }

  @POST
  @Path("/{id}/acceptance")
  @Idempotent
  @IfMatch
  @Operation(summary = "The host that the home has named hosts the member")
  public Response accept(@PathParam("id") UUID id, @Valid @NotNull Acceptance acceptance) {
    return answer(desk.accept(id, acceptance.effectiveOn()));
  }

  @POST
  @Path("/{id}/return")
  @Idempotent
  @IfMatch
  @Operation(summary = "The member is back")
  public Response comeBack(@PathParam("id") UUID id, @Valid @NotNull Return back) {
    return answer(desk.comeBack(id, back.effectiveOn()));
  }

  @POST
  @Path("/{id}/conversion")
  @Idempotent
  @IfMatch
  @Operation(summary = "Asks that the member move to the host for good; answers with the transfer")
  public Response convert(@PathParam("id") UUID id, @Valid @NotNull Conversion conversion) {
    TransferView requested = desk.convert(id, conversion.reason(), conversion.effectiveOn());
    URI location = URI.create("/api/v1/transfers/" + requested.id());
    return ETags.created(location, requested.version(), requested);
  }

  private static Response answer(AbsenceView absence) {
    return ETags.ok(absence.version(), absence);
  }
}
