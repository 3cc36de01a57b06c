package org.jiceng.stack.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jiceng.stack.data.DataFolder;

/**
 * The OIDC issuer of the local stack. Its tokens are real and verified as any other; but it checks
 * no password and no client secret, so it is for trying things out and nothing else. It runs within
 * the supervisor and listens on loopback only.
 */
public final class Issuer implements AutoCloseable {
  private static final Logger REQUEST_LOG = Logger.getLogger("okhttp3.mockwebserver.MockWebServer");
  private static final Logger SERVER_LOG = Logger.getLogger("mockwebserver3.MockWebServer");

  private final MockOAuth2Server server;

  private Issuer(MockOAuth2Server server) {
    this.server = server;
  }

  public static Issuer start(DataFolder data, int port) {
    REQUEST_LOG.setLevel(Level.WARNING);
    SERVER_LOG.setLevel(Level.WARNING);
    KeyProvider keys = new KeyProvider(List.of(SigningKey.of(data)), JWSAlgorithm.RS256.getName());
    OAuth2Config config =
        new OAuth2Config(
            true,
            LoginPage.write(data).toString(),
            null,
            false,
            new OAuth2TokenProvider(keys),
            Set.of(new RoleTokens()),
            new MockWebServerWrapper());
    MockOAuth2Server server = new MockOAuth2Server(config);
    server.start(InetAddress.getLoopbackAddress(), port);
    return new Issuer(server);
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
