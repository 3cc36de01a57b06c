package org.jiceng.member.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newIdNumber;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.imports.Files.HOSTED;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.jiceng.member.imports.Files;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MobileTest {
  private static final String REGISTRATIONS = "/api/v1/mobile-registrations";

  @Inject District district;

  @Test
  void aMobileMemberIsHostedAndLeavesAgain() {
    UUID host = district.organization();
    String idNumber = newIdNumber();
    String id =
        host(host, idNumber)
            .statusCode(201)
            .body("memberId", nullValue())
            .body("homeDescription", equalTo("外省某支部"))
            .extract()
            .path("id");
    host(district.organization(), idNumber)
        .statusCode(409)
        .body("type", endsWith("/already-hosted"));
    String path = REGISTRATIONS + "/" + id;
    officeOf(host).get(path).then().statusCode(200).body("idNumber", equalTo(idNumber));
    officeOf(district.organization()).get(path).then().statusCode(404);
    as(Roles.REPORTER).get(path).then().statusCode(403);
    as(Roles.AUDITOR)
        .get(path)
        .then()
        .body("name", equalTo("司*"))
        .body("homeDescription", nullValue());
    command(as(Roles.REGISTRAR), path + "/end", 7, Map.of()).statusCode(412);
    command(as(Roles.REGISTRAR), path + "/end", 0, Map.of("effectiveOn", "2009-05-31"))
        .statusCode(422);
    Map<String, String> end = Map.of("reasonCode", "RETURNED", "effectiveOn", "2010-06-01");
    command(as(Roles.REGISTRAR), path + "/end", 0, end).statusCode(200);
    command(as(Roles.REGISTRAR), path + "/end", 1, end).statusCode(409);
    assertThat(district.eventsOf(id))
        .isEqualTo("mobile-member-hosted 2009-06-01, mobile-hosting-ended 2010-06-01");
    list(host, "2009-12-31").body("items.id", contains(id));
    list(host, "2010-06-01").body("items.size()", equalTo(0));
    host(host, idNumber).statusCode(422).body("violations.code", contains("before-earlier-end"));
  }

  @Test
  void hostingAnIdNumberDoesNotTellWhoseMemberItIs() {
    UUID home = district.organization();
    Map<String, Object> wanted = newMember(home);
    District.admit(wanted).statusCode(201);
    String idNumber = wanted.get("idNumber").toString();
    host(home, idNumber).statusCode(409).body("type", endsWith("/hosted-at-home"));
    UUID host = district.organization();
    String id =
        host(host, idNumber)
            .statusCode(201)
            .body("memberId", nullValue())
            .body("homeId", nullValue())
            .extract()
            .path("id");
    officeOf(host)
        .get(REGISTRATIONS + "/" + id)
        .then()
        .statusCode(200)
        .body("memberId", nullValue())
        .body("homeId", nullValue());
    list(host, "2009-12-31").body("items.homeId", contains(nullValue()));
  }

  @Test
  void aFileOfHostedMembersIsTakenInWhole() {
    UUID home = district.organization();
    UUID host = district.organization();
    Map<String, Object> wanted = newMember(home);
    String member = District.admit(wanted).statusCode(201).extract().path("id");
    String known = wanted.get("idNumber").toString();
    String file = HOSTED + line(known, host) + line(newIdNumber(), host);
    assertThat(Files.done(send(file)).getInt("accepted")).isEqualTo(2);
    list(host, "2009-12-31").body("items.size()", equalTo(2));
    String registration =
        district.text(
            "select registration_id from mobile_registration where member_id = ?::uuid", member);
    assertThat(district.eventsOf(registration)).isEqualTo("mobile-member-hosted 2009-06-01");
    assertThat(
            district.text(
                "select payload ->> 'homeId' from outbox where aggregateid = ?", registration))
        .isEqualTo(home.toString());
    assertThat(Files.errors(send(file)))
        .contains("2,idNumber,already-there")
        .contains("3,idNumber,already-there");
    String other = newMember(home).get("idNumber").toString();
    assertThat(Files.errors(send(HOSTED + line(other, host) + line(other, host) + "1,,x,y,,z\n")))
        .contains("3,idNumber,twice-in-file")
        .contains("4,idNumber,id-number-form")
        .contains("4,name,required")
        .contains("4,phone,phone-form")
        .contains("4,hostCode,organization-unknown")
        .contains("4,hostedOn,not-a-date");
  }

  private static Response send(String file) {
    return Files.send(as(Roles.SYSTEM), "mobile-registrations/imports", file);
  }

  private static String line(String idNumber, UUID host) {
    return String.join(
            ",", idNumber, District.NAME, District.PHONE, codeOf(host), "外省某支部", "2009-06-01")
        + "\n";
  }

  private static ValidatableResponse host(UUID host, String idNumber) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("idNumber", idNumber);
    wanted.put("name", District.NAME);
    wanted.put("phone", District.PHONE);
    wanted.put("hostId", host);
    wanted.put("homeDescription", "外省某支部");
    wanted.put("hostedOn", "2009-06-01");
    return as(Roles.REGISTRAR).body(wanted).post(REGISTRATIONS).then();
  }

  private static ValidatableResponse list(UUID host, String asOf) {
    return as(Roles.REGISTRAR)
        .get(REGISTRATIONS + "?hostId=" + host + "&asOf=" + asOf)
        .then()
        .statusCode(200);
  }
}
