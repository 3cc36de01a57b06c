package org.jiceng.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A resource's version as its strong entity tag, and the answers that carry it. */
public final class ETags {
  private static final int TAG_BYTES = 16;

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

  /** The same for what has no version of its own, such as a page: its tag is a digest of it. */
  public static Response respond(Request request, ObjectMapper json, Object entity) {
    EntityTag tag = digest(json, entity);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? Response.ok(entity).tag(tag).build() : unchanged.tag(tag).build();
  }

  /** The weak entity tag of an answer that follows from these texts. */
  public static EntityTag weak(List<String> from) {
    MessageDigest digest = sha256();
    for (String text : from) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return new EntityTag(tag(digest.digest()), true);
  }

  private static EntityTag digest(ObjectMapper json, Object entity) {
    try {
      return new EntityTag(tag(sha256().digest(json.writeValueAsBytes(entity))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String tag(byte[] digest) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
