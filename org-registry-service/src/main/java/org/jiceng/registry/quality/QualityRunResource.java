package org.jiceng.registry.quality;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.registry.Named;

/** The door to runs of all rules, for who will not wait for the schedule. */
@Path("/api/v1/quality/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "quality")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
public class QualityRunResource {
  private final AskedRuns runs;
  private final Named named;
  private final Audit audit;

  QualityRunResource(AskedRuns runs, Named named, Audit audit) {
    this.runs = runs;
    this.named = named;
    this.audit = audit;
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Runs all rules now, in the background",
      description =
          "Answers at once with the run, to be followed under its address; while one waits, with"
              + " that one. A run that has begun is not joined, since it may have looked already.")
  @APIResponseSchema(value = RunView.class, responseCode = "202")
  public Response run() {
    named.requireWholeDistrict();
    RunView asked = runs.ask();
    audit.write("run", "quality-rules", asked.id());
    return Response.accepted(asked)
        .location(URI.create("/api/v1/quality/runs/" + asked.id()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(
      summary = "How far a run is, and what it has opened and closed",
      description = "Known to the instance that runs it, and as long as that lives")
  public RunView get(@PathParam("id") UUID id) {
    named.requireWholeDistrict();
    return runs.find(id);
  }
}
