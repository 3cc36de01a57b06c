package org.jiceng.kit.web;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import org.jiceng.kit.problem.BodyTooLarge;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;

/**
 * JSON bodies are small: more than {@code jiceng.web.max-json} is 413, announced or not. No body at
 * all is read as an empty object, so that a command without mandatory fields needs none and one
 * with them is told which are missing.
 */
@Provider
public class JsonBodies implements ReaderInterceptor {
  private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

  // Providers are made before the configuration of the run is known.
  private final Instance<WebConfig> config;

  JsonBodies(Instance<WebConfig> config) {
    this.config = config;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!isJson(context.getMediaType())) {
      return context.proceed();
    }
    long maxJson = config.get().maxJson().asLongValue();
    refuseAnnounced(context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH), maxJson);
    context.setInputStream(orEmptyObject(new LimitedStream(context.getInputStream(), maxJson)));
    Object body = context.proceed();
    if (body == null) {
      throw new Problem(CommonProblems.MALFORMED_BODY, 1, 1);
    }
    return body;
  }

  private static void refuseAnnounced(String contentLength, long maxJson) throws IOException {
    if (contentLength != null
        && contentLength.matches("[0-9]{1,18}")
        && Long.parseLong(contentLength) > maxJson) {
      throw new BodyTooLarge();
    }
  }

  private static InputStream orEmptyObject(InputStream body) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(body);
    int first = stream.read();
    if (first < 0) {
      return new ByteArrayInputStream(EMPTY_OBJECT);
    }
    stream.unread(first);
    return stream;
  }

  private static boolean isJson(MediaType type) {
    return type != null
        && (type.getSubtype().equalsIgnoreCase("json") || type.getSubtype().endsWith("+json"));
  }
}
