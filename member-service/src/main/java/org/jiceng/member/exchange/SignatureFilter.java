package org.jiceng.member.exchange;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jiceng.kit.problem.BodyTooLarge;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/**
 * Lets only those messages in that a known district has signed, a moment ago, for this one, with
 * the very body that came. From there on the caller is {@code district:} and its name.
 */
@Signed
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignatureFilter implements ContainerRequestFilter {
  // Providers are made before the configuration of the run is known.
  private final Instance<ExchangeConfig> config;
  private final Instance<Districts> districts;
  private final PeerRequest verified;
  private final CurrentVertxRequest current;
  private final CurrentIdentityAssociation identity;
  private final Instance<BusinessClock> clock;

  SignatureFilter(
      Instance<ExchangeConfig> config,
      Instance<Districts> districts,
      PeerRequest verified,
      CurrentVertxRequest current,
      CurrentIdentityAssociation identity,
      Instance<BusinessClock> clock) {
    this.config = config;
    this.districts = districts;
    this.verified = verified;
    this.current = current;
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    HttpServerRequest request = current.getCurrent().request();
    HttpSignature signature =
        HttpSignature.read(
            request.getHeader(HttpSignature.INPUT), request.getHeader(HttpSignature.HEADER));
    SignedParts parts = parts(request);
    signature.requireCovering(parts);
    District peer =
        districts
            .get()
            .find(signature.keyId())
            .orElseThrow(() -> new Problem(ExchangeProblems.KEY_UNKNOWN));
    if (!signature.isBy(peer.keys(), parts)) {
      throw new Problem(ExchangeProblems.WRONG);
    }
    requireNow(signature);
    if (!parts.to().equals(districts.get().self())) {
      throw new Problem(ExchangeProblems.FOR_ANOTHER);
    }
    byte[] body = body(context);
    if (!ContentDigest.fits(parts.contentDigest(), body)) {
      throw new Problem(ExchangeProblems.DIGEST_WRONG);
    }
    verified.is(peer.name(), signature.nonce(), content(parts));
    identity.setIdentity(
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("district:" + peer.name()))
            .build());
  }

  private SignedParts parts(HttpServerRequest request) {
    String digest = request.getHeader(ContentDigest.HEADER);
    String to = request.getHeader(SignedParts.TO);
    if (digest == null || to == null) {
      throw new Problem(ExchangeProblems.INCOMPLETE);
    }
    String authority =
        config
            .get()
            .authority()
            .orElseGet(() -> String.valueOf(request.getHeader("Host")))
            .toLowerCase(Locale.ROOT);
    return SignedParts.of(
        request.method().name(), authority, URI.create(request.uri()), digest, to);
  }

  private void requireNow(HttpSignature signature) {
    Duration off = Duration.between(signature.created(), clock.get().now()).abs();
    if (off.compareTo(config.get().maxAge()) > 0) {
      throw new Problem(ExchangeProblems.TOO_OLD, config.get().maxAge().toMinutes());
    }
  }

  private byte[] body(ContainerRequestContext context) throws IOException {
    int most = (int) config.get().maxBody().asLongValue();
    byte[] body = context.getEntityStream().readNBytes(most + 1);
    if (body.length > most) {
      throw new BodyTooLarge();
    }
    context.setEntityStream(new ByteArrayInputStream(body));
    return body;
  }

  private static byte[] content(SignedParts parts) {
    String whole = String.join("\n", parts.byName().values());
    return ContentDigest.sha256(whole.getBytes(StandardCharsets.UTF_8));
  }
}
