package org.jiceng.reporting.reconciliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;

/** Compares what was folded with what the services count themselves. */
@Path("/api/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.AUDITOR, Roles.REPORTER, Roles.SYSTEM})
public class ReconciliationResource {
  private final Reconciliation reconciliation;

  ReconciliationResource(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  /** All comparisons, and whether all agree. */
  @Schema(name = "Reconciliation")
  public record Answer(boolean agrees, List<Comparison> comparisons) {}

  @GET
  @Operation(summary = "What each service counts beside what was folded of the same events")
  public Answer reconcile() {
    List<Comparison> comparisons = reconciliation.compare();
    return new Answer(comparisons.stream().allMatch(Comparison::agrees), comparisons);
  }
}
