package org.jiceng.member.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.events.MembershipEnd;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to members: offices within their scope, auditors masked, members to themselves. */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
public class MemberResource {
  private final MemberReading reading;
  private final MemberDesk desk;
  private final Probations probations;
  private final Imports imports;

  MemberResource(MemberReading reading, MemberDesk desk, Probations probations, Imports imports) {
    this.reading = reading;
    this.desk = desk;
    this.probations = probations;
    this.imports = imports;
  }

  /** From when on a probationary member is a full one. */
  public record Confirmation(@Schema(examples = "2010-03-01") LocalDate effectiveOn) {}

  /** From when on, and why, someone is no longer a member here. */
  public record End(
      @NotNull MembershipEnd reason, @Schema(examples = "2010-03-01") LocalDate effectiveOn) {}

  /** Whom to look for; in a body, since addresses are kept in logs. */
  public record Search(
      @NotBlank @Size(max = 40) @Schema(examples = "990105198001010019") String idNumber) {
    @Override
    public String toString() {
      return "a search";
    }
  }

  /** Whom to look for by name; in a body as well. */
  public record Namesakes(@NotBlank @Size(max = 60) @Schema(examples = "张三") String name) {
    @Override
    public String toString() {
      return "a search";
    }
  }

  @GET
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "The roster on a day, of an organisation or of all in one's scope")
  public Page<MemberView> list(@BeanParam MemberFilter filter, @BeanParam PageRequest page) {
    return reading.page(filter, page);
  }

  @GET
  @Path("/me")
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "The member who is calling")
  public Response me(@Context Request request) {
    MemberView me = reading.me();
    return ETags.respond(request, me.version(), me);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "One member; every look is recorded")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    MemberView member = reading.one(id);
    return ETags.respond(request, member.version(), member);
  }

  @GET
  @Path("/{id}/affiliations")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "Where a member was affiliated, from the first on")
  public List<Affiliation> affiliations(@PathParam("id") UUID id) {
    return reading.affiliations(id);
  }

  @GET
  @Path("/{id}/workplaces")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "In which units a member worked, from the first on")
  public List<Workplace> workplaces(@PathParam("id") UUID id) {
    return reading.workplaces(id);
  }

  @POST
  @Path("/search")
  @Operation(summary = "The present member with an ID number")
  public MemberView search(@Valid @NotNull Search search) {
    return reading.byIdNumber(search.idNumber());
  }

  @POST
  @Path("/namesakes")
  @Operation(summary = "The present members of a name, however spaced, in one's scope")
  public Page<MemberView> namesakes(@Valid @NotNull Namesakes wanted, @BeanParam PageRequest page) {
    return reading.namesakes(wanted.name(), page);
  }

  @GET
  @Path("/probations")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "Who is on probation now, whoever may be confirmed first coming first")
  public Page<Probation> probations(
      @BeanParam ProbationFilter filter, @BeanParam PageRequest page) {
    return probations.page(filter, page);
  }

  @POST
  @Idempotent
  @Operation(summary = "Admits a member, or enters one who was a member before")
  public Response admit(@Valid @NotNull NewMember wanted) {
    MemberView admitted = desk.admit(wanted);
    return ETags.created(
        URI.create("/api/v1/members/" + admitted.id()), admitted.version(), admitted);
  }

  @POST
  @Path("/{id}/confirmation")
  @Idempotent
  @IfMatch
  @Operation(summary = "Makes a probationary member a full one")
  public Response confirm(@PathParam("id") UUID id, @Valid @NotNull Confirmation confirmation) {
    MemberView member = desk.confirm(id, confirmation.effectiveOn());
    return ETags.ok(member.version(), member);
  }

  @POST
  @Path("/{id}/end")
  @Idempotent
  @IfMatch
  @Operation(summary = "Ends a membership; an open transfer is cancelled")
  public Response end(@PathParam("id") UUID id, @Valid @NotNull End end) {
    MemberView member = desk.end(id, end.reason(), end.effectiveOn());
    return ETags.ok(member.version(), member);
  }

  @PATCH
  @Path("/{id}")
  @Transactional
  @IfMatch
  @Operation(summary = "Changes what is known of the person; what is not given stays")
  public Response change(@PathParam("id") UUID id, @Valid @NotNull ProfileChange change) {
    MemberView member = desk.change(id, change);
    return ETags.ok(member.version(), member);
  }

  @POST
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @Operation(summary = "Takes in a roster")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("members", dryRun, contentType, file);
  }
}
