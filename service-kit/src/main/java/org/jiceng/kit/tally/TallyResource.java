package org.jiceng.kit.tally;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Idempotent;

/** Counts at once, for who will not wait for the schedule. */
@Path("/api/v1/tallies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
@RolesAllowed({"system", "auditor", "district-admin"})
public class TallyResource {
  private final TallyKeeper keeper;
  private final Scopes scopes;

  TallyResource(TallyKeeper keeper, Scopes scopes) {
    this.keeper = keeper;
    this.scopes = scopes;
  }

  /** Whether the counts had changed since the last tally. */
  public record Tallied(boolean changed) {}

  @POST
  @Idempotent
  @Operation(
      summary = "Counts now and publishes the counts if they have changed",
      description =
          "In all and by township, of the same events; 503 while too many of what was written last"
              + " have no position in the log yet.")
  @APIResponseSchema(value = Tallied.class, responseCode = "200")
  public Response tally() {
    scopes.requireWholeDistrict();
    return Response.ok(new Tallied(keeper.publishChanged())).build();
  }
}
