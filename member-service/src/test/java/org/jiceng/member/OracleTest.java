package org.jiceng.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newIdNumber;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.member.imports.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No refusal tells an office what is recorded of a person elsewhere; it tells whom to ask. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OracleTest {
  private static final String ASK = "/ask-the-district";
  private static final String MEMBERS = "/api/v1/members";

  @Inject District district;

  private UUID home;
  private UUID curious;
  private String who;
  private Map<String, Object> known;
  private UUID member;

  @BeforeEach
  void aMemberOfAnotherOffice() {
    home = district.organization();
    curious = district.organization();
    who = "curious-" + UUID.randomUUID();
    known = newMember(home);
    member = UUID.fromString(admit(known).statusCode(201).extract().path("id"));
  }

  @Test
  void admittingAMemberOfAnotherOfficeTellsOnlyWhomToAsk() {
    Map<String, Object> wanted = new HashMap<>(known);
    wanted.put("organizationId", curious);
    discreet(curiously().body(wanted).post(MEMBERS).then().statusCode(409), ASK);
    assertThat(audited()).isEqualTo("ask-the-district member " + member);
    as(Roles.REGISTRAR)
        .body(wanted)
        .post(MEMBERS)
        .then()
        .body("type", endsWith("/already-a-member"));
    wanted.put("organizationId", home);
    District.officeOf(home)
        .body(wanted)
        .post(MEMBERS)
        .then()
        .statusCode(409)
        .body("type", endsWith("/already-a-member"));
  }

  @Test
  void norDoesAMembershipElsewhereThatHasEndedTellItsDay() {
    command(
            as(Roles.REGISTRAR),
            MEMBERS + "/" + member + "/end",
            0,
            Map.of("reason", "WITHDRAWN", "effectiveOn", "2012-05-06"))
        .statusCode(200);
    Map<String, Object> wanted = new HashMap<>(known);
    wanted.put("organizationId", curious);
    discreet(curiously().body(wanted).post(MEMBERS).then().statusCode(409), ASK);
    assertThat(audited()).isEqualTo("ask-the-district member " + member);
    String own = admit(wanted).statusCode(422).extract().asString();
    assertThat(own).contains("2012-05-06");
  }

  @Test
  void norDoesGivingSomebodyThatIdNumber() {
    UUID own = District.member(curious);
    ValidatableResponse refused =
        curiously()
            .header("If-Match", "\"0\"")
            .body(Map.of("idNumber", known.get("idNumber")))
            .patch(MEMBERS + "/" + own)
            .then()
            .statusCode(409);
    discreet(refused, ASK);
    assertThat(audited()).isEqualTo("ask-the-district member " + member);
  }

  @Test
  void norDoesATrialOfARosterAndEachHitIsOnRecord() {
    String line = "%s,%s,01,21,,%s,FULL,2001-07-01,2009-03-01,\n";
    UUID own = District.member(curious);
    String file =
        Files.ROSTER
            + line.formatted(newIdNumber(), District.NAME, codeOf(curious))
            + line.formatted(known.get("idNumber"), District.NAME, codeOf(curious));
    Response sent = Files.send(curiously(), "members/imports?dryRun=true", file);
    String errors = Files.errors(sent);
    assertThat(errors)
        .contains("3,idNumber,ask-the-district,")
        .doesNotContain("already-there", codeOf(home), home.toString(), member.toString());
    assertThat(audited()).endsWith("ask-the-district member " + member);
    String owner =
        Files.errors(
            Files.send(
                District.officeOf(home),
                "members/imports?dryRun=true",
                Files.ROSTER + line.formatted(known.get("idNumber"), District.NAME, codeOf(home))));
    assertThat(owner).contains("2,idNumber,already-there");
    assertThat(own).isNotNull();
  }

  @Test
  void norDoesHostingOrATrialOfAListOfTheHosted() {
    UUID host = district.organization();
    String idNumber = newIdNumber();
    String registration =
        host(as(Roles.REGISTRAR), host, idNumber).statusCode(201).extract().path("id");
    discreet(host(curiously(), curious, idNumber).statusCode(409), ASK);
    String errors =
        Files.errors(
            Files.send(
                curiously(),
                "mobile-registrations/imports?dryRun=true",
                Files.HOSTED
                    + "%s,%s,,%s,,2009-06-01\n"
                        .formatted(idNumber, District.NAME, codeOf(curious))));
    assertThat(errors).contains("2,idNumber,ask-the-district,").doesNotContain("already-there");
    String hit = "ask-the-district mobile-registration " + registration;
    assertThat(audited()).startsWith(hit).endsWith(hit);
    host(District.officeOf(host), host, idNumber)
        .statusCode(409)
        .body("type", endsWith("/already-hosted"));
    String mine =
        host(curiously(), curious, known.get("idNumber").toString())
            .statusCode(201)
            .extract()
            .asString();
    assertThat(mine).doesNotContain(home.toString(), member.toString());
  }

  @Test
  void norDoesAnArrivalFromElsewhere() {
    discreet(announce(curiously(), curious, known.get("idNumber")).statusCode(409), ASK);
    String idNumber = newIdNumber();
    String transfer =
        announce(as(Roles.REGISTRAR), home, idNumber).statusCode(201).extract().path("id");
    discreet(announce(curiously(), curious, idNumber).statusCode(409), ASK);
    assertThat(audited())
        .isEqualTo("ask-the-district member " + member + ", ask-the-district transfer " + transfer);
    announce(District.officeOf(home), home, idNumber)
        .statusCode(409)
        .body("type", endsWith("/arrival-already-announced"));
  }

  @Test
  void whoAsksForAMemberDoesNotLearnThatOthersHaveAsked() {
    UUID third = district.organization();
    District.request(member, third, "2010-01-05");
    Map<String, Object> wanted = Map.of("memberId", member, "destinationId", curious);
    curiously().body(wanted).post("/api/v1/transfers").then().statusCode(404);
    assertThat(audited()).isEqualTo("ask-the-district member " + member);
    with(Tokens.of(Roles.REGISTRAR).org(home))
        .body(wanted)
        .post("/api/v1/transfers")
        .then()
        .statusCode(409)
        .body("type", endsWith("/transfer-already-open"));
  }

  @Test
  void manyWhoTryAtOnceAreAllAnsweredAndOnRecord() throws Exception {
    Map<String, Object> wanted = new HashMap<>(known);
    wanted.put("organizationId", curious);
    int tries = 60; // more than there are connections to the database
    ExecutorService hands = Executors.newFixedThreadPool(tries);
    Callable<Integer> trying =
        () -> curiously().body(wanted).post(MEMBERS).then().extract().statusCode();
    for (Future<Integer> status : hands.invokeAll(Collections.nCopies(tries, trying))) {
      assertThat(status.get()).isEqualTo(409);
    }
    hands.shutdown();
    assertThat(audited().split(", ")).hasSize(tries);
  }

  private RequestSpecification curiously() {
    return with(Tokens.of(Roles.REGISTRAR).subject(who).org(curious));
  }

  /** Neither where the person is known, nor since when or until when, nor as which record. */
  private void discreet(ValidatableResponse refused, String type) {
    String answer =
        refused
            .body("type", endsWith(type))
            .header("Cache-Control", "no-store")
            .extract()
            .asString();
    assertThat(answer)
        .doesNotContain(
            home.toString(), codeOf(home), member.toString(), known.get("idNumber").toString())
        .doesNotContainPattern("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");
  }

  private String audited() {
    return district.text(
        """
        select string_agg(action || ' ' || record_type || ' ' || record_id, ', ' order by seq)
          from audit_log where who = ? and action not like 'import%' and action <> 'host'""",
        who);
  }

  private static ValidatableResponse host(RequestSpecification caller, UUID host, String idNumber) {
    return caller
        .body(
            Map.of(
                "idNumber",
                idNumber,
                "name",
                District.NAME,
                "hostId",
                host,
                "hostedOn",
                "2009-06-01"))
        .post("/api/v1/mobile-registrations")
        .then();
  }

  private static ValidatableResponse announce(
      RequestSpecification caller, UUID destination, Object idNumber) {
    LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    Map<String, Object> letter = new HashMap<>();
    letter.put("idNumber", idNumber);
    letter.put("name", District.NAME);
    letter.put("ethnicity", "01");
    letter.put("education", "21");
    letter.put("status", "FULL");
    letter.put("joinedOn", "2001-07-01");
    letter.put("destinationId", destination);
    letter.put("elsewhere", "外省某支部");
    letter.put("letterNumber", "N-" + UUID.randomUUID().toString().substring(0, 8));
    letter.put("issuedOn", today.minusDays(10).toString());
    letter.put("validUntil", today.plusDays(50).toString());
    return caller.body(letter).post("/api/v1/transfers/incoming").then();
  }
}
