package org.jiceng.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two records of one person are found, and become one. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DuplicatesTest {
  private static final String MEMBERS = "/api/v1/members/";

  @Inject District district;
  @Inject NameIndexing names;

  private UUID top;
  private UUID branch;
  private UUID other;

  @BeforeEach
  void twoBranches() {
    top = district.organization();
    branch = district.organization(top);
    other = district.organization(top);
  }

  @Test
  void recordsOfOneNameSexAndYearAreLikelyToBeOfOnePerson() {
    String first = person(branch, "欧阳 试验", 1, "2009-03-01");
    String second = person(other, "欧阳试验", 3, "2010-03-01");
    person(other, "欧阳试验", 2, "2010-03-01"); // another sex
    person(branch, "上官试验", 5, "2009-03-01");
    district.execute("update member set name_index = null where member_id = ?::uuid", second);
    likely(top).body("items.size()", equalTo(0));
    names.indexAll();
    likely(top)
        .body("items.first.id", contains(first))
        .body("items.second.id", contains(second))
        .body("nextCursor", nullValue());
    likely(branch).body("items.size()", equalTo(0));
    as(Roles.AUDITOR).get(MEMBERS + "duplicates").then().statusCode(403);
    merge(as(Roles.REGISTRAR), first, 0, second).statusCode(200);
    likely(top).body("items.size()", equalTo(0));
  }

  @Test
  void likelyPairsComeInPages() {
    for (int i = 0; i < 3; i++) {
      person(branch, "诸葛试验", 11 + 2 * i, "2009-03-01");
    }
    String cursor =
        officeOf(top)
            .get(MEMBERS + "duplicates?limit=2")
            .then()
            .body("items.size()", equalTo(2))
            .extract()
            .path("nextCursor");
    officeOf(top)
        .get(MEMBERS + "duplicates?limit=2&cursor=" + cursor)
        .then()
        .body("items.size()", equalTo(1))
        .body("nextCursor", nullValue());
    officeOf(top).get(MEMBERS + "duplicates?cursor=x").then().statusCode(400);
  }

  @Test
  void theKeptRecordTakesOverWhatOnlyTheOtherKnewAndTheOtherNeverWas() {
    UUID kept = member(branch, "2010-03-01");
    UUID duplicate = member(other, "2005-03-01");
    movedOn(duplicate, "2010-03-01");
    String transfer = District.request(duplicate, other, "2010-04-05").getString("id");
    merge(as(Roles.REGISTRAR), kept, 0, duplicate)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("organizationId", equalTo(branch.toString()));
    assertThat(district.affiliationsOf(kept))
        .isEqualTo(codeOf(other) + " 2005-03-01 2010-03-01, " + codeOf(branch) + " 2010-03-01 -");
    assertThat(district.affiliationsOf(duplicate)).isNull();
    assertThat(district.eventsOf(kept))
        .isEqualTo("member-admitted 2010-03-01, affiliation-entered 2005-03-01");
    assertThat(district.eventsOf(duplicate))
        .contains("membership-ended ", "affiliation-revoked 2005-03-01", "duplicate-merged ");
    as(Roles.REGISTRAR)
        .get(MEMBERS + duplicate)
        .then()
        .body("endReason", equalTo("ENTERED_IN_ERROR"))
        .body("mergedInto", equalTo(kept.toString()));
    as(Roles.REGISTRAR)
        .get("/api/v1/transfers/" + transfer)
        .then()
        .body("state", equalTo("CANCELLED"));
    merge(as(Roles.REGISTRAR), kept, 1, duplicate)
        .statusCode(409)
        .body("type", endsWith("/record-entered-in-error"));
    merge(as(Roles.REGISTRAR), duplicate, 2, kept).statusCode(409);
  }

  @Test
  void whoeverIsHostedIsSoByTheRecordThatIsKept() {
    Map<String, Object> person = newMember(branch);
    UUID duplicate = UUID.fromString(admit(person).statusCode(201).extract().path("id"));
    UUID kept = member(other, "2009-03-01");
    String registration =
        as(Roles.REGISTRAR)
            .body(
                Map.of(
                    "idNumber",
                    person.get("idNumber"),
                    "name",
                    District.NAME,
                    "hostId",
                    district.organization()))
            .post("/api/v1/mobile-registrations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    merge(as(Roles.REGISTRAR), kept, 0, duplicate).statusCode(200);
    assertThat(
            district.text(
                "select member_id from mobile_registration where registration_id = ?::uuid",
                registration))
        .isEqualTo(kept.toString());
  }

  @Test
  void whatCannotBeMergedIsRefusedAndLeavesNoTrace() {
    UUID kept = member(branch, "2009-03-01");
    UUID present = member(other, "2009-03-01");
    merge(as(Roles.REGISTRAR), kept, 0, kept)
        .statusCode(409)
        .body("type", endsWith("/merge-with-itself"));
    merge(as(Roles.REGISTRAR), kept, 0, UUID.randomUUID()).statusCode(404);
    merge(officeOf(branch), kept, 0, present).statusCode(404);
    merge(officeOf(other), kept, 0, present).statusCode(404);
    merge(as(Roles.AUDITOR), kept, 0, present).statusCode(403);
    merge(as(Roles.REGISTRAR), kept, 3, present).statusCode(412);
    command(as(Roles.REGISTRAR), MEMBERS + kept + "/merge", 0, Map.of()).statusCode(400);
    command(as(Roles.REGISTRAR), MEMBERS + kept + "/merge", 0, Map.of("duplicateId", "x"))
        .statusCode(400);
    end(kept, 0, "WITHDRAWN", "2011-01-01", 200);
    merge(as(Roles.REGISTRAR), kept, 1, present)
        .statusCode(409)
        .body("type", endsWith("/duplicate-lasts-longer"));
    assertThat(district.eventsOf(present)).isEqualTo("member-admitted 2009-03-01");
    merge(officeOf(top), present, 0, kept).statusCode(200);
    assertThat(district.affiliationsOf(present)).isEqualTo(codeOf(other) + " 2009-03-01 -");
  }

  @Test
  void ofTwoMergersOfOnePairAtOnceOneWins() {
    UUID one = member(branch, "2009-03-01");
    UUID two = member(other, "2009-03-01");
    List<Integer> statuses =
        Stream.of(List.of(one, two), List.of(two, one))
            .map(
                pair ->
                    CompletableFuture.supplyAsync(
                        () ->
                            merge(as(Roles.REGISTRAR), pair.get(0), 0, pair.get(1))
                                .extract()
                                .statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses).anyMatch(status -> status == 409 || status == 412);
    assertThat(
            district.text("select count(*) from affiliation where member_id in (?, ?)", one, two))
        .isEqualTo("1");
  }

  /** The member went from the other branch to this one, as was found out later. */
  private void movedOn(UUID member, String day) {
    command(
            as(Roles.REGISTRAR),
            MEMBERS + member + "/corrections",
            0,
            Map.of(
                "reasonCode",
                "LATE_ENTRY",
                "affiliations",
                List.of(
                    Map.of("organizationId", other, "validFrom", "2005-03-01", "validTo", day),
                    Map.of("organizationId", branch, "validFrom", day))))
        .statusCode(200);
  }

  private static UUID member(UUID organization, String since) {
    Map<String, Object> wanted = newMember(organization);
    wanted.put("affiliatedOn", since);
    return UUID.fromString(admit(wanted).statusCode(201).extract().path("id"));
  }

  private static String person(UUID organization, String name, int nth, String since) {
    Map<String, Object> wanted = newMember(organization);
    wanted.put("idNumber", IdNumber.of("990105", LocalDate.of(1931, 5, 1), nth).value());
    wanted.put("name", name);
    wanted.put("affiliatedOn", since);
    return admit(wanted).statusCode(201).extract().path("id");
  }

  private static void end(UUID id, int version, String reason, String on, int status) {
    command(
            as(Roles.REGISTRAR),
            MEMBERS + id + "/end",
            version,
            Map.of("reason", reason, "effectiveOn", on))
        .statusCode(status);
  }

  private static ValidatableResponse likely(UUID office) {
    return officeOf(office).get(MEMBERS + "duplicates").then().statusCode(200);
  }

  private static ValidatableResponse merge(
      RequestSpecification caller, Object kept, int version, Object duplicate) {
    return command(caller, MEMBERS + kept + "/merge", version, Map.of("duplicateId", duplicate));
  }
}
