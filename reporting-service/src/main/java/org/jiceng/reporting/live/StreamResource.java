package org.jiceng.reporting.live;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;

/** Where a page listens for new figures. */
@Path("/api/v1/statistics/stream")
@Tag(name = "statistics")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.SITE_MANAGER,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class StreamResource {
  private static final String EVENT = "position";

  private final Listeners listeners;
  private final Caller caller;

  StreamResource(Listeners listeners, Caller caller) {
    this.listeners = listeners;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Server-sent events that tell when figures may have changed",
      description =
          "Each event `position` says how far the logs are folded: the first at once, then one"
              + " whenever that has advanced, at most one a second, and the same again every"
              + " fifteen seconds. It ends with the token.")
  @APIResponse(
      responseCode = "200",
      description = "Events of the type position",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  public Multi<OutboundSseEvent> stream(@Context Sse sse) {
    return listeners
        .listen(caller.until())
        .map(
            position ->
                sse.newEventBuilder()
                    .name(EVENT)
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(FoldPosition.class, position)
                    .build());
  }
}
