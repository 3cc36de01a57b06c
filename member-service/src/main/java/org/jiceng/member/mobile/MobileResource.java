package org.jiceng.member.mobile;

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

/** The door to mobile registrations, for the organisations that host. */
@Path("/api/v1/mobile-registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mobile registrations")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
public class MobileResource {
  private final MobileDesk desk;
  private final Imports imports;

  MobileResource(MobileDesk desk, Imports imports) {
    this.desk = desk;
    this.imports = imports;
  }

  /** From when on, and why, the host no longer holds the person. */
  public record HostingEnd(
      @ReasonCode @Schema(examples = "RETURNED") String reasonCode,
      @Schema(examples = "2010-03-01") LocalDate effectiveOn) {}

  @GET
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "Who is hosted on a day, by an organisation or by all in one's scope")
  public Page<RegistrationView> list(
      @BeanParam RegistrationFilter filter, @BeanParam PageRequest page) {
    return desk.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "One registration; every look is recorded")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    RegistrationView registration = desk.one(id);
    return ETags.respond(request, registration.version(), registration);
  }

  @POST
  @Idempotent
  @Operation(summary = "Hosts someone who is affiliated elsewhere")
  public Response host(@Valid @NotNull NewRegistration wanted) {
    RegistrationView hosted = desk.host(wanted);
    URI location = URI.create("/api/v1/mobile-registrations/" + hosted.id());
    return ETags.created(location, hosted.version(), hosted);
  }

  @POST
  @Path("/{id}/end")
  @Idempotent
  @IfMatch
  @Operation(summary = "Hosts the person no longer")
  public Response end(@PathParam("id") UUID id, @Valid @NotNull HostingEnd end) {
    RegistrationView ended = desk.end(id, end.reasonCode(), end.effectiveOn());
    return ETags.ok(ended.version(), ended);
  }

  @POST
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @Operation(summary = "Takes in who is hosted")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("mobile-registrations", dryRun, contentType, file);
  }
}
