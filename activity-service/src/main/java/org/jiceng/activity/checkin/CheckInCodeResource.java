package org.jiceng.activity.checkin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;

/** The door of the organiser's device, which shows the code. */
@Path("/api/v1/activities")
@Tag(name = "check-in")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY})
public class CheckInCodeResource {
  private static final String NO_STORE = "no-store";
  private static final String SVG = "image/svg+xml";

  private final CodeDesk desk;

  CheckInCodeResource(CodeDesk desk) {
    this.desk = desk;
  }

  @GET
  @Path("/{id}/check-in-code")
  @Produces({MediaType.APPLICATION_JSON, "image/png", SVG})
  @Operation(
      summary = "The code to show now, as text or as a picture; another follows every half minute")
  @APIResponse(
      responseCode = "200",
      description = "By Accept: the text and its time, or a QR code",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ShownCode.class)),
        @Content(mediaType = "image/png"),
        @Content(mediaType = SVG)
      })
  public Response show(@PathParam("id") UUID id, @Context Request request) {
    ShownCode shown = desk.show(id);
    var wanted =
        request.selectVariant(
            Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf("image/png"),
                    MediaType.valueOf(SVG))
                .build());
    String type = wanted == null ? MediaType.APPLICATION_JSON : wanted.getMediaType().toString();
    Object entity =
        switch (type) {
          case "image/png" -> CodeImage.of(shown.code()).png();
          case SVG -> CodeImage.of(shown.code()).svg();
          default -> shown;
        };
    return Response.ok(entity, type).header(HttpHeaders.CACHE_CONTROL, NO_STORE).build();
  }
}
