package org.jiceng.kit.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Messages;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** What became of a file; for its sender, and for who watches over the whole district. */
@Path("/api/v1/imports")
@Tag(name = "imports")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class ImportResource {
  private final ImportJobs jobs;
  private final ErrorReport report;
  private final ImportAccess access;
  private final Caller caller;
  private final MarkedFile marked;
  private final Imports imports;

  ImportResource(
      ImportJobs jobs,
      ErrorReport report,
      MarkedFile marked,
      Imports imports,
      ImportAccess access,
      Caller caller) {
    this.jobs = jobs;
    this.report = report;
    this.marked = marked;
    this.imports = imports;
    this.access = access;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The imports one has sent, newest first; all, for who watches the district")
  public Page<ImportJob> jobs(@BeanParam PageRequest page, @QueryParam("kind") String kind) {
    UUID before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    String sender = access.watches() ? null : caller.subject();
    return page.page(
        jobs.latest(sender, kind, before, page.fetchSize()), job -> Cursor.of(job.id()));
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The state of an import")
  public ImportJob job(UUID id) {
    access.requireVisible(id);
    return jobs.find(id).orElseThrow(Problem::notFound);
  }

  @GET
  @Path("/templates/{kind}")
  @Produces(Imports.XLSX)
  @Operation(
      summary = "An empty file to fill in, with headers in one's language and codes to choose from")
  public Response template(@PathParam("kind") String kind, @Context HttpHeaders headers) {
    Template template =
        new Template(
            imports.find(kind).orElseThrow(Problem::notFound).columns(),
            Messages.in(headers.getAcceptableLanguages()).language());
    return file((StreamingOutput) template::write, kind + "-template");
  }

  @GET
  @Path("/{id}/marked-file")
  @Produces(Imports.XLSX)
  @Operation(
      summary = "A refused file as it was sent, with what is wrong behind each row",
      description =
          "To be put right in place and sent again. Kept for a day; only the sender gets it.")
  public Response markedFile(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    access.requireSender(id);
    marked.requireKept(id);
    Messages messages = Messages.in(headers.getAcceptableLanguages());
    return file((StreamingOutput) out -> marked.write(id, messages, out), "marked-" + id);
  }

  private static Response file(StreamingOutput content, String name) {
    return Response.ok(content)
        .type(Imports.XLSX)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.xlsx\"".formatted(name))
        .build();
  }

  @GET
  @Path("/{id}/errors")
  @Produces("text/csv;charset=UTF-8")
  @Operation(
      summary = "The errors of an import as CSV: row, column, code, message",
      description = "At most the first 10,000; messages in the language of the request.")
  public String errors(UUID id, @Context HttpHeaders headers) {
    access.requireVisible(id);
    return report.of(id, Messages.in(headers.getAcceptableLanguages()));
  }
}
