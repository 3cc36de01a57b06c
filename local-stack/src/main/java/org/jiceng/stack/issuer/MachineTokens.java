package org.jiceng.stack.issuer;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The tokens of a machine client, from any issuer. One token serves many requests, but none that
 * could arrive after its end.
 */
public final class MachineTokens {
  private static final Duration SPARE = Duration.ofSeconds(30);

  private final TokenEndpoint endpoint;
  private final Map<String, String> form;
  private final Clock clock;
  private String token;
  private Instant until = Instant.MIN;

  /**
   * @param endpoint where the issuer gives tokens
   */
  public MachineTokens(URI endpoint, String client, String secret) {
    this(endpoint, client, secret, Clock.systemUTC());
  }

  MachineTokens(URI endpoint, String client, String secret, Clock clock) {
    this.endpoint = new TokenEndpoint(endpoint);
    this.form =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            client,
            "client_secret",
            secret,
            "scope",
            "openid");
    this.clock = clock;
  }

  /** A token that is still good for a while. */
  public synchronized String token() {
    if (!clock.instant().isBefore(until)) {
      TokenEndpoint.Granted granted = endpoint.ask(form);
      token = granted.token();
      until = clock.instant().plus(granted.lifetime()).minus(SPARE);
    }
    return token;
  }
}
