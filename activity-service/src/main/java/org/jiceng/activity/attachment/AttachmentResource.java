package org.jiceng.activity.attachment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.codes.ReasonCode;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;

/** The door to the files of an activity. */
@Path("/api/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "attachments")
public class AttachmentResource {
  private static final String NAME = "[^\\p{C}\\p{Zl}\\p{Zp}/\\\\]{1,200}";

  private final AttachmentDesk desk;

  AttachmentResource(AttachmentDesk desk) {
    this.desk = desk;
  }

  /** All of an activity. */
  @Schema(name = "Attachments")
  public record All(List<Attachment> items) {}

  /** Why a file is taken away. */
  @Schema(name = "AttachmentRemoval")
  public record Removal(@ReasonCode @Schema(examples = "WRONG_FILE") String reasonCode) {}

  @POST
  @Path("/{id}/attachments")
  @Consumes({
    AttachmentType.PDF_TYPE,
    AttachmentType.JPEG_TYPE,
    AttachmentType.PNG_TYPE,
    AttachmentType.DOCX_TYPE,
    AttachmentType.XLSX_TYPE
  })
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(
      summary = "Attaches a file: the body as it is, with its type",
      description =
          "The type is checked by the content. The same file again is the attachment there is.")
  @APIResponse(
      responseCode = "201",
      description = "Attached",
      content = @Content(schema = @Schema(implementation = Attachment.class)))
  public Response add(
      @PathParam("id") UUID id,
      @QueryParam("name") @NotBlank @Size(max = 200) @Pattern(regexp = NAME) String name,
      @Context HttpHeaders headers,
      InputStream body) {
    Attachment added = desk.add(id, name, announced(headers), body);
    URI place = URI.create("/api/v1/activities/%s/attachments/%s".formatted(id, added.id()));
    return Response.created(place).entity(added).build();
  }

  @GET
  @Path("/{id}/attachments")
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "The files of an activity")
  public All list(@PathParam("id") UUID id) {
    return new All(desk.of(id));
  }

  @GET
  @Path("/{id}/attachments/{attachmentId}")
  @Produces({
    MediaType.APPLICATION_OCTET_STREAM,
    AttachmentType.PDF_TYPE,
    AttachmentType.JPEG_TYPE,
    AttachmentType.PNG_TYPE,
    AttachmentType.DOCX_TYPE,
    AttachmentType.XLSX_TYPE
  })
  @RolesAllowed({
    Roles.DISTRICT_ADMIN,
    Roles.REGISTRAR,
    Roles.SECRETARY,
    Roles.SYSTEM,
    Roles.AUDITOR
  })
  @Operation(summary = "A file as it was attached, always to be saved and never to be run")
  @APIResponse(responseCode = "200", description = "Its content, in its own type")
  public Response get(
      @PathParam("id") UUID id,
      @PathParam("attachmentId") UUID attachmentId,
      @Context Request request) {
    Attachment found = desk.one(id, attachmentId);
    EntityTag tag = new EntityTag(found.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null
        ? unchanged.tag(tag).build()
        : Response.ok(desk.content(found), found.mediaType())
            .tag(tag)
            .header(HttpHeaders.CONTENT_LENGTH, found.size())
            .header(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(found))
            .header("Content-Security-Policy", "sandbox")
            .build();
  }

  @POST
  @Path("/{id}/attachments/{attachmentId}/removal")
  @Idempotent
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(summary = "Takes a file away for good; that it was there stays on record")
  @APIResponse(
      responseCode = "200",
      description = "What it was",
      content = @Content(schema = @Schema(implementation = Attachment.class)))
  public Response remove(
      @PathParam("id") UUID id,
      @PathParam("attachmentId") UUID attachmentId,
      @Valid @NotNull Removal removal) {
    return Response.ok(desk.remove(id, attachmentId, removal.reasonCode())).build();
  }

  private static String announced(HttpHeaders headers) {
    MediaType type = headers.getMediaType();
    if (type == null) {
      throw new Problem(CommonProblems.UNSUPPORTED_MEDIA_TYPE);
    }
    return type.getType() + "/" + type.getSubtype();
  }

  private static String encoded(Attachment attachment) {
    return URLEncoder.encode(attachment.savedAs(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
