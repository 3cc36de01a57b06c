package org.jiceng.kit.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class VerifiedTokensTest {
  @Inject VerifiedTokens remembered;
  @Inject OidcIdentityProvider verifier;

  @Test
  void whatIsRememberedIsAskedBeforeASignatureIsVerified() {
    assertThat(remembered.priority()).isGreaterThan(verifier.priority());
  }

  @Test
  void aTokenThatWasGoodIsRefusedOnceItHasExpired() {
    String token = Tokens.of(Roles.REGISTRAR).lasting(Duration.ofSeconds(6)).sign();
    ask(token).statusCode(200);
    await().atMost(Duration.ofSeconds(12)).untilAsserted(() -> ask(token).statusCode(401));
  }

  @Test
  void aForgedSignatureIsRefusedThoughTheTrueTokenIsKnown() {
    String token = Tokens.of(Roles.REGISTRAR).sign();
    ask(token).statusCode(200);
    ask(token).statusCode(200);
    int signature = token.lastIndexOf('.') + 1;
    char other = token.charAt(signature) == 'A' ? 'B' : 'A';
    ask(token.substring(0, signature) + other + token.substring(signature + 1)).statusCode(401);
    ask(token.substring(0, signature)).statusCode(401);
  }

  @Test
  void aKnownTokenHasTheRolesThatItHadAtFirst() {
    String member = Tokens.of(Roles.MEMBER).sign();
    ask(member).statusCode(403);
    ask(member).statusCode(403);
    ask(Tokens.of(Roles.REGISTRAR).sign()).statusCode(200);
    ask(member).statusCode(403);
  }

  private static ValidatableResponse ask(String token) {
    return given().auth().oauth2(token).get("/api/v1/probes/secret").then();
  }
}
