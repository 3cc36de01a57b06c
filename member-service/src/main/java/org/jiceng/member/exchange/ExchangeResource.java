package org.jiceng.member.exchange;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The door for other districts. They show no token: each request is signed (RFC 9421) over its
 * method, authority, path, query, {@code Content-Digest} and {@code Exchange-To}; the signature's
 * nonce is the message's id, under which it has one effect and one answer for ever.
 */
@Path("/api/v1/exchange")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exchange between districts")
@PermitAll
@Signed
public class ExchangeResource {
  private final Inbox inbox;
  private final AtSource source;
  private final AtDestination destination;
  private final Directory directory;
  private final PeerRequest request;

  ExchangeResource(
      Inbox inbox,
      AtSource source,
      AtDestination destination,
      Directory directory,
      PeerRequest request) {
    this.inbox = inbox;
    this.source = source;
    this.destination = destination;
    this.directory = directory;
    this.request = request;
  }

  @POST
  @Path("/offers")
  @Operation(summary = "The source offers a member, by a letter")
  public Answer offer(@Valid @NotNull Offer offer) {
    return inbox.once(() -> destination.offered(request.peer(), offer));
  }

  @POST
  @Path("/withdrawals")
  @Operation(summary = "The source offers the member no longer")
  public Answer withdraw(@Valid @NotNull Word word) {
    return inbox.once(() -> destination.withdrawn(request.peer(), word));
  }

  @POST
  @Path("/releases")
  @Operation(summary = "The destination asks from when on it may receive the member")
  public Answer release(@Valid @NotNull Word word) {
    return inbox.once(() -> source.release(request.peer(), word));
  }

  @POST
  @Path("/returns")
  @Operation(summary = "The destination sends the letter back")
  public Answer sendBack(@Valid @NotNull Word word) {
    return inbox.once(() -> source.returned(request.peer(), word));
  }

  @POST
  @Path("/refusals")
  @Operation(summary = "The destination does not want the member")
  public Answer refuse(@Valid @NotNull Word word) {
    return inbox.once(() -> source.refused(request.peer(), word));
  }

  @POST
  @Path("/arrivals")
  @Operation(summary = "The destination has received the member")
  public Answer arrive(@Valid @NotNull Word word) {
    return inbox.once(() -> source.arrived(request.peer(), word));
  }

  @GET
  @Path("/organizations")
  @Operation(summary = "Up to twenty organisations that can receive, by code or a part of the name")
  public Directory.Found organizations(
      @QueryParam("query") @NotNull @Size(min = 2, max = 60) String query) {
    return directory.here(query);
  }
}
