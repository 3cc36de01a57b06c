package org.jiceng.reporting.reconciliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Compares what was folded with what the services count themselves. */
@Path("/api/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.AUDITOR, Roles.REPORTER, Roles.SYSTEM})
public class ReconciliationResource {
  private final Reconciliation reconciliation;
  private final ReconciliationRuns runs;
  private final Scopes scopes;

  ReconciliationResource(Reconciliation reconciliation, ReconciliationRuns runs, Scopes scopes) {
    this.reconciliation = reconciliation;
    this.runs = runs;
    this.scopes = scopes;
  }

  @GET
  @Operation(
      summary = "What each service counts beside what was folded of the same events",
      description =
          "In the whole district by measure, and by township: there by the digits of areas' codes,"
              + " so that areas that were handed over count where they first lay, on both sides.")
  public Reconciled reconcile() {
    scopes.requireWholeDistrict();
    return reconciliation.compare();
  }

  @GET
  @Path("/runs")
  @Operation(summary = "What came of it on schedule, the latest first")
  public Page<ReconciliationRun> runs(@BeanParam PageRequest page) {
    scopes.requireWholeDistrict();
    return runs.list(page);
  }
}
