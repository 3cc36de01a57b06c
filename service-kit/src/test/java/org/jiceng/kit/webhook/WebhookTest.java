package org.jiceng.kit.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.core.ConditionFactory;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WebhookTest {
  private static final LocalDate DAY = LocalDate.of(2009, 12, 31);
  private static final String CONFIRMED = "org.jiceng.member.member-confirmed.v1";

  @Inject Outbox outbox;
  @Inject AgroalDataSource dataSource;

  private final Receiver receiver = new Receiver();
  private final List<String> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(id -> as().header("If-Match", etag(id)).delete("/api/v1/webhooks/" + id));
    receiver.close();
  }

  @Test
  void everyEventComesOnceInTheOrderOfTheLogSigned() {
    JsonPath made = subscribe(receiver);
    UUID member = UUID.randomUUID();
    List<String> told = List.of(tell(member), tell(UUID.randomUUID()), tell(member), tell(member));
    eventually().until(() -> receiver.messages().size() >= 4);
    assertThat(receiver.organizations()).isEqualTo(told);
    Receiver.Message first = receiver.messages().get(0);
    JsonPath event = new JsonPath(first.body());
    assertThat(event.getString("specversion")).isEqualTo("1.0");
    assertThat(event.getString("type")).isEqualTo(CONFIRMED);
    assertThat(event.getString("id")).isEqualTo(first.id());
    assertThat(first.headers().get("Content-type"))
        .containsExactly("application/cloudevents+json; charset=UTF-8");
    var verifier = new com.standardwebhooks.Webhook(made.getString("secret"));
    assertThatCode(() -> verifier.verify(first.body(), first.headers())).doesNotThrowAnyException();
    assertThatCode(() -> verifier.verify(first.body() + " ", first.headers()))
        .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
    eventually()
        .untilAsserted(
            () -> {
              JsonPath delivery = delivery(made);
              assertThat(delivery.getLong("position")).isEqualTo(delivery.getLong("placed"));
            });
  }

  @Test
  void theSecretIsShownOnceAndKeptSealed() throws SQLException {
    JsonPath made = subscribe(receiver);
    assertThat(made.getString("secret")).startsWith("whsec_");
    as().get("/api/v1/webhooks/" + made.get("id")).then().body("secret", nullValue());
    as().get("/api/v1/webhooks").then().body("items.secret.findAll { it }", equalTo(List.of()));
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select position('whsec_'::bytea in secret) from webhook where id = '%s'"
                    .formatted(made.getString("id")))) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void aChangedSecretSignsBesideTheOldOneUntilTheOverlapIsOver() throws Exception {
    JsonPath made = subscribe(receiver);
    JsonPath changed =
        changeSecret(made, Map.of("overlap", "PT1H")).statusCode(200).extract().jsonPath();
    assertThat(changed.getString("secret"))
        .startsWith("whsec_")
        .isNotEqualTo(made.getString("secret"));
    assertThat(Instant.parse(changed.getString("oldSecretUntil")))
        .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3700));
    tell(UUID.randomUUID());
    eventually().until(() -> receiver.messages().size() == 1);
    Receiver.Message both = receiver.messages().get(0);
    assertThat(both.headers().get("Webhook-signature").get(0).split(" "))
        .hasSize(2)
        .allMatch(signature -> signature.startsWith("v1,"));
    assertThat(verifies(made, both)).isTrue();
    assertThat(verifies(changed, both)).isTrue();

    execute(
        "update webhook set old_secret_until = now() - interval '1 s' where id = '%s'"
            .formatted(made.getString("id")));
    tell(UUID.randomUUID());
    eventually().until(() -> receiver.messages().size() == 2);
    Receiver.Message last = receiver.messages().get(1);
    assertThat(verifies(made, last)).isFalse();
    assertThat(verifies(changed, last)).isTrue();
    eventually()
        .until(
            () ->
                number(
                        "select count(*) from webhook where old_secret is not null and id = '%s'"
                            .formatted(made.getString("id")))
                    == 0);
    as().get("/api/v1/webhooks/" + made.get("id"))
        .then()
        .body("secret", nullValue())
        .body("oldSecretUntil", nullValue());
  }

  @Test
  void aSecretThatLeakedIsReplacedAtOnceAndNoMoreThanTwoSign() {
    JsonPath made = subscribe(receiver);
    String own = "whsec_" + "QUJD".repeat(10);
    JsonPath second =
        changeSecret(made, Map.of("secret", own)).statusCode(200).extract().jsonPath();
    assertThat(second.getString("secret")).isEqualTo(own);
    JsonPath third = changeSecret(made, Map.of()).statusCode(200).extract().jsonPath();
    tell(UUID.randomUUID());
    eventually().until(() -> receiver.messages().size() == 1);
    Receiver.Message first = receiver.messages().get(0);
    assertThat(verifies(made, first)).isFalse();
    assertThat(verifies(second, first)).isTrue();
    assertThat(verifies(third, first)).isTrue();

    JsonPath fourth =
        changeSecret(made, Map.of("overlap", "PT0S")).statusCode(200).extract().jsonPath();
    tell(UUID.randomUUID());
    eventually().until(() -> receiver.messages().size() == 2);
    assertThat(verifies(third, receiver.messages().get(1))).isFalse();
    assertThat(verifies(fourth, receiver.messages().get(1))).isTrue();
  }

  @Test
  void aChangeOfTheSecretIsRefusedOrRepeatedLikeAnyOther() {
    JsonPath made = subscribe(receiver);
    String path = "/api/v1/webhooks/" + made.get("id") + "/secret";
    for (String wrong : List.of("PT-1S", "P8D")) {
      changeSecret(made, Map.of("overlap", wrong))
          .statusCode(422)
          .body("violations[0].field", equalTo("overlap"));
    }
    changeSecret(made, Map.of("overlap", "a while")).statusCode(400);
    changeSecret(made, Map.of("secret", "whsec_short"))
        .statusCode(400)
        .body("violations[0].field", equalTo("secret"));
    as().body("{}").post(path).then().statusCode(428);
    as().header("If-Match", "\"77\"").body("{}").post(path).then().statusCode(412);
    with(Tokens.of("registrar").wholeDistrict())
        .header("If-Match", "\"0\"")
        .body("{}")
        .post(path)
        .then()
        .statusCode(403);
    as().header("If-Match", "\"0\"")
        .body("{}")
        .post("/api/v1/webhooks/" + UUID.randomUUID() + "/secret")
        .then()
        .statusCode(404);
    String key = UUID.randomUUID().toString();
    String etag = etag(made.getString("id"));
    assertThat(etag).isEqualTo("\"0\"");
    List<String> secrets = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      secrets.add(
          as().header("If-Match", etag)
              .header("Idempotency-Key", key)
              .body("{}")
              .post(path)
              .then()
              .statusCode(200)
              .extract()
              .path("secret"));
    }
    assertThat(secrets.get(0)).isEqualTo(secrets.get(1));
    as().header("If-Match", etag(made.getString("id")))
        .delete("/api/v1/webhooks/" + made.get("id"));
    changeSecret(made, Map.of()).statusCode(409).body("type", endsWith("webhook-closed"));
  }

  @Test
  void anAnswerWithoutEndHoldsUpNothing() {
    receiver.drips();
    subscribe(receiver);
    List<String> told =
        List.of(
            tell(UUID.randomUUID()),
            tell(UUID.randomUUID()),
            tell(UUID.randomUUID()),
            tell(UUID.randomUUID()));
    eventually().until(() -> receiver.organizations().size() >= 4);
    assertThat(receiver.organizations()).isEqualTo(told);
  }

  @Test
  void aDatabaseThatIsAwayIsAskedAgainAfterAPauseOnly() {
    List<Instant> warned = new CopyOnWriteArrayList<>();
    Handler warnings =
        new Handler() {
          @Override
          public void publish(LogRecord log) {
            if (log.getLoggerName().equals(Deliverer.class.getName())) {
              warned.add(log.getInstant());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(Deliverer.class.getName());
    logger.addHandler(warnings);
    execute("alter table webhook rename to webhook_away");
    try {
      eventually().until(() -> warned.size() >= 6);
    } finally {
      execute("alter table webhook_away rename to webhook");
      logger.removeHandler(warnings);
    }
    assertThat(Duration.between(warned.get(0), warned.get(5))).isGreaterThan(Duration.ofMillis(90));
  }

  @Test
  void noSecretIsInWhatIsLogged() {
    String secret = "whsec_" + "QUJD".repeat(10);
    Secrets secrets = Secrets.of(secret).changed(secret, Instant.now());
    Webhook webhook =
        new Webhook(
            UUID.randomUUID(),
            "https://example.org",
            List.of(),
            secrets,
            Webhook.State.ACTIVE,
            "me",
            Instant.now(),
            null,
            null,
            0);
    assertThat(
            List.of(
                webhook.toString(),
                webhook.viewWithSecret().toString(),
                new NewWebhook("https://example.org", null, secret, null).toString(),
                new NewSecret(secret, null).toString()))
        .noneMatch(text -> text.contains("whsec_"));
  }

  @Test
  void onlyTheTypesAskedForAreSent() {
    JsonPath made = subscribe(receiver, "org.jiceng.member.member-admitted.v1");
    tell(UUID.randomUUID());
    long placed = awaitPlaced();
    eventually().until(() -> delivery(made).getLong("position") >= placed);
    assertThat(receiver.messages()).isEmpty();
  }

  @Test
  void whatWasSentAndNotNotedDownIsSentAgainUnderTheSameId() throws SQLException {
    JsonPath made = subscribe(receiver);
    AtomicBoolean died = new AtomicBoolean();
    receiver.answers(
        message -> {
          if (died.compareAndSet(false, true)) {
            execute(
                """
                create function die() returns trigger language plpgsql as
                  $$ begin raise exception 'the deliverer dies here'; end $$;
                create trigger die before update on webhook for each row execute function die()""");
          } else {
            execute("drop trigger if exists die on webhook; drop function if exists die()");
          }
          return 200;
        });
    String first = tell(UUID.randomUUID());
    eventually().until(() -> receiver.messages().size() >= 2);
    String second = tell(UUID.randomUUID());
    eventually().until(() -> receiver.organizations().contains(second));
    assertThat(receiver.organizations()).startsWith(first, first).endsWith(second);
    assertThat(receiver.messages().get(0).id()).isEqualTo(receiver.messages().get(1).id());
    assertThat(delivery(made).getLong("deadLetters")).isZero();
  }

  @Test
  void aFailureIsTriedAgainAndHoldsBackWhatComesAfter() {
    subscribe(receiver);
    receiver.answers(message -> receiver.messages().size() <= 2 ? 500 : 200);
    List<String> told = List.of(tell(UUID.randomUUID()), tell(UUID.randomUUID()));
    eventually().until(() -> receiver.messages().size() >= 4);
    assertThat(receiver.organizations())
        .containsExactly(told.get(0), told.get(0), told.get(0), told.get(1));
  }

  @Test
  void whatIsNeverTakenBecomesADeadLetterWithAllOfItsKeyAndOthersGoOn() {
    JsonPath made = subscribe(receiver);
    UUID bad = UUID.randomUUID();
    UUID good = UUID.randomUUID();
    receiver.answers(message -> message.subject().equals(bad.toString()) ? 503 : 200);
    String one = tell(bad);
    String two = tell(good);
    String three = tell(bad);
    eventually().until(() -> delivery(made).getLong("deadLetters") == 2);
    assertThat(receiver.organizations()).containsExactly(one, one, one, two);
    JsonPath letters = deadLetters(made);
    assertThat(letters.getList("items.failure")).containsExactly("http-503", "behind");
    assertThat(letters.getList("items.attempts")).containsExactly(3, 0);
    assertThat(letters.getList("items.subject")).containsOnly(bad.toString());

    long second = letters.getLong("items[1].position");
    redeliver(made, "/" + second).statusCode(409).body("type", endsWith("dead-letter-behind"));
    redeliver(made, "/999999999").statusCode(404);

    redeliver(made, "").statusCode(202).body("deadLetters", equalTo(2));
    eventually().until(() -> deadLetters(made).getList("items.attempts").equals(List.of(4, 0)));

    receiver.answers(message -> 200);
    redeliver(made, "/" + letters.getLong("items[0].position")).statusCode(202);
    eventually().until(() -> delivery(made).getLong("deadLetters") == 1);
    redeliver(made, "").statusCode(202);
    eventually().until(() -> delivery(made).getLong("deadLetters") == 0);
    String four = tell(bad);
    eventually().until(() -> receiver.organizations().contains(four));
    assertThat(receiver.organizations()).endsWith(one, three, four);
  }

  @Test
  void aReplaySendsEverythingAfterAPositionAgain() {
    JsonPath made = subscribe(receiver);
    long before = awaitPlaced();
    List<String> told = List.of(tell(UUID.randomUUID()), tell(UUID.randomUUID()));
    eventually().until(() -> receiver.messages().size() == 2);
    as().body(Map.of("position", before))
        .post("/api/v1/webhooks/" + made.get("id") + "/replay")
        .then()
        .statusCode(200);
    eventually().until(() -> receiver.messages().size() == 4);
    assertThat(receiver.organizations())
        .containsExactly(told.get(0), told.get(1), told.get(0), told.get(1));
    for (String wrong : List.of("{\"position\":-1}", "{}", "{\"position\":999999999}")) {
      as().body(wrong)
          .post("/api/v1/webhooks/" + made.get("id") + "/replay")
          .then()
          .body("violations[0].field", equalTo("position"));
    }
  }

  @Test
  void aPausedSubscriberIsSentNothingUntilItIsResumed() {
    JsonPath made = subscribe(receiver);
    change(made, Map.of("state", "PAUSED")).statusCode(200).body("state", equalTo("PAUSED"));
    String told = tell(UUID.randomUUID());
    try (Receiver other = new Receiver()) {
      subscribe(other, "0");
      eventually().until(() -> other.organizations().contains(told));
    }
    assertThat(receiver.messages()).isEmpty();
    change(made, Map.of("state", "ACTIVE")).statusCode(200);
    eventually().until(() -> receiver.organizations().equals(List.of(told)));
  }

  @Test
  void aSlowReceiverHoldsUpNobodyElse() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    try (Receiver slow = new Receiver()) {
      slow.answers(
          message -> {
            await().atMost(Duration.ofSeconds(20)).until(() -> answered.getCount() == 0);
            return 200;
          });
      subscribe(slow);
      subscribe(receiver);
      List<String> told = List.of(tell(UUID.randomUUID()), tell(UUID.randomUUID()));
      eventually().until(() -> slow.messages().size() == 1);
      eventually().until(() -> receiver.organizations().equals(told));
      answered.countDown();
    }
  }

  @Test
  void aReceiverThatIsGoneIsSentNothingMore() {
    JsonPath made = subscribe(receiver);
    receiver.answers(message -> 410);
    tell(UUID.randomUUID());
    eventually()
        .untilAsserted(
            () ->
                as().get("/api/v1/webhooks/" + made.get("id"))
                    .then()
                    .body("state", equalTo("CLOSED"))
                    .body("closedReason", equalTo("GONE")));
    change(made, Map.of("state", "ACTIVE"))
        .statusCode(409)
        .body("type", endsWith("webhook-closed"));
    redeliver(made, "").statusCode(409);
  }

  @Test
  void aRedirectIsNotFollowed() {
    JsonPath made = subscribe(receiver);
    receiver.answers(message -> 307);
    tell(UUID.randomUUID());
    eventually().until(() -> delivery(made).getLong("deadLetters") == 1);
    assertThat(receiver.messages()).hasSize(3);
    assertThat(deadLetters(made).getString("items[0].failure")).isEqualTo("http-307");
  }

  @Test
  void nonsenseIsRefusedAndLeavesNoTrace() {
    int before = as().get("/api/v1/webhooks?limit=500").path("items.size()");
    Map<String, Object> fine = wanted(receiver, null);
    refused(fine, "url", null, 400);
    refused(fine, "url", "x".repeat(2001), 400);
    refused(fine, "url", "no url", 422);
    refused(fine, "url", "ftp://127.0.0.1/", 422);
    refused(fine, "url", "http://10.0.0.1/", 422);
    refused(fine, "url", "http://169.254.169.254/latest", 422);
    refused(fine, "secret", "whsec_short", 400);
    refused(fine, "from", "yesterday", 400);
    refused(fine, "from", "999999999999", 422);
    refused(fine, "types[0]", List.of("org.jiceng.no-such.v1"), 422);
    as().body("{").post("/api/v1/webhooks").then().statusCode(400);
    int after = as().get("/api/v1/webhooks?limit=500").path("items.size()");
    assertThat(after).isEqualTo(before);
    as().get("/api/v1/webhooks/" + UUID.randomUUID()).then().statusCode(404);
    as().get("/api/v1/webhooks/" + UUID.randomUUID() + "/delivery").then().statusCode(404);
    as().get("/api/v1/webhooks/" + UUID.randomUUID() + "/dead-letters").then().statusCode(404);
  }

  @Test
  void onlyWhoActsForTheWholeDistrictMaySubscribe() {
    given().get("/api/v1/webhooks").then().statusCode(401);
    with(Tokens.of("registrar").wholeDistrict()).get("/api/v1/webhooks").then().statusCode(403);
    with(Tokens.of("system").org(UUID.randomUUID()))
        .body(wanted(receiver, null))
        .post("/api/v1/webhooks")
        .then()
        .statusCode(404);
  }

  @Test
  void aChangeNamesTheVersionAndAReplayedRequestSubscribesOnce() {
    JsonPath made = subscribe(receiver);
    String path = "/api/v1/webhooks/" + made.get("id");
    as().body(Map.of("state", "PAUSED")).patch(path).then().statusCode(428);
    as().header("If-Match", "\"77\"").delete(path).then().statusCode(412);
    String key = UUID.randomUUID().toString();
    Map<String, Object> wanted = wanted(receiver, null);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(
          as().header("Idempotency-Key", key)
              .body(wanted)
              .post("/api/v1/webhooks")
              .then()
              .statusCode(201)
              .body("secret", startsWith("whsec_"))
              .extract()
              .path("id"));
    }
    open.add(ids.get(0));
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
    as().header("If-Match", etag(made.getString("id")))
        .delete(path)
        .then()
        .statusCode(200)
        .body("closedReason", equalTo("REQUESTED"));
    given().get("/q/health/well").then().statusCode(200);
  }

  private void refused(Map<String, Object> fine, String field, Object value, int status) {
    Map<String, Object> wrong = new HashMap<>(fine);
    wrong.put(field.replaceAll("\\W.*", ""), value);
    as().body(wrong)
        .post("/api/v1/webhooks")
        .then()
        .statusCode(status)
        .body("violations[0].field", equalTo(field));
  }

  private static org.hamcrest.Matcher<String> endsWith(String end) {
    return org.hamcrest.Matchers.endsWith(end);
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
  }

  private static Map<String, Object> wanted(Receiver receiver, String from) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("url", receiver.url());
    wanted.put("from", from == null ? "now" : from);
    return wanted;
  }

  /** From now on, or from a position, or for one type. */
  private JsonPath subscribe(Receiver receiver, String... more) {
    awaitPlaced();
    Map<String, Object> wanted = wanted(receiver, null);
    for (String each : more) {
      if (each.startsWith("org.")) {
        wanted.put("types", List.of(each));
      } else {
        wanted.put("from", each);
      }
    }
    JsonPath made =
        as().body(wanted).post("/api/v1/webhooks").then().statusCode(201).extract().jsonPath();
    open.add(made.getString("id"));
    return made;
  }

  /** Tells that a member is confirmed; the organisation of the event, as its mark. */
  private String tell(UUID member) {
    UUID organization = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(new MemberConfirmed(member, organization), DAY));
    return organization.toString();
  }

  /** How far the log goes once every event has its position. */
  private long awaitPlaced() {
    eventually().until(() -> number("select count(*) from outbox where position is null") == 0);
    return number("select placed from outbox_relay");
  }

  private long number(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonPath delivery(JsonPath webhook) {
    return as().get("/api/v1/webhooks/" + webhook.get("id") + "/delivery").jsonPath();
  }

  private static JsonPath deadLetters(JsonPath webhook) {
    return as().get("/api/v1/webhooks/" + webhook.get("id") + "/dead-letters").jsonPath();
  }

  private static io.restassured.response.ValidatableResponse redeliver(
      JsonPath hook, String which) {
    return as().post("/api/v1/webhooks/" + hook.get("id") + "/dead-letters" + which + "/redeliver")
        .then();
  }

  private static io.restassured.response.ValidatableResponse change(
      JsonPath hook, Map<String, Object> body) {
    String id = hook.getString("id");
    return as().header("If-Match", etag(id)).body(body).patch("/api/v1/webhooks/" + id).then();
  }

  private static io.restassured.response.ValidatableResponse changeSecret(
      JsonPath hook, Map<String, Object> body) {
    String id = hook.getString("id");
    return as().header("If-Match", etag(id))
        .body(body)
        .post("/api/v1/webhooks/" + id + "/secret")
        .then();
  }

  /** Whether a receiver that knows the secret of an answer takes the message for ours. */
  private static boolean verifies(JsonPath answer, Receiver.Message message) {
    try {
      new com.standardwebhooks.Webhook(answer.getString("secret"))
          .verify(message.body(), message.headers());
      return true;
    } catch (com.standardwebhooks.exceptions.WebhookVerificationException e) {
      return false;
    }
  }

  private static String etag(String id) {
    return as().get("/api/v1/webhooks/" + id).getHeader("ETag");
  }

  private static RequestSpecification as() {
    return with(Tokens.of("system").wholeDistrict());
  }

  private static RequestSpecification with(Tokens token) {
    return given().auth().oauth2(token.sign()).contentType("application/json");
  }
}
