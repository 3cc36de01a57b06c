package org.jiceng.member.mobile;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
import org.jiceng.kit.web.PageRequest;

/** The members' own door to where they are away and hosted. */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "own view")
@RolesAllowed(Roles.MEMBER)
public class OwnMobilityResource {
  private final OwnMobility own;
  private final AbsenceDesk desk;
  private final ObjectMapper json;

  OwnMobilityResource(OwnMobility own, AbsenceDesk desk, ObjectMapper json) {
    this.own = own;
    this.desk = desk;
    this.json = json;
  }

  /** A page of absences, for the contract. */
  @Schema(name = "OwnAbsences")
  public record Absences(List<OwnAbsenceView> items, String nextCursor) {}

  /** A page of hostings, for the contract. */
  @Schema(name = "OwnHostings")
  public record Hostings(List<OwnHostingView> items, String nextCursor) {}

  /** That the member is away, for the home to confirm. */
  @Schema(name = "OwnAbsenceReport")
  public record Report(
      @NotNull @Schema(examples = "2009-03-01", description = "The first day away") LocalDate since,
      @NotBlank @ReasonCode @Schema(examples = "WORK") String reasonCode,
      @Size(max = 200) @Schema(examples = "广东省深圳市南山区", description = "Where to") String whereabouts,
      @Schema(description = "An organisation of the district that the member would like as host")
          UUID hostId) {
    @Override
    public String toString() {
      return "a report";
    }
  }

  @GET
  @Path("/me/absences")
  @Operation(summary = "My absences, reported, confirmed and over, the latest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Absences.class)))
  public Response absences(@BeanParam PageRequest page, @Context Request request) {
    return ETags.respond(request, json, own.absences(page));
  }

  @POST
  @Path("/me/absences")
  @Idempotent
  @Operation(summary = "Reports that I am away; it counts once my organisation has confirmed it")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = OwnAbsenceView.class)))
  public Response report(@Valid @NotNull Report report) {
    AbsenceView reported =
        desk.report(
            new NewAbsence(
                own.me(),
                report.since(),
                report.reasonCode(),
                report.whereabouts(),
                report.hostId()));
    URI location = URI.create("/api/v1/absences/" + reported.id());
    return ETags.created(location, reported.version(), own.seen(reported));
  }

  @GET
  @Path("/me/registrations")
  @Operation(summary = "Who hosts me and who did, the latest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Hostings.class)))
  public Response registrations(@BeanParam PageRequest page, @Context Request request) {
    return ETags.respond(request, json, own.hostings(page));
  }
}
