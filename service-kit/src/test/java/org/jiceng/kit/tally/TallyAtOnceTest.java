package org.jiceng.kit.tally;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TallyAtOnceTest {
  @Test
  void aTallyThatIsAskedForTwiceUnderOneKeyIsTakenOnce() {
    String key = UUID.randomUUID().toString();
    boolean changed =
        tally(key)
            .statusCode(200)
            .header("Idempotency-Replayed", nullValue())
            .extract()
            .path("changed");
    tally(key)
        .statusCode(200)
        .header("Idempotency-Replayed", equalTo("true"))
        .body("changed", equalTo(changed));
    tally("").statusCode(400);
  }

  private static ValidatableResponse tally(String key) {
    return given()
        .auth()
        .oauth2(Tokens.of("system").wholeDistrict().sign())
        .header("Idempotency-Key", key)
        .post("/api/v1/tallies")
        .then();
  }
}
