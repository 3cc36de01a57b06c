package org.jiceng.kit.rotation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Idempotent;

/** The door for whoever keeps the keys of the district. */
@Path("/api/v1/personal-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "personal-keys")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.SYSTEM})
public class RotationResource {
  private final RotationDesk desk;
  private final Scopes scopes;

  RotationResource(RotationDesk desk, Scopes scopes) {
    this.desk = desk;
    this.scopes = scopes;
  }

  @GET
  @Operation(
      summary = "The keys of personal data by their ids, and what still needs each",
      description =
          "A key that is not current and has no uses may be removed from the configuration. Counting"
              + " reads all rows.")
  public PersonalKeys keys() {
    scopes.requireWholeDistrict();
    return desk.keys();
  }

  @POST
  @Path("/rotations")
  @Idempotent
  @Operation(
      summary = "Brings everything under the keys that are current",
      description =
          "Goes on in the background, in small steps, while everything else runs, and after a crash"
              + " where it had come to. One at a time.")
  @APIResponse(
      responseCode = "202",
      description = "The rotation, which has begun",
      content = @Content(schema = @Schema(implementation = KeyRotation.class)))
  public Response rotate() {
    scopes.requireWholeDistrict();
    KeyRotation begun = desk.begin();
    return Response.accepted(begun)
        .location(URI.create("/api/v1/personal-keys/rotations/" + begun.id()))
        .build();
  }

  @GET
  @Path("/rotations/{id}")
  @Operation(summary = "How far a rotation has come")
  public KeyRotation rotation(@PathParam("id") UUID id) {
    scopes.requireWholeDistrict();
    return desk.require(id);
  }
}
