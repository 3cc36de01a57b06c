package org.jiceng.reporting.door;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a browser goes to sign in; the issuer sends it back here, and it goes on to the page. */
@Path("/login")
@Tag(name = "dashboard")
public class LoginResource {

  @GET
  @Authenticated
  @Operation(summary = "Signs a browser in at the issuer and comes back to the dashboard")
  public Response signedIn() {
    return Response.seeOther(URI.create("/")).build();
  }
}
