package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.request;
import static org.jiceng.member.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members who move together: who graduates, and whose branch closes. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BatchTest {
  private static final String BATCHES = "/api/v1/transfers/batches";

  @Inject District district;
  @Inject BusinessClock clock;

  private UUID source;
  private UUID destination;

  @BeforeEach
  void twoOffices() {
    source = district.organization();
    destination = district.organization();
    standAt("2010-06-30T04:00:00Z");
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void aClosingBranchMovesAllItsMembersAndEachIsToldOf() {
    UUID one = District.member(source);
    UUID other = District.member(source);
    String id =
        batch(Map.of()).statusCode(201).body("counts.REQUESTED", equalTo(2)).extract().path("id");
    step(source, id, "approval", Map.of()).statusCode(200).body("advanced", equalTo(2));
    transfersOf(id)
        .body("items.state", contains("APPROVED", "APPROVED"))
        .body("items[0].letterNumber", startsWith("JC2010-"))
        .body("items[0].validUntil", equalTo("2010-09-30"))
        .body("items[0].dueOn", equalTo("2010-07-07"))
        .body("items[0].turn", equalTo(destination.toString()));
    standAt("2010-07-02T04:00:00Z");
    step(destination, id, "receipt", Map.of("effectiveOn", "2010-07-01"))
        .statusCode(200)
        .body("advanced", equalTo(2))
        .body("batch.counts.COMPLETED", equalTo(2))
        .body("batch.skipped", nullValue());
    for (UUID member : List.of(one, other)) {
      assertThat(district.affiliationsOf(member))
          .isEqualTo(
              codeOf(source) + " 2009-03-01 2010-07-01, " + codeOf(destination) + " 2010-07-01 -");
    }
    List<String> transfers = transfersOf(id).extract().path("items.id");
    for (String transfer : transfers) {
      assertThat(district.eventsOf(transfer))
          .isEqualTo(
              "transfer-requested 2010-06-30, transfer-approved 2010-06-30,"
                  + " transfer-completed 2010-07-01");
      assertThat(audited(transfer)).isEqualTo("request approve receive");
    }
    transfersOf(id).body("items.dueOn", contains("2010-07-09", "2010-07-09"));
  }

  @Test
  void whoCannotGoIsListedAndTheOthersGo() {
    UUID free = District.member(source);
    UUID busy = District.member(source);
    UUID elsewhere = District.member(destination);
    UUID nobody = UUID.randomUUID();
    request(busy, destination, "2010-06-30");
    UUID late = later();
    String id =
        batch(Map.of("memberIds", List.of(free, busy, elsewhere, nobody, late, free)))
            .statusCode(201)
            .body("counts.REQUESTED", equalTo(1))
            .body("skipped", hasSize(4))
            .body(
                "skipped.code",
                containsInAnyOrder(
                    "TRANSFER_OPEN", "NOT_AT_SOURCE", "NOT_AT_SOURCE", "AFFILIATED_LATER"))
            .extract()
            .path("id");
    officeOf(source).get(BATCHES + "/" + id).then().body("skipped", hasSize(4));
    officeOf(destination).get(BATCHES + "/" + id).then().body("skipped", nullValue());
    transfersOf(id).body("items.memberId", contains(free.toString()));
  }

  @Test
  void allGoOrNobodyDoes() {
    UUID free = District.member(source);
    UUID busy = District.member(source);
    request(busy, destination, "2010-06-30");
    batch(Map.of("mode", "ALL_OR_NOTHING"))
        .statusCode(409)
        .body("type", endsWith("/batch-not-whole"))
        .body("skipped.memberId", contains(busy.toString()))
        .body("skipped.code", contains("TRANSFER_OPEN"));
    batch(Map.of("memberIds", List.of(busy)))
        .statusCode(409)
        .body("type", endsWith("/batch-empty"));
    assertThat(district.text("select count(*) from transfer_batch where source_id = ?", source))
        .isEqualTo("0");
    assertThat(district.text("select count(*) from transfer where member_id = ?", free))
        .isEqualTo("0");
  }

  @Test
  void aBatchThatCannotBeIsRefusedAndLeavesNothing() {
    District.member(source);
    batch(Map.of("destinationId", source))
        .statusCode(409)
        .body("type", endsWith("/transfer-to-itself"));
    batch(Map.of("destinationId", UUID.randomUUID())).statusCode(422);
    batch(Map.of("destinationId", district.organization(null, "DISSOLVED"))).statusCode(409);
    batch(Map.of("sourceId", UUID.randomUUID())).statusCode(404);
    batch(Map.of("effectiveOn", "2010-07-01")).statusCode(422);
    batch(Map.of("memberIds", List.of())).statusCode(400);
    batch(Map.of("memberIds", Collections.nCopies(5_001, UUID.randomUUID()))).statusCode(400);
    batch(Map.of("memberIds", List.of("nobody"))).statusCode(400);
    batch(Map.of("mode", "SOME")).statusCode(400);
    batch(Map.of("reason", "搬".repeat(201))).statusCode(400);
    officeOf(source).body("{}").post(BATCHES).then().statusCode(400);
    officeOf(destination).body(wanted(Map.of())).post(BATCHES).then().statusCode(404);
    as(Roles.AUDITOR).body(wanted(Map.of())).post(BATCHES).then().statusCode(403);
    assertThat(district.text("select count(*) from transfer where source_id = ?", source))
        .isEqualTo("0");
  }

  @Test
  void eachOfficeDoesItsOwnPartOfABatch() {
    UUID member = District.member(source);
    String id = batch(Map.of("reason", "毕业")).statusCode(201).extract().path("id");
    UUID stranger = district.organization();
    officeOf(stranger).get(BATCHES + "/" + id).then().statusCode(404);
    step(stranger, id, "approval", Map.of()).statusCode(404);
    step(destination, id, "approval", Map.of())
        .statusCode(403)
        .body("type", endsWith("/not-the-source"));
    step(source, id, "receipt", Map.of())
        .statusCode(403)
        .body("type", endsWith("/not-the-destination"));
    step(source, id, "approval", Map.of("effectiveOn", "2010-07-01")).statusCode(422);
    step(source, UUID.randomUUID().toString(), "approval", Map.of()).statusCode(404);
    step(source, "x", "approval", Map.of()).statusCode(404);
    officeOf(destination)
        .get(BATCHES + "/" + id)
        .then()
        .statusCode(200)
        .body("reason", equalTo("毕业"));
    with(Tokens.of(Roles.AUDITOR).org(source))
        .get(BATCHES + "/" + id)
        .then()
        .statusCode(200)
        .body("reason", nullValue());
    with(Tokens.of(Roles.MEMBER).member(member)).get(BATCHES + "/" + id).then().statusCode(403);
    step(destination, id, "receipt", Map.of()).statusCode(200).body("advanced", equalTo(0));
    transfersOf(id).body("items.state", contains("REQUESTED"));
  }

  @Test
  void whatIsNoLongerGoodIsLeftOutOfAReceipt() {
    UUID stays = District.member(source);
    UUID goes = District.member(source);
    String id = batch(Map.of()).statusCode(201).extract().path("id");
    step(source, id, "approval", Map.of()).statusCode(200);
    District.command(
            as(Roles.REGISTRAR),
            "/api/v1/members/" + stays + "/end",
            0,
            Map.of("reason", "DECEASED", "effectiveOn", "2010-06-30"))
        .statusCode(200);
    step(destination, id, "receipt", Map.of("effectiveOn", "2010-06-29"))
        .body("advanced", equalTo(0));
    step(destination, id, "receipt", Map.of())
        .body("advanced", equalTo(1))
        .body("batch.counts.CANCELLED", equalTo(1))
        .body("batch.counts.COMPLETED", equalTo(1));
    assertThat(district.affiliationsOf(stays)).isEqualTo(codeOf(source) + " 2009-03-01 2010-06-30");
    assertThat(district.affiliationsOf(goes)).endsWith(codeOf(destination) + " 2010-06-30 -");
  }

  @Test
  void aLetterThatRanOutIsNotReceivedByABatchEither() {
    UUID member = District.member(source);
    String id = batch(Map.of()).statusCode(201).extract().path("id");
    step(source, id, "approval", Map.of()).statusCode(200);
    standAt("2010-09-30T16:01:00Z");
    step(destination, id, "receipt", Map.of()).body("advanced", equalTo(0));
    assertThat(district.affiliationsOf(member)).isEqualTo(codeOf(source) + " 2009-03-01 -");
  }

  @Test
  void aCommandThatIsSentAgainHasItsFirstAnswer() {
    District.member(source);
    String key = UUID.randomUUID().toString();
    String first = once(key).extract().path("id");
    once(key).header("Idempotency-Replayed", equalTo("true")).body("id", equalTo(first));
    assertThat(district.text("select count(*) from transfer where source_id = ?", source))
        .isEqualTo("1");
  }

  @Test
  void officesThatClickAtOnceMoveEachMemberOnce() {
    List<UUID> members = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      members.add(District.member(source));
    }
    String id = batch(Map.of()).statusCode(201).extract().path("id");
    assertThat(advancedBy(AtOnce.times(4, () -> advanced(source, id, "approval")))).isEqualTo(20);
    assertThat(advancedBy(AtOnce.times(4, () -> advanced(destination, id, "receipt"))))
        .isEqualTo(20);
    for (UUID member : members) {
      assertThat(district.affiliationsOf(member))
          .isEqualTo(
              codeOf(source) + " 2009-03-01 2010-06-30, " + codeOf(destination) + " 2010-06-30 -");
    }
    assertThat(
            district.text(
                """
                select count(*) || ' ' || count(distinct aggregateid)
                  from outbox join transfer on aggregateid = transfer_id::text
                 where batch_id = ?::uuid and type = 'org.jiceng.member.transfer-completed.v1'""",
                id))
        .isEqualTo("20 20");
  }

  @Test
  void fiveThousandGoByOneCommandEach() {
    district.execute(
        """
        with person as (
          insert into member (member_id, id_index, id_number, name, sex, ethnicity, education,
                              birth_year, status, joined_on, organization_id, affiliated_on, version)
          select gen_random_uuid(), sha256((?::text || n)::bytea), '\\x00', '\\x00', '1', '01', '21',
                 1970, 'FULL', date '2001-07-01', ?, date '2009-03-01', 0
            from generate_series(1, 5000) n
          returning member_id, organization_id, affiliated_on)
        insert into affiliation (member_id, organization_id, valid_from) select * from person""",
        source,
        source);
    String id = batch(Map.of()).statusCode(201).extract().path("id");
    step(source, id, "approval", Map.of()).body("advanced", equalTo(5_000));
    step(destination, id, "receipt", Map.of()).body("advanced", equalTo(5_000));
    assertThat(
            district.text(
                """
                select count(*) from affiliation
                 where organization_id = ? and valid_from = date '2010-06-30' and valid_to is null""",
                destination))
        .isEqualTo("5000");
    District.member(source);
    batch(Map.of()).statusCode(201).body("counts.REQUESTED", equalTo(1)).body("skipped", empty());
  }

  private int advanced(UUID office, String id, String what) {
    return step(office, id, what, Map.of()).statusCode(200).extract().path("advanced");
  }

  private static int advancedBy(List<Integer> commands) {
    return commands.stream().mapToInt(Integer::intValue).sum();
  }

  private UUID later() {
    Map<String, Object> wanted = District.newMember(source);
    wanted.put("affiliatedOn", "2010-06-30");
    UUID member = UUID.fromString(District.admit(wanted).statusCode(201).extract().path("id"));
    district.execute(
        "update affiliation set valid_from = date '2010-07-15' where member_id = ?", member);
    district.execute(
        "update member set affiliated_on = date '2010-07-15' where member_id = ?", member);
    return member;
  }

  private ValidatableResponse once(String key) {
    return officeOf(source)
        .header("Idempotency-Key", key)
        .body(wanted(Map.of()))
        .post(BATCHES)
        .then()
        .statusCode(201);
  }

  private Map<String, Object> wanted(Map<String, ?> changed) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("sourceId", source);
    wanted.put("destinationId", destination);
    wanted.putAll(changed);
    return wanted;
  }

  private ValidatableResponse batch(Map<String, ?> changed) {
    return officeOf(source).body(wanted(changed)).post(BATCHES).then();
  }

  private static ValidatableResponse step(UUID office, String id, String what, Object body) {
    return officeOf(office).body(body).post(BATCHES + "/" + id + "/" + what).then();
  }

  private static ValidatableResponse transfersOf(String batch) {
    return as(Roles.REGISTRAR).get("/api/v1/transfers?batchId=" + batch).then().statusCode(200);
  }

  private String audited(String transfer) {
    return district.text(
        """
        select string_agg(action, ' ' order by seq) from audit_log
         where record_type = 'transfer' and record_id = ? and action <> 'read'""",
        transfer);
  }

  private void standAt(String moment) {
    clock.turnTo(Clock.fixed(Instant.parse(moment), clock.zone()));
  }
}
