package org.jiceng.kit.door;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Caller;

/** Tells a caller who it is to us. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
@IfBuildProperty(name = "jiceng.door.enabled", stringValue = "true")
public class SessionResource {
  private final Caller caller;
  private final DoorConfig door;

  SessionResource(Caller caller, DoorConfig door) {
    this.caller = caller;
    this.door = door;
  }

  /**
   * Who is calling.
   *
   * @param organizationId the root of the scope; null for the whole district and for no scope
   */
  public record Session(
      String subject, Set<String> roles, UUID organizationId, boolean wholeDistrict, Pages pages) {}

  /** Where the pages for people are; null where this deployment does not say. */
  public record Pages(URI dashboard, URI registrar, URI secretary, URI sites) {}

  @GET
  @Authenticated
  @Operation(summary = "Who I am, by my token or my session, and where the pages are")
  public Session session() {
    return new Session(
        caller.subject(),
        new TreeSet<>(caller.roles()),
        caller.organizationId().orElse(null),
        caller.wholeDistrict(),
        new Pages(
            door.dashboardPage().orElse(null),
            door.registrarPage().orElse(null),
            door.secretaryPage().orElse(null),
            door.sitesPage().orElse(null)));
  }
}
