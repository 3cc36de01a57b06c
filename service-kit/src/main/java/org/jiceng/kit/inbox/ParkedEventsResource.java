package org.jiceng.kit.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Idempotent;

/** Events that could not be taken, for the platform team to see and to try again. */
@Path("/api/v1/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
@RolesAllowed({"district-admin", "system", "auditor"})
public class ParkedEventsResource {
  private final ParkedEventLog parked;
  private final Scopes scopes;

  ParkedEventsResource(ParkedEventLog parked, Scopes scopes) {
    this.parked = parked;
    this.scopes = scopes;
  }

  /** A parked event: where it stands in the log, why it was parked, when (UTC). */
  public record ParkedEvent(
      long id,
      String handler,
      String topic,
      int partition,
      long offset,
      String key,
      String reason,
      Instant parkedAt) {}

  /** How many events of the key were taken. */
  public record Retried(int applied) {}

  @GET
  @Operation(summary = "The oldest 500 events that wait")
  public List<ParkedEvent> list() {
    scopes.requireWholeDistrict();
    return parked.waiting();
  }

  @POST
  @Path("/{id}/retry")
  @Idempotent
  @RolesAllowed({"district-admin", "system"})
  @Operation(summary = "Tries the event and all that wait behind it again, in order")
  @APIResponseSchema(value = Retried.class, responseCode = "200")
  public Response retry(@PathParam("id") long id) {
    scopes.requireWholeDistrict();
    return Response.ok(new Retried(parked.retry(id))).build();
  }
}
