package org.jiceng.registry.post;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.events.PostKind;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.export.Exports;
import org.jiceng.kit.imports.ImportJob;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Closing;

/** The door to posts and who holds them. */
@Path("/api/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "posts")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class PostResource {
  private final Posts posts;
  private final PostQueries queries;
  private final PostExport export;
  private final Imports imports;

  PostResource(Posts posts, PostQueries queries, PostExport export, Imports imports) {
    this.posts = posts;
    this.queries = queries;
    this.export = export;
    this.imports = imports;
  }

  /** The request for a new, vacant post. */
  public record NewPost(
      @NotNull UUID organizationId, @NotNull PostKind kind, LocalDate effectiveOn) {}

  /** Who holds a post; holderId is a member's id where the holder is one of ours. */
  public record NewAppointment(UUID holderId, LocalDate termEndsOn, LocalDate effectiveOn) {}

  /** Why nobody holds it any more. */
  public record Vacancy(@ReasonCode String reasonCode, LocalDate effectiveOn) {}

  @GET
  @Operation(
      summary =
          "Finds posts; vacant=true lists the vacancies and since when, termEndsBy what falls due")
  public Page<PostView> list(@BeanParam PostFilter filter, @BeanParam PageRequest page) {
    return queries.page(filter, page);
  }

  @GET
  @Path("/export")
  @Produces({Exports.NDJSON, Exports.CSV, Imports.XLSX})
  @Operation(summary = "All posts as one file, as they stand at one moment")
  public Response export(@QueryParam("format") String format, @BeanParam PostFilter filter) {
    return export.answer(filter, format);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One post")
  @APIResponseSchema(value = PostView.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    PostView found = posts.find(id);
    return ETags.respond(request, found.version(), found);
  }

  @GET
  @Path("/{id}/appointments")
  @Operation(summary = "Who has held it, the latest first")
  public Page<AppointmentView> appointments(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    return queries.appointments(id, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Creates a vacant post")
  @APIResponseSchema(value = PostView.class, responseCode = "201")
  public Response create(@Valid @NotNull NewPost wanted) {
    PostView made = posts.create(wanted.organizationId(), wanted.kind(), wanted.effectiveOn());
    return ETags.created(URI.create("/api/v1/posts/" + made.id()), made.version(), made);
  }

  @POST
  @Path("/{id}/appointment")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Appoints someone to a vacant post")
  @APIResponseSchema(value = PostView.class, responseCode = "200")
  public Response appoint(@PathParam("id") UUID id, @Valid @NotNull NewAppointment wanted) {
    PostView filled =
        posts.appoint(id, wanted.holderId(), wanted.termEndsOn(), wanted.effectiveOn());
    return ETags.ok(filled.version(), filled);
  }

  @POST
  @Path("/{id}/vacancy")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Ends the appointment; the post is vacant")
  @APIResponseSchema(value = PostView.class, responseCode = "200")
  public Response vacate(@PathParam("id") UUID id, @Valid @NotNull Vacancy vacancy) {
    PostView vacated = posts.vacate(id, vacancy.reasonCode(), vacancy.effectiveOn());
    return ETags.ok(vacated.version(), vacated);
  }

  @POST
  @Path("/{id}/abolish")
  @Idempotent
  @IfMatch
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Abolishes a vacant post", description = "Refused (409) while it is held")
  @APIResponseSchema(value = PostView.class, responseCode = "200")
  public Response abolish(@PathParam("id") UUID id, @Valid @NotNull Closing closing) {
    PostView abolished = posts.abolish(id, closing);
    return ETags.ok(abolished.version(), abolished);
  }

  @POST
  @Path("/imports")
  @Consumes({Imports.CSV, Imports.XLSX})
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM})
  @Operation(summary = "Creates posts by file, with who holds them")
  @APIResponseSchema(value = ImportJob.class, responseCode = "202")
  public Response importFile(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      InputStream file) {
    return imports.accept("posts", dryRun, contentType, file);
  }
}
