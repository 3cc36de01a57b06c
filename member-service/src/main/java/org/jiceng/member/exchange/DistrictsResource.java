package org.jiceng.member.exchange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The other districts, as offices and the district's administration see them. */
@Path("/api/v1/exchange")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exchange between districts")
public class DistrictsResource {
  private final Districts districts;
  private final Directory directory;
  private final MessageDesk messages;

  DistrictsResource(Districts districts, Directory directory, MessageDesk messages) {
    this.districts = districts;
    this.directory = directory;
    this.messages = messages;
  }

  /** The other districts by name. */
  @Schema(name = "ExchangeDistricts")
  public record Named(List<String> items) {}

  @GET
  @Path("/districts")
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(summary = "The districts that members can be handed over to")
  public Named list() {
    return new Named(districts.others().stream().map(District::name).toList());
  }

  @GET
  @Path("/districts/{name}/organizations")
  @RolesAllowed({Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM})
  @Operation(summary = "Organisations of another district, which is asked now, by code or name")
  public Directory.Found organizations(
      @PathParam("name") String name,
      @QueryParam("query") @NotNull @Size(min = 2, max = 60) String query) {
    return directory.there(name, query);
  }

  @GET
  @Path("/messages")
  @RolesAllowed(Roles.DISTRICT_ADMIN)
  @Operation(summary = "What was, and is to be, said to other districts, the oldest first")
  public Page<MessageView> messages(
      @QueryParam("state") MessageView.State state,
      @QueryParam("district") @Size(max = 40) String district,
      @BeanParam PageRequest page) {
    return messages.page(state, district, page);
  }

  @POST
  @Path("/messages/{id}/redelivery")
  @Idempotent
  @RolesAllowed(Roles.DISTRICT_ADMIN)
  @Operation(summary = "Sends a dead or waiting message once more, at once")
  @APIResponse(
      responseCode = "202",
      description = "It waits to be sent",
      content = @Content(schema = @Schema(implementation = MessageView.class)))
  public Response sendAgain(@PathParam("id") UUID id) {
    return Response.accepted(messages.sendAgain(id)).build();
  }
}
