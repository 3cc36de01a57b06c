package org.jiceng.member.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to what was recorded wrongly, or twice. */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "members")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
public class CorrectionResource {
  private final CorrectionDesk corrections;
  private final DuplicateDesk duplicates;
  private final Duplicates likely;

  CorrectionResource(CorrectionDesk corrections, DuplicateDesk duplicates, Duplicates likely) {
    this.corrections = corrections;
    this.duplicates = duplicates;
    this.likely = likely;
  }

  /** The record that is closed. */
  public record Merger(
      @NotNull @Schema(description = "The second record of the same person") UUID duplicateId) {}

  @POST
  @Path("/{id}/corrections")
  @Idempotent
  @IfMatch
  @Operation(
      summary = "Puts right what was recorded wrongly; the old and the new stay in the history")
  public Response correct(@PathParam("id") UUID id, @Valid @NotNull NewCorrection correction) {
    MemberView member = corrections.correct(id, correction);
    return ETags.ok(member.version(), member);
  }

  @POST
  @Path("/{id}/merge")
  @Idempotent
  @IfMatch
  @Operation(summary = "Keeps this record of a person and closes a second one as an error")
  public Response merge(@PathParam("id") UUID id, @Valid @NotNull Merger merger) {
    MemberView kept = duplicates.merge(id, merger.duplicateId());
    return ETags.ok(kept.version(), kept);
  }

  @GET
  @Path("/duplicates")
  @Operation(summary = "Pairs of records with one name, sex and year of birth, for people to judge")
  public Page<LikelyDuplicate> duplicates(@BeanParam PageRequest page) {
    return likely.page(page);
  }
}
