package org.jiceng.registry.post;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.events.PostKind;
import org.jiceng.kit.export.Exports;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.security.Roles;

/** The door by which all posts leave at once. */
@Path("/api/v1/posts/export")
@Tag(name = "posts")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class PostExportResource {
  private final PostExport export;
  private final Exports exports;

  PostExportResource(PostExport export, Exports exports) {
    this.export = export;
    this.exports = exports;
  }

  @GET
  @Produces({Exports.NDJSON, Exports.CSV, Imports.XLSX})
  @Operation(
      summary = "All posts as one file, as they stand at one moment",
      description =
          "The filters are those of the list. CSV and XLSX have the columns that the import reads;"
              + " NDJSON has ids too. An answer that ends in a broken connection is not whole.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content = {
        @Content(mediaType = Exports.NDJSON, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = Imports.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response export(
      @QueryParam("format") @Schema(enumeration = {"ndjson", "csv", "xlsx"}) String format,
      @QueryParam("organizationId") UUID organizationId,
      @QueryParam("kind") PostKind kind,
      @QueryParam("vacant") @DefaultValue("false") boolean vacant,
      @QueryParam("termEndsBy") LocalDate termEndsBy) {
    return exports.answer(export.of(organizationId, kind, vacant, termEndsBy), format);
  }
}
