package org.jiceng.stack.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.stack.data.StackFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachineTokensTest {
  private final List<String> asked = new ArrayList<>();
  private final Hands hands = new Hands();
  private HttpServer issuer;
  private MachineTokens tokens;

  @BeforeEach
  void startIssuer() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext("/token", this::answer);
    issuer.start();
    URI endpoint = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/token");
    tokens = new MachineTokens(endpoint, "jiceng-system", "right & proper", hands);
  }

  @AfterEach
  void stopIssuer() {
    issuer.stop(0);
  }

  @Test
  void theClientShowsItsNameAndItsSecret() {
    tokens.token();
    assertThat(asked.get(0).split("&"))
        .contains(
            "grant_type=client_credentials",
            "client_id=jiceng-system",
            "client_secret=right+%26+proper");
  }

  @Test
  void oneTokenServesUntilShortlyBeforeItsEnd() {
    assertThat(tokens.token()).isEqualTo("token-1");
    hands.move(Duration.ofSeconds(869));
    assertThat(tokens.token()).isEqualTo("token-1");
    hands.move(Duration.ofSeconds(1));
    assertThat(tokens.token()).isEqualTo("token-2");
  }

  @Test
  void aRefusalIsToldInTheIssuersWords() {
    URI endpoint = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/token");
    assertThatThrownBy(() -> new MachineTokens(endpoint, "jiceng-system", "wrong").token())
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("Invalid client secret");
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean refused = form.contains("client_secret=wrong");
      if (!refused) {
        asked.add(form);
      }
      String json =
          refused
              ? "{\"error_description\":\"Invalid client secret\"}"
              : "{\"access_token\":\"token-%d\",\"expires_in\":900}".formatted(asked.size());
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(refused ? 401 : 200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A clock whose hands the test moves. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");

    void move(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
