package org.jiceng.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.imports.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused is told as a problem of its own type, and leaves no trace. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RefusalsTest {
  private static final String TRANSFERS = "/api/v1/transfers";

  @Inject District district;
  @Inject Stored stored;
  @Inject BusinessClock clock;

  private UUID source;
  private UUID destination;
  private UUID member;
  private Map<String, String> before;

  @BeforeEach
  void aMember() {
    source = district.organization();
    destination = district.organization();
    member = District.member(source);
    clock.turnTo(Clock.fixed(Instant.parse("2010-03-02T04:00:00Z"), clock.zone()));
    before = stored.everything();
  }

  @AfterEach
  void nothingIsStoredAndNoEventGoesOut() {
    assertThat(stored.everything()).isEqualTo(before);
    clock.turnTo(Clock.systemUTC());
  }

  @Test
  void aPersonWhoCannotBe() {
    violated(admit("idNumber", "990105195001010010"), "idNumber", "id-number-check");
    violated(admit("idNumber", "99010519500101"), "idNumber", "id-number-form");
    String unborn = IdNumber.of("990105", java.time.LocalDate.of(2010, 3, 3), 1).value();
    violated(admit("idNumber", unborn), "idNumber", "born-in-the-future");
    violated(admit("ethnicity", "88"), "ethnicity", "not-in-list");
    violated(admit("education", "00"), "education", "not-in-list");
    violated(admit("affiliatedOn", "2010-03-03"), "affiliatedOn", "in-the-future");
    violated(admit("joinedOn", "2009-03-02"), "affiliatedOn", "affiliated-before-joining");
  }

  @Test
  void aMemberTwiceInOneFile() {
    String line =
        "%s,司马试验,01,21,,%s,FULL,2001-07-01,2009-03-01,\n"
            .formatted(District.newIdNumber(), codeOf(source));
    Response sent = Files.send(as(Roles.REGISTRAR), "members/imports", Files.ROSTER + line + line);
    assertThat(Files.errors(sent)).contains("3,idNumber,twice-in-file");
    assertThat(Files.done(sent).getString("state")).isEqualTo("REJECTED");
  }

  @Test
  void aTransferToNowhere() {
    problem(ask(source), 409, "transfer-to-itself");
    problem(ask(district.organization(null, "DISSOLVED")), 409, "organization-not-active");
    problem(ask(district.organization(null, "SUSPENDED")), 409, "organization-not-active");
    problem(ask(UUID.randomUUID()), 422, "organization-not-found");
  }

  @Test
  void aTransferWhoseDestinationHasClosedSinceTheLetterWasIssued() {
    String id = approved();
    district.execute(
        "update organization_node set state = 'DISSOLVED' where organization_id = ?", destination);
    problem(act(destination, id, "receipt", 1), 409, "organization-not-active");
  }

  @Test
  void aStepByTheWrongOffice() {
    String id = request(member, destination, "2010-03-02").getString("id");
    before = stored.everything();
    problem(act(destination, id, "approval", 0), 403, "not-the-source");
    problem(act(district.organization(), id, "approval", 0), 404, "not-found");
    act(source, id, "approval", 0).statusCode(200);
    before = stored.everything();
    problem(act(source, id, "receipt", 1), 403, "not-the-destination");
    problem(act(destination, id, "reissue", 1), 403, "not-the-source");
    problem(act(district.organization(), id, "receipt", 1), 404, "not-found");
  }

  @Test
  void aReceiptAfterTheLetterHasRunOut() {
    String id = approved();
    clock.turnTo(Clock.fixed(Instant.parse("2010-06-02T16:00:00Z"), clock.zone()));
    problem(act(destination, id, "receipt", 1), 409, "letter-expired");
  }

  @Test
  void aSecondTransferOfTheSameMember() {
    request(member, destination, "2010-03-02");
    before = stored.everything();
    problem(ask(district.organization()), 409, "transfer-already-open");
  }

  @Test
  void aStepThatWasTakenAlreadyOrByNobodysLeave() {
    String id = approved();
    problem(act(source, id, "approval", 0), 412, "stale");
    problem(act(source, id, "approval", 1), 409, "transfer-in-other-state");
    problem(
        officeOf(destination).body("{}").post(path(id, "receipt")).then(),
        428,
        "if-match-required");
  }

  private String approved() {
    String id = request(member, destination, "2010-03-02").getString("id");
    act(source, id, "approval", 0).statusCode(200);
    before = stored.everything();
    return id;
  }

  private ValidatableResponse ask(UUID wanted) {
    return officeOf(source)
        .body(Map.of("memberId", member, "destinationId", wanted))
        .post(TRANSFERS)
        .then();
  }

  private ValidatableResponse admit(String field, Object value) {
    Map<String, Object> wanted = newMember(source);
    wanted.put(field, value);
    return District.admit(wanted);
  }

  private static ValidatableResponse act(UUID office, String id, String what, int version) {
    return command(officeOf(office), path(id, what), version, Map.of());
  }

  private static String path(String id, String what) {
    return TRANSFERS + "/" + id + "/" + what;
  }

  private static void problem(ValidatableResponse answer, int status, String type) {
    answer
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("type", endsWith("/" + type))
        .body("trace", equalTo(null));
  }

  private static void violated(ValidatableResponse answer, String field, String code) {
    answer
        .statusCode(422)
        .contentType(startsWith("application/problem+json"))
        .body("violations.field", equalTo(List.of(field)))
        .body("violations.code", equalTo(List.of(code)));
  }
}
