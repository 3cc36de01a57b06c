package org.jiceng.kit.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** A resource's version as its strong entity tag, and the answers that carry it. */
public final class ETags {
  private ETags() {}

  /** The entity tag of a version. */
  public static EntityTag of(long version) {
    return new EntityTag(Long.toString(version));
  }

  /** 304 if the client has this version already, else 200 with the entity. */
  public static Response respond(Request request, long version, Object entity) {
    EntityTag tag = of(version);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? ok(version, entity) : unchanged.tag(tag).build();
  }

  /** 200 with the entity and its tag, as the answer to a change. */
  public static Response ok(long version, Object entity) {
    return Response.ok(entity).tag(of(version)).build();
  }

  /** 201 with the entity, its tag and where it is found from now on. */
  public static Response created(URI location, long version, Object entity) {
    return Response.created(location).entity(entity).tag(of(version)).build();
  }
}
