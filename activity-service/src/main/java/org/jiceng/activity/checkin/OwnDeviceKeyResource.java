package org.jiceng.activity.checkin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;

/** The members' own door to the keys of their phones. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "check-in")
@RolesAllowed(Roles.MEMBER)
public class OwnDeviceKeyResource {
  private final DeviceKeyDesk desk;

  OwnDeviceKeyResource(DeviceKeyDesk desk) {
    this.desk = desk;
  }

  /** All keys that are or were mine, the latest first. */
  @Schema(name = "DeviceKeys")
  public record Keys(List<DeviceKey> items) {}

  @POST
  @Path("/device-keys")
  @Idempotent
  @Operation(summary = "Makes the public key of this phone known, which signs my check-ins")
  @APIResponse(
      responseCode = "201",
      description = "Known from now on",
      content = @Content(schema = @Schema(implementation = DeviceKey.class)))
  public Response register(@Valid @NotNull PublicKeyForm key) {
    DeviceKey made = desk.register(key);
    return Response.created(URI.create("/api/v1/me/device-keys")).entity(made).build();
  }

  @GET
  @Path("/device-keys")
  @Operation(summary = "The keys of my phones")
  public Keys list() {
    return new Keys(desk.mine());
  }

  @POST
  @Path("/device-keys/{id}/revocation")
  @Idempotent
  @Operation(summary = "Takes a key back, as when a phone is lost; what it signed before counts")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = DeviceKey.class)))
  public Response revoke(@PathParam("id") UUID id) {
    return Response.ok(desk.revoke(id)).build();
  }
}
