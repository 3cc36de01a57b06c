package org.jiceng.registry.post;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to what falls due. */
@Path("/api/v1/elections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "elections")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class DueElectionsResource {
  private final ElectionQueries queries;

  DueElectionsResource(ElectionQueries queries) {
    this.queries = queries;
  }

  @GET
  @Path("/due")
  @Operation(summary = "Which organisations have to elect within a time, the overdue ones first")
  public Page<DueElection> due(@BeanParam DueFilter filter, @BeanParam PageRequest page) {
    return queries.due(filter, page);
  }
}
