package org.jiceng.reporting.door;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Caller;

/** Tells a caller who it is to us. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dashboard")
public class SessionResource {
  private final Caller caller;

  SessionResource(Caller caller) {
    this.caller = caller;
  }

  /**
   * Who is calling.
   *
   * @param organizationId the root of the scope; null for the whole district and for no scope
   */
  public record Session(
      String subject, Set<String> roles, UUID organizationId, boolean wholeDistrict) {}

  @GET
  @Authenticated
  @Operation(summary = "Who I am, by my token or my session")
  public Session session() {
    return new Session(
        caller.subject(),
        new TreeSet<>(caller.roles()),
        caller.organizationId().orElse(null),
        caller.wholeDistrict());
  }
}
