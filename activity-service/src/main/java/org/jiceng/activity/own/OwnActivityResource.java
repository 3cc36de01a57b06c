package org.jiceng.activity.own;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.PageRequest;

/** The members' own door to what they may come to. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "own view")
@RolesAllowed(Roles.MEMBER)
public class OwnActivityResource {
  private final OwnActivities activities;
  private final ObjectMapper json;

  OwnActivityResource(OwnActivities activities, ObjectMapper json) {
    this.activities = activities;
    this.json = json;
  }

  /** A page of them, for the contract. */
  @Schema(name = "OwnActivities")
  public record Coming(List<OwnActivity> items, String nextCursor) {}

  @GET
  @Path("/activities")
  @Operation(
      summary = "What I may come to and is not over, the next first",
      description = "Of my organisation, of whoever hosts me, and of those above; for a phone")
  @APIResponse(
      responseCode = "200",
      description = "With an entity tag over the whole page",
      content = @Content(schema = @Schema(implementation = Coming.class)))
  public Response list(@BeanParam PageRequest page, @Context Request request) {
    return ETags.respond(request, json, activities.page(page));
  }
}
