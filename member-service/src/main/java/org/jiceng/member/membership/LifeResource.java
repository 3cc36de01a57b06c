package org.jiceng.member.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;

/** The door to what befalls a membership between admission and end, and to all that befell it. */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
public class LifeResource {
  private final LifeDesk desk;
  private final MemberReading reading;

  LifeResource(LifeDesk desk, MemberReading reading) {
    this.desk = desk;
    this.reading = reading;
  }

  /** Until when probation lasts now, and from when on that is decided. */
  public record Extension(
      @NotNull
          @Schema(
              examples = "2010-09-01",
              description = "The first day on which confirmation is possible")
          LocalDate until,
      @Schema(examples = "2010-03-01") LocalDate effectiveOn) {}

  /** From when on rights rest. */
  public record Suspension(@Schema(examples = "2010-03-01") LocalDate effectiveOn) {}

  /** From when on they are whole again. */
  public record Resumption(@Schema(examples = "2010-06-01") LocalDate effectiveOn) {}

  /** Where, and from when on, the membership goes on. */
  public record Restoration(
      @NotNull UUID organizationId, @Schema(examples = "2012-03-01") LocalDate effectiveOn) {}

  @POST
  @Path("/{id}/probation-extension")
  @Idempotent
  @IfMatch
  @Operation(summary = "Extends probation, once, by half a year to a year")
  public Response extendProbation(@PathParam("id") UUID id, @Valid @NotNull Extension extension) {
    return answer(desk.extendProbation(id, extension.until(), extension.effectiveOn()));
  }

  @POST
  @Path("/{id}/suspension")
  @Idempotent
  @IfMatch
  @Operation(summary = "Lets a member's rights rest; who is suspended is counted where affiliated")
  public Response suspend(@PathParam("id") UUID id, @Valid @NotNull Suspension suspension) {
    return answer(desk.suspend(id, suspension.effectiveOn()));
  }

  @POST
  @Path("/{id}/resumption")
  @Idempotent
  @IfMatch
  @Operation(summary = "Gives a suspended member the rights back")
  public Response resume(@PathParam("id") UUID id, @Valid @NotNull Resumption resumption) {
    return answer(desk.resume(id, resumption.effectiveOn()));
  }

  @POST
  @Path("/{id}/restoration")
  @Idempotent
  @IfMatch
  @Operation(summary = "Lifts the end of a membership, which goes on from that day")
  public Response restore(@PathParam("id") UUID id, @Valid @NotNull Restoration restoration) {
    return answer(desk.restore(id, restoration.organizationId(), restoration.effectiveOn()));
  }

  @GET
  @Path("/{id}/history")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "All that was ever recorded of a membership, in order, also what was wrong")
  public List<LifeEntry> history(@PathParam("id") UUID id) {
    return reading.history(id);
  }

  private static Response answer(MemberView member) {
    return ETags.ok(member.version(), member);
  }
}
