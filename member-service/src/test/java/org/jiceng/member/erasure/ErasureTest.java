package org.jiceng.member.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.District;
import org.jiceng.member.Tables;
import org.jiceng.member.mobile.Away;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is erased is nobody any more, and was counted all the same. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ErasureTest {
  private static final String MEMBERS = "/api/v1/members/";
  private static final String TRANSFERS = "/api/v1/transfers/";
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  @Inject District district;
  @Inject Tables tables;
  @Inject BusinessClock clock;

  private String name;
  private String phone;
  private UUID branch;
  private UUID other;
  private Map<String, Object> person;
  private UUID member;

  @BeforeEach
  void aMember() {
    branch = district.organization();
    other = district.organization();
    name = "端木待删" + PEOPLE.incrementAndGet();
    phone = String.valueOf(13_922_220_000L + PEOPLE.get());
    person = person();
    member = UUID.fromString(admit(person).statusCode(201).extract().path("id"));
  }

  @AfterEach
  void letTheClockRun() {
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void nothingInAnyTableTellsWhoThePersonWas() {
    aLifeFullOfTraces();
    end("2012-05-01");
    assertThat(tables.thatTellOf(person)).contains("member", "mobile_registration", "absence");
    erase().statusCode(200);
    assertThat(tables.thatTellOf(person)).isEmpty();
    log().body("items.findAll { it.what == 'erase' }.recordType", hasItem("mobile-registration"));
  }

  @Test
  void whoIsErasedShowsNoNameAndStaysOnTheRostersOfFormerDays() {
    end("2012-05-01");
    String before = roster();
    erase()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("erased", equalTo(true))
        .body("name", nullValue())
        .body("idNumber", nullValue())
        .body("phone", nullValue())
        .body("birthYear", equalTo(birthYear()));
    assertThat(roster()).isEqualTo(before);
    assertThat(district.eventsOf(member))
        .startsWith("member-admitted 2009-03-01, membership-ended 2012-05-01, person-erased ");
    assertThat(
            district.text(
                "select payload::text from outbox where aggregateid = ? and type like '%erased%'",
                member.toString()))
        .isEqualTo("{\"memberId\": \"" + member + "\"}");
    officeOf(branch)
        .get("/api/v1/members?asOf=2011-01-01")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(member.toString())))
        .body("items[0].erased", equalTo(true))
        .body("items[0].name", nullValue());
    for (RequestSpecification who : List.of(officeOf(branch), as(Roles.AUDITOR))) {
      String file =
          who.get("/api/v1/members/export?format=ndjson&asOf=2011-01-01&organizationId=" + branch)
              .then()
              .statusCode(200)
              .extract()
              .asString();
      assertThat(file).contains("\"erased\":true").doesNotContain(name, phone);
    }
    officeOf(branch)
        .get(MEMBERS + member + "/history")
        .then()
        .statusCode(200)
        .body("what", hasItem("person-erased"));
    with(Tokens.of(Roles.MEMBER).member(member))
        .get(MEMBERS + "me")
        .then()
        .statusCode(200)
        .body("erased", equalTo(true))
        .body("name", nullValue());
  }

  @Test
  void whoIsStillAMemberOrWasUntilLatelyIsNotErased() {
    erase(0).statusCode(409).body("type", endsWith("/membership-not-over"));
    end("2025-05-01");
    erase()
        .statusCode(409)
        .body("type", endsWith("/person-still-retained"))
        .body("detail", containsString("2028-05-01"));
    assertThat(district.eventsOf(member)).doesNotContain("erased");
    officeOf(branch).get(MEMBERS + member).then().body("name", equalTo(name));
  }

  @Test
  void whileSomethingIsOpenAboutThePersonNothingIsErased() {
    clock.turnTo(Clock.fixed(Instant.parse("2010-03-20T04:00:00Z"), clock.zone()));
    String transfer = District.request(member, other, "2010-03-01").getString("id");
    step(branch, transfer, "approval", 0);
    step(other, transfer, "receipt", 1);
    clock.turnTo(Clock.systemUTC());
    command(
            officeOf(other),
            MEMBERS + member + "/end",
            1,
            Map.of("reason", "WITHDRAWN", "effectiveOn", "2012-05-01"))
        .statusCode(200);
    erase(2)
        .statusCode(409)
        .body("type", endsWith("/erasure-case-open"))
        .body("detail", containsString(transfer));
    step(branch, transfer, "acknowledgement", 2);
    String hosting = hosted(branch, "2013-01-01").statusCode(201).extract().path("id");
    erase(2).statusCode(409).body("detail", containsString(hosting));
    command(officeOf(branch), "/api/v1/mobile-registrations/" + hosting + "/end", 0, Map.of())
        .statusCode(200);
    erase(2).statusCode(200);
    officeOf(branch)
        .get("/api/v1/mobile-registrations/" + hosting)
        .then()
        .statusCode(200)
        .body("erased", equalTo(true))
        .body("name", nullValue());
    as(Roles.REGISTRAR)
        .get(TRANSFERS + transfer + "/letter")
        .then()
        .statusCode(409)
        .body("type", endsWith("/person-erased"));
  }

  @Test
  void onlyTheDistrictErasesInTheRightVersionAndSaysWhy() {
    end("2012-05-01");
    Map<String, Object> why = Map.of("reasonCode", "RETENTION_OVER");
    String path = MEMBERS + member + "/erasure";
    for (String role :
        List.of(Roles.REGISTRAR, Roles.SECRETARY, Roles.AUDITOR, Roles.SYSTEM, Roles.MEMBER)) {
      command(as(role), path, 1, why).statusCode(403);
    }
    command(with(Tokens.of(Roles.DISTRICT_ADMIN).org(other)), path, 1, why).statusCode(404);
    command(as(Roles.DISTRICT_ADMIN), path, 0, why).statusCode(412);
    as(Roles.DISTRICT_ADMIN).body(why).post(path).then().statusCode(428);
    command(as(Roles.DISTRICT_ADMIN), path, 1, Map.of()).statusCode(400);
    command(as(Roles.DISTRICT_ADMIN), path, 1, Map.of("reasonCode", "because of 张三"))
        .statusCode(400);
    command(as(Roles.DISTRICT_ADMIN), MEMBERS + UUID.randomUUID() + "/erasure", 1, why)
        .statusCode(404);
    assertThat(district.eventsOf(member)).doesNotContain("erased");
  }

  @Test
  void erasingTwiceIsErasingOnceAndNothingElseHappensToTheRecordAnyMore() {
    end("2012-05-01");
    erase().statusCode(200);
    erase(2).statusCode(409).body("type", endsWith("/person-erased"));
    Map<String, Map<String, Object>> commands =
        Map.of(
            "restoration",
            Map.of("organizationId", branch),
            "corrections",
            Map.of("reasonCode", "LATE_ENTRY", "joinedOn", "2001-08-01"),
            "merge",
            Map.of("duplicateId", District.member(branch)));
    commands.forEach(
        (what, body) ->
            command(as(Roles.REGISTRAR), MEMBERS + member + "/" + what, 2, body)
                .statusCode(409)
                .body("type", endsWith("/person-erased")));
    assertThat(district.eventsOf(member).split("person-erased")).hasSize(2);
  }

  @Test
  void ofTwoWhoEraseAtOnceOneDoes() {
    end("2012-05-01");
    List<Integer> statuses =
        Stream.of(1, 1)
            .map(version -> CompletableFuture.supplyAsync(() -> erase(version)))
            .toList()
            .stream()
            .map(answer -> answer.join().extract().statusCode())
            .toList();
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses).anyMatch(status -> status == 409 || status == 412);
    assertThat(district.eventsOf(member).split("person-erased")).hasSize(2);
  }

  @Test
  void theSamePersonMayBeAdmittedAgain() {
    end("2012-05-01");
    erase().statusCode(200);
    person.put("affiliatedOn", "2013-01-01");
    String again = admit(person).statusCode(201).extract().path("id");
    officeOf(branch)
        .get(MEMBERS + again)
        .then()
        .body("name", equalTo(name))
        .body("erased", equalTo(false));
    officeOf(branch).get(MEMBERS + member).then().body("name", nullValue());
  }

  @Test
  void whatAnotherRecordOfThePersonStillNeedsStays() {
    end("2012-05-01");
    String hosting = hosted(other, "2012-06-01").statusCode(201).extract().path("id");
    command(officeOf(other), "/api/v1/mobile-registrations/" + hosting + "/end", 0, Map.of())
        .statusCode(200);
    person.put("affiliatedOn", "2013-01-01");
    admit(person).statusCode(201);
    erase().statusCode(200);
    officeOf(other)
        .get("/api/v1/mobile-registrations/" + hosting)
        .then()
        .body("erased", equalTo(false))
        .body("name", equalTo(name));
  }

  @Test
  void aSecondRecordOfThePersonGoesWithTheOneThatIsKept() {
    Map<String, Object> twin = person();
    UUID second = UUID.fromString(admit(twin).statusCode(201).extract().path("id"));
    command(as(Roles.REGISTRAR), MEMBERS + member + "/merge", 0, Map.of("duplicateId", second))
        .statusCode(200);
    command(
            as(Roles.REGISTRAR),
            MEMBERS + member + "/end",
            1,
            Map.of("reason", "DECEASED", "effectiveOn", "2012-05-01"))
        .statusCode(200);
    erase(2).statusCode(200);
    assertThat(tables.thatTellOf(twin)).isEmpty();
    assertThat(district.eventsOf(second)).contains("person-erased");
  }

  /** A refused transfer, an absence that ended, a hosting, all in words that name the person. */
  private void aLifeFullOfTraces() {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("memberId", member);
    wanted.put("destinationId", other);
    wanted.put("reason", name + "搬家");
    String within =
        as(Roles.REGISTRAR)
            .body(wanted)
            .post("/api/v1/transfers")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    refuse(within);
    String out =
        as(Roles.REGISTRAR)
            .body(Map.of("memberId", member, "elsewhere", "外区" + name, "reason", phone))
            .post("/api/v1/transfers/outgoing")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    refuse(out);
    as(Roles.REGISTRAR)
        .body(
            Map.of(
                "sourceId",
                branch,
                "destinationId",
                other,
                "memberIds",
                List.of(member),
                "reason",
                name + "毕业"))
        .post("/api/v1/transfers/batches")
        .then()
        .statusCode(201);
    as(Roles.REGISTRAR)
        .body(
            Map.of(
                "memberId",
                member,
                "since",
                "2010-05-01",
                "reasonCode",
                "WORK",
                "whereabouts",
                "深圳" + name))
        .post(Away.ABSENCES)
        .then()
        .statusCode(201);
    hosted(other, "2010-06-01").statusCode(201);
  }

  private void refuse(String transfer) {
    command(officeOf(branch), TRANSFERS + transfer + "/refusal", 0, Map.of("reasonCode", "STAYS"))
        .statusCode(200);
  }

  private static void step(UUID office, String transfer, String what, int version) {
    command(
            officeOf(office),
            TRANSFERS + transfer + "/" + what,
            version,
            Map.of("effectiveOn", "2010-03-01"))
        .statusCode(200);
  }

  private ValidatableResponse hosted(UUID host, String on) {
    return as(Roles.REGISTRAR)
        .body(
            Map.of(
                "idNumber",
                person.get("idNumber"),
                "name",
                name,
                "phone",
                phone,
                "hostId",
                host,
                "homeDescription",
                "本区" + name,
                "hostedOn",
                on))
        .post("/api/v1/mobile-registrations")
        .then();
  }

  private void end(String on) {
    command(
            as(Roles.REGISTRAR),
            MEMBERS + member + "/end",
            0,
            Map.of("reason", "WITHDRAWN", "effectiveOn", on))
        .statusCode(200);
  }

  private ValidatableResponse erase() {
    return erase(1);
  }

  private ValidatableResponse erase(int version) {
    return command(
        as(Roles.DISTRICT_ADMIN),
        MEMBERS + member + "/erasure",
        version,
        Map.of("reasonCode", "RETENTION_OVER"));
  }

  private ValidatableResponse log() {
    return as(Roles.AUDITOR).get(MEMBERS + member + "/access-log").then().statusCode(200);
  }

  private String roster() {
    return officeOf(branch)
        .get("/api/v1/members?asOf=2011-01-01")
        .then()
        .extract()
        .path("items.size()")
        .toString();
  }

  private int birthYear() {
    return Integer.parseInt(person.get("idNumber").toString().substring(6, 10));
  }

  private Map<String, Object> person() {
    Map<String, Object> wanted = newMember(branch);
    wanted.put("name", name);
    wanted.put("phone", phone);
    return wanted;
  }
}
