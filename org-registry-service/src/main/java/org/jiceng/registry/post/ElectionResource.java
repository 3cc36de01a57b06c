package org.jiceng.registry.post;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to the elections of one organisation. */
@Path("/api/v1/organizations/{id}/elections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "elections")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class ElectionResource {
  private final Elections elections;
  private final ElectionQueries queries;

  ElectionResource(Elections elections, ElectionQueries queries) {
    this.elections = elections;
    this.queries = queries;
  }

  @GET
  @Operation(summary = "The elections that were held, the latest first")
  public Page<ElectionView> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return queries.held(id, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Records the result of an election",
      description =
          "The appointments of the secretary, the deputies and the committee members end, and those"
              + " elected hold their posts for a new term. A post that is missing is created; one"
              + " that nobody was elected to is vacant.")
  @APIResponseSchema(value = ElectionView.class, responseCode = "201")
  public Response hold(@PathParam("id") UUID id, @Valid @NotNull NewElection wanted) {
    ElectionView held = elections.hold(id, wanted);
    return Response.created(URI.create("/api/v1/organizations/" + id + "/elections"))
        .entity(held)
        .build();
  }
}
