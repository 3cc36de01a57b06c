package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.with;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.member.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member sees and may ask for on a phone. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OwnViewTest {
  private static final String ME = "/api/v1/members/me/";
  private static final String OWN = ME + "transfers";
  private static final int SMALL = 2048;

  @Inject District district;

  private UUID branch;
  private UUID other;
  private UUID member;

  @BeforeEach
  void aMember() {
    branch = district.organization();
    other = district.organization();
    member = District.member(branch);
  }

  @Test
  void aMemberAsksAndSeesWhoseTurnItIsInWords() {
    String id =
        ask(Map.of("destinationId", other, "reason", "搬家"))
            .statusCode(201)
            .header("ETag", "\"0\"")
            .body("state", equalTo("REQUESTED"))
            .body("withdrawable", equalTo(true))
            .body("next", containsString("等待x审批"))
            .extract()
            .path("id");
    officeOf(branch)
        .get("/api/v1/transfers/" + id)
        .then()
        .body("turn", equalTo(branch.toString()))
        .body("reason", equalTo("搬家"));
    ask(Map.of("destinationId", other))
        .statusCode(409)
        .body("type", endsWith("/transfer-already-open"));
    step(branch, id, "approval", 0);
    list()
        .body("items", hasSize(1))
        .body("items[0].next", containsString("等待x接收"))
        .body("items[0].withdrawable", equalTo(false))
        .body("items[0].from", equalTo("x"))
        .body("items[0].to", equalTo("x"));
    me().header("Accept-Language", "en")
        .get(OWN)
        .then()
        .body("items[0].next", equalTo("The letter of x is issued; x has to receive you."));
    step(other, id, "receipt", 1);
    step(branch, id, "acknowledgement", 2);
    list().body("items[0].state", equalTo("ACKNOWLEDGED")).body("items[0].dueOn", nullValue());
    assertThat(
            district.text("select organization_id::text from member where member_id = ?", member))
        .isEqualTo(other.toString());
  }

  @Test
  void aMemberMayAskToLeaveTheDistrict() {
    me().body(Map.of("elsewhere", "上海市黄浦区"))
        .post(OWN + "/outgoing")
        .then()
        .statusCode(201)
        .body("direction", equalTo("OUT"))
        .body("to", equalTo("上海市黄浦区"));
    me().body(Map.of("elsewhere", "上海市黄浦区", "peer", "huangpu"))
        .post(OWN + "/outgoing")
        .then()
        .statusCode(422);
  }

  @Test
  void aRequestIsWithdrawnOnlyByItsMemberAndOnlyWhileNobodyHasDecided() {
    String id = ask(Map.of("destinationId", other)).statusCode(201).extract().path("id");
    UUID stranger = District.member(branch);
    withdraw(as(stranger), id, 0).statusCode(404);
    withdraw(me(), UUID.randomUUID().toString(), 0).statusCode(404);
    withdraw(me(), id, 7).statusCode(412);
    withdraw(me(), id, 0).statusCode(200).body("state", equalTo("CANCELLED"));
    String second = ask(Map.of("destinationId", other)).statusCode(201).extract().path("id");
    step(branch, second, "approval", 0);
    withdraw(me(), second, 1).statusCode(409).body("type", endsWith("/transfer-in-other-state"));
    list()
        .body("items.id", equalTo(List.of(second, id)))
        .body("items.state", equalTo(List.of("APPROVED", "CANCELLED")));
  }

  @Test
  void whatCannotBeIsRefusedAndOnlyMembersHaveAnOwnView() {
    ask(Map.of("destinationId", branch))
        .statusCode(409)
        .body("type", endsWith("/transfer-to-itself"));
    ask(Map.of("destinationId", UUID.randomUUID())).statusCode(422);
    ask(Map.of()).statusCode(400);
    ask(Map.of("destinationId", other, "memberId", District.member(other))).statusCode(400);
    for (String what : List.of("transfers", "absences", "registrations", "access-log")) {
      District.as(Roles.REGISTRAR).get(ME + what).then().statusCode(403);
      with(Tokens.of(Roles.MEMBER)).get(ME + what).then().statusCode(404);
    }
    list().body("items", hasSize(0));
  }

  @Test
  void aMemberReportsAbsenceAndSeesWhoHosts() {
    Map<String, Object> report = new HashMap<>();
    report.put("since", "2010-05-01");
    report.put("reasonCode", "WORK");
    report.put("whereabouts", "深圳");
    report.put("hostId", other);
    String id =
        me().body(report)
            .post(ME + "absences")
            .then()
            .statusCode(201)
            .body("state", equalTo("REPORTED_BY_MEMBER"))
            .body("whereabouts", equalTo("深圳"))
            .body("host", equalTo("x"))
            .body("hosted", equalTo(false))
            .extract()
            .path("id");
    me().get(ME + "registrations").then().statusCode(200).body("items", hasSize(0));
    command(officeOf(branch), "/api/v1/absences/" + id + "/confirmation", 0, Map.of())
        .statusCode(200);
    command(officeOf(other), "/api/v1/absences/" + id + "/acceptance", 1, Map.of()).statusCode(200);
    me().get(ME + "absences")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("items.id", equalTo(List.of(id)))
        .body("items[0].hosted", equalTo(true));
    me().get(ME + "registrations")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("items", hasSize(1))
        .body("items[0].host", equalTo("x"));
    as(District.member(branch)).get(ME + "registrations").then().body("items", hasSize(0));
  }

  @Test
  void answersAreSmallKeptByNobodyAndNotSentTwice() {
    for (int i = 0; i < 4; i++) {
      String id = ask(Map.of("destinationId", other)).statusCode(201).extract().path("id");
      withdraw(me(), id, 0).statusCode(200);
    }
    for (String what : List.of("", "/transfers", "/absences", "/registrations")) {
      String path = "/api/v1/members/me" + what;
      ValidatableResponse answer = me().get(path).then().statusCode(200);
      assertThat(answer.extract().asByteArray().length).as(path).isLessThan(SMALL);
      answer.header("Cache-Control", "no-store");
      String tag = answer.extract().header("ETag");
      me().header("If-None-Match", tag).get(path).then().statusCode(304);
    }
    String before = list().extract().header("ETag");
    ask(Map.of("destinationId", other)).statusCode(201);
    me().header("If-None-Match", before).get(OWN).then().statusCode(200);
    JsonPath page = me().get(OWN + "?limit=3").then().extract().jsonPath();
    assertThat(page.getList("items")).hasSize(3);
    me().get(OWN + "?limit=3&cursor=" + page.getString("nextCursor"))
        .then()
        .body("items", hasSize(2))
        .body("nextCursor", nullValue());
  }

  @Test
  void aBackEndForPhonesIsCalledForEachStepOfATransferAndForNothingElse() throws IOException {
    List<JsonPath> calls = new CopyOnWriteArrayList<>();
    HttpServer backEnd =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backEnd.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          calls.add(new JsonPath(new String(body, StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    backEnd.start();
    try {
      Map<String, Object> wanted = new HashMap<>();
      wanted.put("url", "http://127.0.0.1:" + backEnd.getAddress().getPort());
      wanted.put("from", "now");
      wanted.put(
          "types",
          List.of(
              "org.jiceng.member.transfer-requested.v1",
              "org.jiceng.member.transfer-approved.v1",
              "org.jiceng.member.transfer-completed.v1",
              "org.jiceng.member.receipt-acknowledged.v1"));
      String hook =
          with(Tokens.of(Roles.SYSTEM).wholeDistrict())
              .body(wanted)
              .post("/api/v1/webhooks")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      String id = ask(Map.of("destinationId", other)).statusCode(201).extract().path("id");
      District.member(other); // of no concern to it
      step(branch, id, "approval", 0);
      step(other, id, "receipt", 1);
      step(branch, id, "acknowledgement", 2);
      await().atMost(Duration.ofSeconds(30)).until(() -> about(calls).size() == 4);
      assertThat(about(calls))
          .containsExactly(
              "transfer-requested",
              "transfer-approved",
              "transfer-completed",
              "receipt-acknowledged");
      assertThat(calls).noneMatch(call -> call.getString("type").contains("admitted"));
      assertThat(calls).noneMatch(call -> call.prettify().contains(District.NAME));
      with(Tokens.of(Roles.SYSTEM).wholeDistrict())
          .header("If-Match", "\"0\"")
          .delete("/api/v1/webhooks/" + hook)
          .then()
          .statusCode(200);
    } finally {
      backEnd.stop(0);
    }
  }

  /** The steps of this member's transfers that the back end has heard of. */
  private List<String> about(List<JsonPath> calls) {
    return calls.stream()
        .filter(call -> member.toString().equals(call.getString("data.memberId")))
        .map(call -> call.getString("type").replaceAll("org\\.jiceng\\.member\\.|\\.v1", ""))
        .toList();
  }

  private static void step(UUID office, String transfer, String what, int version) {
    command(officeOf(office), "/api/v1/transfers/" + transfer + "/" + what, version, Map.of())
        .statusCode(200);
  }

  private ValidatableResponse ask(Map<String, Object> wish) {
    return me().body(wish).post(OWN).then();
  }

  private static ValidatableResponse withdraw(RequestSpecification who, String id, int version) {
    return command(who, OWN + "/" + id + "/withdrawal", version, Map.of("reasonCode", "STAYS"));
  }

  private ValidatableResponse list() {
    return me().get(OWN).then().statusCode(200).header("Cache-Control", "no-store");
  }

  private RequestSpecification me() {
    return as(member);
  }

  private static RequestSpecification as(UUID who) {
    return with(Tokens.of(Roles.MEMBER).member(who));
  }
}
