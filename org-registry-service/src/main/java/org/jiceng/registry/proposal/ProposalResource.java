package org.jiceng.registry.proposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to proposals. */
@Path("/api/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "proposals")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class ProposalResource {
  private final Proposals proposals;

  ProposalResource(Proposals proposals) {
    this.proposals = proposals;
  }

  /** Why it is declined; for people to read, in no event. */
  public record Refusal(@NotBlank @Size(max = 500) String reason) {}

  @GET
  @Operation(summary = "The proposals that the caller may see; toMe=true those to decide")
  public Page<ProposalView> list(@BeanParam ProposalFilter filter, @BeanParam PageRequest page) {
    return proposals.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One proposal")
  @APIResponseSchema(value = ProposalView.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    ProposalView found = proposals.find(id);
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SITE_MANAGER,
    Roles.SYSTEM
  })
  @Operation(
      summary = "Proposes a change to a record",
      description =
          "ORGANIZATION: rename, relocate, reparent, suspend, resume, dissolve. UNIT: cover, uncover,"
              + " close. POST: appoint, vacate. The body is checked as the command's own.")
  @APIResponseSchema(value = ProposalView.class, responseCode = "201")
  public Response propose(@Valid @NotNull NewProposal wanted) {
    ProposalView made = proposals.propose(wanted);
    return ETags.created(URI.create("/api/v1/proposals/" + made.id()), made.version(), made);
  }

  @POST
  @Path("/{id}/accept")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(
      summary = "Makes the change as proposed, with the caller's own authority",
      description = "Refused (409) when the record has been changed since it was proposed")
  @APIResponseSchema(value = ProposalView.class, responseCode = "200")
  public Response accept(@PathParam("id") UUID id) {
    return changed(proposals.accept(id));
  }

  @POST
  @Path("/{id}/decline")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Declines it, with a reason")
  @APIResponseSchema(value = ProposalView.class, responseCode = "200")
  public Response decline(@PathParam("id") UUID id, @Valid @NotNull Refusal refusal) {
    return changed(proposals.decline(id, refusal.reason()));
  }

  @POST
  @Path("/{id}/withdraw")
  @Idempotent
  @IfMatch
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SITE_MANAGER,
    Roles.SYSTEM
  })
  @Operation(summary = "Takes it back; for who proposed it")
  @APIResponseSchema(value = ProposalView.class, responseCode = "200")
  public Response withdraw(@PathParam("id") UUID id) {
    return changed(proposals.withdraw(id));
  }

  private static Response changed(ProposalView proposal) {
    return ETags.ok(proposal.version(), proposal);
  }
}
