package org.jiceng.registry.coverage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Page;

/** The door to who covered a unit from when to when. */
@Path("/api/v1/units/{id}/coverage-history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class CoverageHistoryResource {
  private final CoverageQueries queries;

  CoverageHistoryResource(CoverageQueries queries) {
    this.queries = queries;
  }

  @GET
  @Operation(summary = "Who covered the unit, from when to when")
  public Page<CoverageStretch> history(@PathParam("id") UUID id) {
    return new Page<>(queries.historyOf(id), null);
  }
}
