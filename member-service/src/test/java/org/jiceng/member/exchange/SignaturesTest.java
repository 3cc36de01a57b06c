package org.jiceng.member.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Only what a known district has signed for this one, just now, is let in. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(value = FarDistrict.Known.class, restrictToAnnotatedClass = true)
class SignaturesTest {
  @Inject District district;
  @Inject BusinessClock clock;

  private final UUID handover = UUID.randomUUID();

  @AfterEach
  void nothingHasHappened() {
    assertThat(
            district.text(
                "select count(*)::text from exchange_handover where handover_id = ?", handover))
        .isEqualTo("0");
  }

  @Test
  void aRequestWithoutAGoodSignatureIsRefusedForWhatIsWrongWithIt() {
    SignedRequest good = request();
    refused(good.post(Map.of()), "signature-missing");
    refused(good.post(without("Signature")), "signature-missing");
    refused(good.post(without("Exchange-To")), "signature-incomplete");
    refused(good.post(without("Content-Digest")), "signature-incomplete");
    refused(good.post(with("Signature-Input", "jiceng=what")), "signature-unreadable");
    refused(good.post(with("Signature", "other=:AAAA:")), "signature-unreadable");
    refused(good.post(with("Signature", "jiceng=:AAAA:")), "signature-wrong");
    refused(good.post(with("Exchange-To", "far")), "signature-wrong");
    refused(good.post(request().headers("GET")), "signature-wrong");
    refused(
        good.post(
            with(
                "Signature-Input",
                "jiceng=(\"@method\" \"@path\");created=1;keyid=\"far\";nonce=\"x\"")),
        "signature-incomplete");
    refused(request().by("unknown", TestKeys.FAR.getPrivate()).post(), "signature-key-unknown");
    refused(request().by("far", TestKeys.STRANGER.getPrivate()).post(), "signature-wrong");
    refused(request().by("near", TestKeys.NEAR.getPrivate()).post(), "signature-key-unknown");
  }

  @Test
  void anOldOneOrOneForAnotherOrOfAnotherBodyIsRefused() {
    refused(
        request().created(clock.now().minus(Duration.ofMinutes(6))).post(), "signature-too-old");
    refused(request().created(clock.now().plus(Duration.ofMinutes(6))).post(), "signature-too-old");
    refused(request().to("elsewhere").post(), "signed-for-another-district");
    refused(request().digestOf("{}").post(), "content-digest-wrong");
  }

  @Test
  void aTokenOpensNothingHere() {
    District.as(Roles.SYSTEM)
        .body(Map.of("handover", handover, "letter", 1))
        .post("/api/v1/exchange/withdrawals")
        .then()
        .statusCode(401)
        .body("type", endsWith("/signature-missing"));
  }

  @Test
  void oneMessageHasOneAnswerAndAnotherUnderItsIdHasNone() {
    UUID message = UUID.randomUUID();
    Map<String, Object> word = Map.of("handover", UUID.randomUUID(), "letter", 1);
    SignedRequest request = SignedRequest.of("withdrawals", word, clock.now()).under(message);
    Map<String, String> headers = request.headers("POST");
    for (int i = 0; i < 2; i++) {
      request.post(headers).statusCode(200).body("outcome", equalTo("TAKEN"));
    }
    SignedRequest.of("withdrawals", word, clock.now())
        .under(message)
        .post()
        .statusCode(200)
        .body("outcome", equalTo("TAKEN"));
    SignedRequest.of("withdrawals", Map.of("handover", handover, "letter", 1), clock.now())
        .under(message)
        .post()
        .statusCode(422)
        .body("type", endsWith("/message-changed"));
  }

  @Test
  void whatIsMalformedOrTooLargeIsRefused() {
    send(Map.of("handover", handover)).statusCode(400);
    send(Map.of("handover", handover, "letter", 0)).statusCode(400);
    send(Map.of("handover", "x", "letter", 1)).statusCode(400);
    send(Map.of("handover", handover, "letter", 1, "reasonCode", "no!")).statusCode(400);
    send(Map.of("handover", handover, "letter", 1, "more", "x".repeat(70_000))).statusCode(413);
    SignedRequest.of("offers", Map.of("handover", handover, "letter", 1), clock.now())
        .post()
        .statusCode(400);
  }

  private ValidatableResponse send(Map<String, Object> body) {
    return SignedRequest.of("withdrawals", body, clock.now()).post();
  }

  private SignedRequest request() {
    return SignedRequest.of("withdrawals", Map.of("handover", handover, "letter", 1), clock.now());
  }

  private Map<String, String> without(String header) {
    Map<String, String> headers = request().headers("POST");
    headers.remove(header);
    return headers;
  }

  private Map<String, String> with(String header, String value) {
    Map<String, String> headers = new HashMap<>(request().headers("POST"));
    headers.put(header, value);
    return headers;
  }

  private static void refused(ValidatableResponse answer, String type) {
    answer.statusCode(401).body("type", endsWith("/" + type));
  }
}
