package org.jiceng.kit.inbox;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Tells anyone how fresh the service's view of its neighbours is; there is nothing secret in it.
 */
@Path("/api/v1/freshness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
@PermitAll
public class FreshnessResource {
  private final Freshness freshness;

  FreshnessResource(Freshness freshness) {
    this.freshness = freshness;
  }

  @GET
  @Operation(summary = "How far each log has been followed, and how many events wait")
  public List<Freshness.Position> freshness() {
    return freshness.positions();
  }
}
