package org.jiceng.kit.door;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a browser goes to sign in; the issuer sends it back here, and it goes on to the page. */
@Path("/login")
@Tag(name = "session")
@IfBuildProperty(name = "jiceng.door.enabled", stringValue = "true")
public class LoginResource {
  private final DoorConfig door;

  LoginResource(DoorConfig door) {
    this.door = door;
  }

  @GET
  @Authenticated
  @Operation(summary = "Signs a browser in at the issuer and comes back to this service's page")
  public Response signedIn() {
    return Response.seeOther(URI.create(door.page())).build();
  }
}
