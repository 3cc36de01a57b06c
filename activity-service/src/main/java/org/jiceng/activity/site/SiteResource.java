package org.jiceng.activity.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The door to sites: everyone signed in finds them, their managers change them. */
@Path("/api/v1/sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sites")
@RolesAllowed({
  Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SITE_MANAGER,
  Roles.MEMBER, Roles.REPORTER, Roles.AUDITOR, Roles.SYSTEM
})
public class SiteResource {
  private final Sites sites;
  private final SiteDesk desk;
  private final Imports imports;

  SiteResource(Sites sites, SiteDesk desk, Imports imports) {
    this.sites = sites;
    this.desk = desk;
    this.imports = imports;
  }

  /** A new floor area, in square metres. */
  public record Measurement(
      @NotNull @DecimalMin("0.01") @Digits(integer = 12, fraction = 2) @Schema(examples = "130")
          BigDecimal floorArea,
      LocalDate effectiveOn) {}

  /** From when on it is no longer in use, and why. */
  public record Closing(
      @ReasonCode @Schema(examples = "LEASE_ENDED") String reasonCode, LocalDate effectiveOn) {}

  @GET
  @Operation(summary = "Finds sites by area, kind, managing organisation or capacity")
  public Page<SiteView> list(@BeanParam SiteFilter filter, @BeanParam PageRequest page) {
    return sites.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One site with its spaces")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    SiteView found = SiteView.of(sites.require(id));
    return ETags.respond(request, found.version(), found);
  }

  @POST
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Idempotent
  @Operation(summary = "Opens a site, with the spaces it begins with")
  public Response open(@Valid @NotNull NewSite wanted) {
    SiteView opened = desk.open(wanted);
    return ETags.created(URI.create("/api/v1/sites/" + opened.id()), opened.version(), opened);
  }

  @POST
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Path("/{id}/measurement")
  @Idempotent
  @IfMatch
  @Operation(summary = "Corrects the floor area from a day on")
  public Response measure(@PathParam("id") UUID id, @Valid @NotNull Measurement measured) {
    SiteView site = desk.measure(id, measured.floorArea(), measured.effectiveOn());
    return ETags.ok(site.version(), site);
  }

  @POST
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Path("/{id}/spaces")
  @Idempotent
  @IfMatch
  @Operation(summary = "Adds a space that can be booked")
  public Response addSpace(@PathParam("id") UUID id, @Valid @NotNull NewSpace wanted) {
    SiteView site = desk.addSpace(id, wanted);
    return ETags.created(URI.create("/api/v1/sites/" + id), site.version(), site);
  }

  @PUT
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Path("/{id}/description")
  @Transactional
  @IfMatch
  @Operation(summary = "Says where the site stands, and shows pictures of it")
  public Response describe(@PathParam("id") UUID id, @Valid @NotNull SiteDescription description) {
    SiteView site = desk.describe(id, description);
    return ETags.ok(site.version(), site);
  }

  @PUT
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Path("/{id}/spaces/{spaceId}")
  @Transactional
  @IfMatch
  @Operation(
      summary = "Says how a space is equipped, and how it is booked",
      description = "What is booked already keeps the minutes that it was booked with")
  public Response describeSpace(
      @PathParam("id") UUID id,
      @PathParam("spaceId") UUID spaceId,
      @Valid @NotNull SpaceDescription description) {
    SiteView site = desk.describeSpace(id, spaceId, description);
    return ETags.ok(site.version(), site);
  }

  @POST
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Path("/{id}/spaces/{spaceId}/close")
  @Idempotent
  @IfMatch
  @Operation(
      summary = "Closes a space",
      description =
          "Bookings that reach beyond the day's beginning, and are not over, are cancelled")
  public Response closeSpace(
      @PathParam("id") UUID id,
      @PathParam("spaceId") UUID spaceId,
      @Valid @NotNull Closing closing) {
    SiteView site = desk.closeSpace(id, spaceId, closing.effectiveOn());
    return ETags.ok(site.version(), site);
  }

  @POST
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Path("/{id}/close")
  @Idempotent
  @IfMatch
  @Operation(
      summary = "Closes a site and its spaces",
      description =
          "Bookings that reach beyond the day's beginning, and are not over, are cancelled")
  public Response close(@PathParam("id") UUID id, @Valid @NotNull Closing closing) {
    SiteView site = desk.close(id, closing.reasonCode(), closing.effectiveOn());
    return ETags.ok(site.version(), site);
  }

  @POST
  @RolesAllowed({Roles.SITE_MANAGER, Roles.REGISTRAR, Roles.DISTRICT_ADMIN, Roles.SYSTEM})
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @Operation(summary = "Opens sites by file, each with one space of its capacity")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("sites", dryRun, contentType, file);
  }
}
