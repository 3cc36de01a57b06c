package org.jiceng.kit.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.ETags;
import org.jiceng.kit.web.Idempotent;
import org.jiceng.kit.web.IfMatch;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Subscriptions to the service's events, for systems that would rather be called. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
@RolesAllowed({Roles.SYSTEM, Roles.DISTRICT_ADMIN})
public class WebhookResource {
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final DeadLetters letters;
  private final Scopes scopes;

  WebhookResource(Webhooks webhooks, Deliveries deliveries, DeadLetters letters, Scopes scopes) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.letters = letters;
    this.scopes = scopes;
  }

  /** The position after which everything is sent again; 0 for everything there ever was. */
  public record Replay(@NotNull @PositiveOrZero Long position) {}

  /** How many dead letters are sent once more. */
  public record Redelivery(int deadLetters) {}

  @GET
  @Operation(summary = "The subscriptions, the oldest first")
  public Page<WebhookView> list(@BeanParam PageRequest page) {
    scopes.requireWholeDistrict();
    return webhooks.page(page);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One subscription")
  @APIResponse(
      responseCode = "200",
      description = "The subscription as it is now",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  public Response get(@PathParam("id") UUID id, @Context Request request) {
    scopes.requireWholeDistrict();
    Webhook found = webhooks.find(id);
    return ETags.respond(request, found.version(), found.view());
  }

  @GET
  @Path("/{id}/delivery")
  @Operation(summary = "How far the subscriber has been served, and what befell the last attempt")
  public Delivery delivery(@PathParam("id") UUID id) {
    scopes.requireWholeDistrict();
    return deliveries.of(id);
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Subscribes an address to the service's events",
      description =
          "Events come as CloudEvents 1.0 in structured JSON, in the order of the log, at least"
              + " once, signed as Standard Webhooks has it. The secret is shown in this answer"
              + " only.")
  @APIResponse(
      responseCode = "201",
      description = "The subscription, with its secret",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  public Response register(@Valid @NotNull NewWebhook wanted) {
    scopes.requireWholeDistrict();
    Webhook made = webhooks.register(wanted);
    return ETags.created(
        URI.create("/api/v1/webhooks/" + made.id()), made.version(), made.viewWithSecret());
  }

  @PATCH
  @Path("/{id}")
  @Transactional
  @IfMatch
  @Operation(summary = "Pauses, resumes or redirects it; what is not given stays")
  @APIResponse(
      responseCode = "200",
      description = "The subscription as it is now",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  public Response change(@PathParam("id") UUID id, @Valid @NotNull WebhookChange change) {
    scopes.requireWholeDistrict();
    return answer(webhooks.change(id, change));
  }

  @POST
  @Path("/{id}/secret")
  @Idempotent
  @IfMatch
  @Operation(
      summary = "Changes the secret",
      description =
          "For the overlap, events carry a signature of the new secret and one of the old. The new"
              + " secret is shown in this answer only. A change within an overlap ends it: no more"
              + " than two secrets sign.")
  @APIResponse(
      responseCode = "200",
      description = "The subscription, with its new secret",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  public Response changeSecret(@PathParam("id") UUID id, @Valid @NotNull NewSecret wanted) {
    scopes.requireWholeDistrict();
    Webhook changed = webhooks.changeSecret(id, wanted);
    return ETags.ok(changed.version(), changed.viewWithSecret());
  }

  @DELETE
  @Path("/{id}")
  @Transactional
  @IfMatch
  @Operation(summary = "Closes it for ever")
  @APIResponse(
      responseCode = "200",
      description = "The subscription as it is now",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  public Response close(@PathParam("id") UUID id) {
    scopes.requireWholeDistrict();
    return answer(webhooks.close(id));
  }

  @POST
  @Path("/{id}/replay")
  @Idempotent
  @Operation(summary = "Sends everything after a position again")
  @APIResponse(
      responseCode = "200",
      description = "The subscription as it is now",
      content = @Content(schema = @Schema(implementation = Delivery.class)))
  public Response replay(@PathParam("id") UUID id, @Valid @NotNull Replay replay) {
    scopes.requireWholeDistrict();
    webhooks.replay(id, replay.position());
    return Response.ok(deliveries.of(id)).build();
  }

  @GET
  @Path("/{id}/dead-letters")
  @Operation(summary = "Events that were not taken in all attempts, and those of their key behind")
  public Page<DeadLetter> deadLetters(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    scopes.requireWholeDistrict();
    webhooks.find(id);
    long after = page.cursor().map(cursor -> cursor.number(0)).orElse(0L);
    return page.page(
        letters.open(id, after, page.fetchSize()), letter -> Cursor.of(letter.position()));
  }

  @POST
  @Path("/{id}/dead-letters/redeliver")
  @Idempotent
  @Operation(summary = "Sends all dead letters once more")
  @APIResponse(
      responseCode = "202",
      description = "What will be sent once more",
      content = @Content(schema = @Schema(implementation = Redelivery.class)))
  public Response redeliverAll(@PathParam("id") UUID id) {
    scopes.requireWholeDistrict();
    return Response.accepted(new Redelivery(webhooks.redeliver(id))).build();
  }

  @POST
  @Path("/{id}/dead-letters/{position}/redeliver")
  @Idempotent
  @Operation(summary = "Sends one dead letter once more")
  @APIResponse(
      responseCode = "202",
      description = "What will be sent once more",
      content = @Content(schema = @Schema(implementation = Redelivery.class)))
  public Response redeliver(@PathParam("id") UUID id, @PathParam("position") long position) {
    scopes.requireWholeDistrict();
    webhooks.redeliver(id, position);
    return Response.accepted(new Redelivery(1)).build();
  }

  private static Response answer(Webhook webhook) {
    return ETags.ok(webhook.version(), webhook.view());
  }
}
