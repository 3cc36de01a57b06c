package org.jiceng.member.transfer;

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
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;

/** The door to moves of many members at once: who graduates, and whose branch closes. */
@Path("/api/v1/transfers/batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "transfers")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
public class BatchResource {
  private final BatchDesk desk;

  BatchResource(BatchDesk desk) {
    this.desk = desk;
  }

  /** The day on which the step was taken. */
  public record BatchStep(@Schema(examples = "2009-07-01") LocalDate effectiveOn) {}

  @POST
  @Idempotent
  @Operation(
      summary = "The source asks that many of its members move together, up to 5,000",
      description =
          "All present members where none are named. Who cannot go is listed with a code, or nobody"
              + " goes (mode ALL_OR_NOTHING).")
  public Response request(@Valid @NotNull NewBatch wanted) {
    BatchView batch = desk.request(wanted);
    return Response.created(URI.create("/api/v1/transfers/batches/" + batch.id()))
        .entity(batch)
        .build();
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
  @Operation(summary = "How far a batch has come")
  public BatchView get(@PathParam("id") UUID id) {
    return desk.one(id);
  }

  @POST
  @Path("/{id}/approval")
  @Idempotent
  @Operation(
      summary = "The source issues letters to all in the batch who wait for one",
      description =
          "Each transfer is approved once, whoever asks and however often, so no If-Match is asked"
              + " for; those already approved by themselves are left as they are.")
  public Response approve(@PathParam("id") UUID id, @Valid @NotNull BatchStep step) {
    return Response.ok(desk.approve(id, step.effectiveOn())).build();
  }

  @POST
  @Path("/{id}/receipt")
  @Idempotent
  @Operation(
      summary = "The destination receives all in the batch whose letters are good",
      description = "Each member moves once, whoever asks and however often.")
  public Response receive(@PathParam("id") UUID id, @Valid @NotNull BatchStep step) {
    return Response.ok(desk.receive(id, step.effectiveOn())).build();
  }
}
