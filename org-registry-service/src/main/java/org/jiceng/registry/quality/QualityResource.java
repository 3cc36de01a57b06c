package org.jiceng.registry.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to the rules of data quality and what they have found. */
@Path("/api/v1/quality")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "quality")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class QualityResource {
  private final Rules rules;
  private final Findings findings;

  QualityResource(Rules rules, Findings findings) {
    this.rules = rules;
    this.findings = findings;
  }

  /** Why a fault may stand, and until when. */
  public record Waiver(@NotNull @ReasonCode String reasonCode, @NotNull LocalDate until) {}

  @GET
  @Path("/rules")
  @Operation(summary = "The rules, with their titles in both languages")
  public Page<RuleView> rules() {
    return new Page<>(rules.all(), null);
  }

  @GET
  @Path("/rules/{code}")
  @Operation(summary = "One rule")
  @APIResponseSchema(value = RuleView.class, responseCode = "200")
  public Response rule(@PathParam("code") String code, @Context Request request) {
    RuleView found = rules.find(code);
    return ETags.respond(request, found.version(), found);
  }

  @PATCH
  @Path("/rules/{code}")
  @Transactional
  @IfMatch
  @RolesAllowed(Roles.DISTRICT_ADMIN)
  @Operation(
      summary = "Switches a rule on or off, or sets its parameters",
      description = "The next run finds by it; the findings of a rule that is off are closed")
  @APIResponseSchema(value = RuleView.class, responseCode = "200")
  public Response change(@PathParam("code") String code, @Valid @NotNull RuleChange change) {
    RuleView changed = rules.change(code, change);
    return ETags.ok(changed.version(), changed);
  }

  @GET
  @Path("/findings")
  @Operation(summary = "What was found within the caller's scope, the oldest first")
  public Page<FindingView> findings(@BeanParam FindingFilter filter, @BeanParam PageRequest page) {
    return findings.page(filter, page);
  }

  @GET
  @Path("/findings/{id}")
  @Operation(summary = "One finding")
  @APIResponseSchema(value = FindingView.class, responseCode = "200")
  public Response finding(@PathParam("id") UUID id, @Context Request request) {
    FindingView found = findings.find(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Path("/findings/{id}/waive")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR})
  @Operation(
      summary = "Lets a fault stand until a date",
      description = "It counts in no figure until then; if it is still there then, it opens again")
  @APIResponseSchema(value = FindingView.class, responseCode = "200")
  public Response waive(@PathParam("id") UUID id, @Valid @NotNull Waiver waiver) {
    FindingView waived = findings.waive(id, waiver.reasonCode(), waiver.until());
    return ETags.ok(waived.version(), waived);
  }
}
