package org.jiceng.kit.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;

/** What makes two requests under the same Idempotency-Key the same: caller, address and body. */
@RequestScoped
public class IdempotentRequest {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");

  private final CurrentVertxRequest current;
  private final Caller caller;
  private final BlindIndex index;
  private DigestedBody body;

  IdempotentRequest(CurrentVertxRequest current, Caller caller, BlindIndex index) {
    this.current = current;
    this.caller = caller;
    this.index = index;
  }

  /** The key, if the caller sent one. */
  Optional<String> key() {
    List<String> keys = request().headers().getAll(HEADER);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    if (keys.size() > 1 || !PRINTABLE.matcher(keys.get(0)).matches()) {
      throw Problem.malformed(HEADER, "key", 1, LONGEST);
    }
    return Optional.of(keys.get(0));
  }

  String caller() {
    return caller.subject();
  }

  /** The body, digested on its way to whoever reads it. */
  InputStream digested(InputStream original) {
    body = new DigestedBody(original, sha256());
    return body;
  }

  /**
   * The digest of method, address and body; keyed, since a body may hold an ID number. What the
   * method has left unread of the body is read here.
   */
  byte[] fingerprint() {
    return index.of(digest());
  }

  /** Whether that is its fingerprint, also under a key that is current no longer. */
  boolean hasFingerprint(byte[] fingerprint) {
    return index.matches(fingerprint, digest());
  }

  private byte[] digest() {
    MessageDigest digest = sha256();
    digest.update(
        (request().method() + " " + request().uri() + "\n").getBytes(StandardCharsets.UTF_8));
    if (body != null) {
      digest.update(bodyDigest());
    }
    return digest.digest();
  }

  private byte[] bodyDigest() {
    try {
      return body.digestOfAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpServerRequest request() {
    return current.getCurrent().request();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
