package org.jiceng.reporting.selfcheck;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** What the figures found when they doubted themselves. */
@Path("/api/v1/self-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.AUDITOR, Roles.SYSTEM})
public class SelfCheckResource {
  private final SelfChecks checks;
  private final Scopes scopes;

  SelfCheckResource(SelfChecks checks, Scopes scopes) {
    this.checks = checks;
    this.scopes = scopes;
  }

  @GET
  @Operation(
      summary = "The passes of the self-check, the latest first",
      description =
          "Each folds the logs from their beginning into a projection of its own and compares it"
              + " with the live one, row by row, at the same positions.")
  public Page<SelfCheck> list(@BeanParam PageRequest page) {
    scopes.requireWholeDistrict();
    return checks.list(page);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How far a pass is, or what it found")
  public SelfCheck get(@PathParam("id") UUID id) {
    scopes.requireWholeDistrict();
    return checks.find(id).orElseThrow(Problem::notFound);
  }
}
