package org.jiceng.stack.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.FreePort;
import org.jiceng.stack.data.StackFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {
  @TempDir Path folder;
  private final int port = FreePort.find();
  private final String url = "http://127.0.0.1:" + port + "/jiceng";

  @Test
  void aTokenNamesItsRoleItsScopeAndWhoItIsFor() throws Exception {
    try (Issuer issuer = issuer()) {
      assertThat(issuer).isNotNull();
      JWTClaimsSet claims =
          SignedJWT.parse(new TokenClient(url).token("secretary")).getJWTClaimsSet();
      assertThat(claims.getIssuer()).isEqualTo(url);
      assertThat(claims.getAudience()).isEqualTo(List.of("jiceng"));
      assertThat(claims.getSubject()).isEqualTo("secretary");
      assertThat(claims.getStringListClaim("groups")).containsExactly("secretary");
      assertThat(claims.getStringClaim("org_id")).isEqualTo("district");
    }
  }

  @Test
  void aScopeAndAMemberCanBeNamed() throws Exception {
    try (Issuer issuer = issuer()) {
      assertThat(issuer).isNotNull();
      String token =
          new TokenClient(url).token("member", Optional.of("org-1"), Optional.of("member-1"));
      JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
      assertThat(claims.getStringClaim("org_id")).isEqualTo("org-1");
      assertThat(claims.getStringClaim("member_id")).isEqualTo("member-1");
    }
  }

  @Test
  void theMachineClientIsTheRoleSystem() throws Exception {
    try (Issuer issuer = issuer()) {
      assertThat(issuer).isNotNull();
      JWTClaimsSet claims = SignedJWT.parse(new TokenClient(url).token("system")).getJWTClaimsSet();
      assertThat(claims.getStringListClaim("groups")).containsExactly("system");
    }
  }

  @Test
  void anUnknownRoleIsAnsweredWithTheRolesThereAre() {
    assertThatThrownBy(() -> new TokenClient(url).token("emperor"))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("There is no role emperor; the roles are district-admin");
  }

  @Test
  void aTokenFromBeforeARestartIsStillVerifiedByThePublishedKeys() throws Exception {
    SignedJWT token;
    try (Issuer issuer = issuer()) {
      assertThat(issuer).isNotNull();
      token = SignedJWT.parse(new TokenClient(url).token("reporter"));
    }
    try (Issuer again = issuer()) {
      assertThat(again).isNotNull();
      JWKSet keys = JWKSet.parse(get(url + "/jwks"));
      RSASSAVerifier verifier =
          new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey());
      assertThat(token.verify(verifier)).isTrue();
    }
  }

  @Test
  void theLoginPageHasAButtonForEachRole() throws Exception {
    try (Issuer issuer = issuer()) {
      assertThat(issuer).isNotNull();
      String page =
          get(
              url
                  + "/authorize?response_type=code&client_id=jiceng-dashboard&scope=openid"
                  + "&redirect_uri=http://127.0.0.1:8084/&state=s");
      assertThat(Role.ALL).allMatch(role -> page.contains("id=\"" + role.name() + "\""));
    }
  }

  private Issuer issuer() {
    return Issuer.start(new DataFolder(folder), port);
  }

  private static String get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
