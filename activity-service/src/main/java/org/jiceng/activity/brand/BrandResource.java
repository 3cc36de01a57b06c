package org.jiceng.activity.brand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.activity.honour.Contribution;
import org.jiceng.activity.honour.HonourFilter;
import org.jiceng.activity.honour.NewContribution;
import org.jiceng.activity.honour.Renewal;
import org.jiceng.activity.honour.Withdrawal;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to service brands. */
@Path("/api/v1/brands")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "brands")
@RolesAllowed({
  Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
  Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
})
public class BrandResource {
  private final Brands all;
  private final BrandDesk desk;
  private final Imports imports;

  BrandResource(Brands all, BrandDesk desk, Imports imports) {
    this.all = all;
    this.desk = desk;
    this.imports = imports;
  }

  @GET
  @Operation(summary = "Finds service brands by area or organisation")
  public Page<BrandView> list(@BeanParam HonourFilter filter, @BeanParam PageRequest page) {
    return all.page(filter, page, BrandView::of);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One service brand")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    BrandView found = BrandView.of(all.require(id));
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(summary = "Awards a service brand to an organisation in one's scope")
  public Response award(@Valid @NotNull NewBrand wanted) {
    BrandView made = BrandView.of(desk.give(wanted.honour()));
    return ETags.created(URI.create("/api/v1/brands/" + made.id()), made.version(), made);
  }

  @POST
  @Path("/{id}/renewal")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(summary = "Renews it from a day on, once it was looked at again")
  public Response renew(@PathParam("id") UUID id, @Valid @NotNull Renewal renewal) {
    Brand renewed = desk.renew(id, renewal.effectiveOn());
    return ETags.ok(renewed.version(), BrandView.of(renewed));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(summary = "Withdraws it from a day on")
  public Response withdraw(@PathParam("id") UUID id, @Valid @NotNull Withdrawal withdrawal) {
    Brand withdrawn = desk.withdraw(id, withdrawal.reasonCode(), withdrawal.effectiveOn());
    return ETags.ok(withdrawn.version(), BrandView.of(withdrawn));
  }

  @GET
  @Path("/{id}/contributions")
  @Operation(summary = "What it has contributed, by day")
  public Page<Contribution> contributions(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return desk.contributions(id, page);
  }

  @POST
  @Path("/{id}/contributions")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(summary = "Records what it has contributed")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = Contribution.class)))
  public Response contribute(@PathParam("id") UUID id, @Valid @NotNull NewContribution made) {
    Contribution recorded = desk.contribute(id, made);
    return Response.created(URI.create("/api/v1/brands/" + id + "/contributions"))
        .entity(recorded)
        .build();
  }

  @POST
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @RolesAllowed({Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Operation(summary = "Takes in service brands by file")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("brands", dryRun, contentType, file);
  }
}
