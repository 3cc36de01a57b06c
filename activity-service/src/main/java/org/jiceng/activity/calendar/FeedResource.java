package org.jiceng.activity.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jiceng.kit.problem.Problem;

/** Where calendar programs read a feed: they show no token, only the secret in its address. */
@Path("/calendars")
@PermitAll
public class FeedResource {
  private static final String TYPE = "text/calendar;charset=UTF-8";

  private final Calendars calendars;
  private final Feeds feeds;
  private final CalendarPolicy policy;

  FeedResource(Calendars calendars, Feeds feeds, CalendarPolicy policy) {
    this.calendars = calendars;
    this.feeds = feeds;
    this.policy = policy;
  }

  @GET
  @Path("/{secret:[A-Za-z0-9_-]+}.ics")
  @Operation(hidden = true)
  public Response read(@PathParam("secret") String secret, @Context Request request) {
    Calendar calendar = calendars.by(new CalendarSecret(secret)).orElseThrow(Problem::notFound);
    byte[] feed = Feed.of(feeds.of(calendar));
    EntityTag tag = tag(feed);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(feed, TYPE) : unchanged)
        .tag(tag)
        .cacheControl(cache())
        .build();
  }

  private static EntityTag tag(byte[] feed) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(feed);
      return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private CacheControl cache() {
    CacheControl cache = new CacheControl();
    cache.setPrivate(true);
    cache.setMaxAge((int) policy.freshFor().toSeconds());
    return cache;
  }
}
