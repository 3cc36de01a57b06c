package org.jiceng.reporting.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Roles;

/** The door to building the figures anew from the log. */
@Path("/api/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
public class RebuildResource {
  private final Rebuilds rebuilds;
  private final Rebuilder rebuilder;

  RebuildResource(Rebuilds rebuilds, Rebuilder rebuilder) {
    this.rebuilds = rebuilds;
    this.rebuilder = rebuilder;
  }

  @POST
  @Operation(summary = "Builds the projection anew beside the live one, compares and switches")
  public Response start() {
    Rebuild started = rebuilds.start();
    rebuilder.run(started.id());
    return Response.accepted(started)
        .location(URI.create("/api/v1/rebuilds/" + started.id()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How far a rebuild is, or what came of it")
  public Rebuild get(@PathParam("id") UUID id) {
    return rebuilds.find(id).orElseThrow(Problem::notFound);
  }
}
