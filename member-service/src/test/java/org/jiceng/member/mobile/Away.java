package org.jiceng.member.mobile;

import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.officeOf;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.member.District;

/** What tests of members who are away say over HTTP. */
public final class Away {
  public static final String ABSENCES = "/api/v1/absences";
  static final String REGISTRATIONS = "/api/v1/mobile-registrations";

  private Away() {}

  /** A report that the member is away for work since that day. */
  static Map<String, Object> report(UUID member, String since, UUID host) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("memberId", member);
    wanted.put("since", since);
    wanted.put("reasonCode", "WORK");
    wanted.put("whereabouts", "广东省深圳市" + District.NAME);
    wanted.put("hostId", host);
    return wanted;
  }

  static ValidatableResponse reported(Map<String, Object> wanted) {
    return as(Roles.REGISTRAR).body(wanted).post(ABSENCES).then();
  }

  /** The id of the home's report. */
  public static String away(UUID member, String since, UUID host) {
    return reported(report(member, since, host)).statusCode(201).extract().path("id");
  }

  static ValidatableResponse hosting(String idNumber, UUID host, String on) {
    return as(Roles.REGISTRAR)
        .body(Map.of("idNumber", idNumber, "name", District.NAME, "hostId", host, "hostedOn", on))
        .post(REGISTRATIONS)
        .then();
  }

  static ValidatableResponse act(UUID office, String id, String what, int version, Object body) {
    return command(officeOf(office), ABSENCES + "/" + id + "/" + what, version, body);
  }

  static ValidatableResponse seen(UUID office, String id) {
    return officeOf(office).get(ABSENCES + "/" + id).then();
  }

  static ValidatableResponse list(UUID office, String query) {
    return officeOf(office).get(ABSENCES + "?" + query).then().statusCode(200);
  }

  static ValidatableResponse registration(String id) {
    return as(Roles.REGISTRAR).get(REGISTRATIONS + "/" + id).then().statusCode(200);
  }
}
