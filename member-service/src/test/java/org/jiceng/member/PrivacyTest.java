package org.jiceng.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.District.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.jiceng.member.imports.Files;
import org.junit.jupiter.api.Test;

/** What identifies a person stays in the encrypted columns. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PrivacyTest {
  @Inject District district;
  @Inject Tables tables;

  @Test
  void noPersonalValueIsInAnyTableOrLogOrRefusal() {
    Listener log = new Listener();
    Logger root = Logger.getLogger("");
    root.addHandler(log);
    Map<String, Object> wanted = newMember(district.organization());
    String idNumber = wanted.get("idNumber").toString();
    String refusal;
    try {
      as(Roles.REGISTRAR)
          .header("Idempotency-Key", idNumber.hashCode())
          .body(wanted)
          .post("/api/v1/members")
          .then()
          .statusCode(201);
      refusal = admit(wanted).statusCode(409).extract().asString();
      wanted.put("ethnicity", "88");
      refusal += admit(wanted).statusCode(422).extract().asString();
      refusal +=
          as(Roles.REGISTRAR)
              .body(Map.of("idNumber", List.of(idNumber)))
              .post("/api/v1/members/search")
              .asString();
      refusal +=
          Files.errors(
              Files.send(
                  as(Roles.SYSTEM),
                  "members/imports",
                  Files.ROSTER
                      + idNumber
                      + ","
                      + District.NAME
                      + ",x,x,"
                      + District.PHONE
                      + ",,,,,\n"));
    } finally {
      root.removeHandler(log);
    }
    for (String personal : List.of(idNumber, District.NAME, District.PHONE)) {
      assertThat(refusal).doesNotContain(personal);
      assertThat(log.said).noneMatch(line -> line.contains(personal));
      for (String table :
          List.of(
              "outbox",
              "member",
              "mobile_registration",
              "absence",
              "audit_log",
              "import_error",
              "idempotency_key",
              "import_job")) {
        assertThat(
                district.text(
                    "select count(*) from " + table + " t where t::text like ?",
                    "%" + personal + "%"))
            .as(table)
            .isEqualTo("0");
      }
    }
  }

  @Test
  void ofAWholeLifeNothingIsInTheClearInAnyTableLogMetricOrRefusal() {
    Listener log = new Listener();
    Logger root = Logger.getLogger("");
    root.addHandler(log);
    UUID branch = district.organization();
    UUID other = district.organization();
    Map<String, Object> person = newMember(branch);
    person.put("name", "皇甫一生");
    person.put("phone", "13933335678");
    String said;
    try {
      String id = admit(person).statusCode(201).extract().path("id");
      said = aLife(UUID.fromString(id), person, branch, other);
    } finally {
      root.removeHandler(log);
    }
    said += RestAssured.get("/q/metrics").asString();
    assertThat(said).contains("http_server_requests_seconds_count", "/problems/");
    assertThat(tables.thatTellInTheClear(person)).isEmpty();
    for (String key : List.of("idNumber", "name", "phone")) {
      String personal = person.get(key).toString();
      assertThat(said).doesNotContain(personal);
      assertThat(log.said).noneMatch(line -> line.contains(personal));
    }
  }

  /** Everything that offices do about a member, and what they are refused; the refusals. */
  private static String aLife(UUID id, Map<String, Object> person, UUID branch, UUID other) {
    StringBuilder refusals = new StringBuilder();
    String member = "/api/v1/members/" + id;
    String name = person.get("name").toString();
    as(Roles.REGISTRAR)
        .body(Map.of("idNumber", person.get("idNumber")))
        .post("/api/v1/members/search")
        .then()
        .statusCode(200);
    refusals.append(as(Roles.REGISTRAR).body(List.of(name)).post(member + "/end").asString());
    as(Roles.REGISTRAR)
        .header("If-Match", "\"0\"")
        .body(Map.of("phone", person.get("phone"), "education", "11"))
        .patch(member)
        .then()
        .statusCode(200);
    Map<String, Object> move =
        Map.of("memberId", id, "destinationId", other, "reason", name + person.get("phone"));
    String transfer =
        as(Roles.REGISTRAR)
            .body(move)
            .post("/api/v1/transfers")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    refusals.append(as(Roles.REGISTRAR).body(move).post("/api/v1/transfers").asString());
    String path = "/api/v1/transfers/" + transfer;
    command(officeOf(branch), path + "/approval", 0, Map.of()).statusCode(200);
    officeOf(branch).get(path + "/letter").then().statusCode(200);
    refusals.append(
        command(officeOf(other), path + "/refusal", 1, Map.of("reasonCode", name))
            .extract()
            .asString());
    command(officeOf(other), path + "/receipt", 1, Map.of()).statusCode(200);
    command(officeOf(branch), path + "/acknowledgement", 2, Map.of()).statusCode(200);
    Map<String, Object> away =
        Map.of(
            "memberId",
            id,
            "since",
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
            "reasonCode",
            "WORK",
            "whereabouts",
            name);
    as(Roles.REGISTRAR).body(away).post("/api/v1/absences").then().statusCode(201);
    refusals.append(as(Roles.REGISTRAR).body(away).post("/api/v1/absences").asString());
    Map<String, Object> hosting =
        Map.of(
            "idNumber",
            person.get("idNumber"),
            "name",
            name,
            "phone",
            person.get("phone"),
            "hostId",
            branch,
            "homeDescription",
            name);
    as(Roles.REGISTRAR).body(hosting).post("/api/v1/mobile-registrations").then().statusCode(201);
    refusals.append(
        as(Roles.REGISTRAR).body(hosting).post("/api/v1/mobile-registrations").asString());
    officeOf(other).get("/api/v1/members/export?format=csv").then().statusCode(200);
    for (String own : List.of("", "/transfers", "/absences", "/registrations", "/access-log")) {
      with(Tokens.of(Roles.MEMBER).member(id))
          .get("/api/v1/members/me" + own)
          .then()
          .statusCode(200);
    }
    int version = as(Roles.REGISTRAR).get(member).then().extract().path("version");
    command(as(Roles.REGISTRAR), member + "/end", version, Map.of("reason", "DECEASED"))
        .statusCode(200);
    refusals.append(
        command(
                as(Roles.DISTRICT_ADMIN),
                member + "/erasure",
                version + 1,
                Map.of("reasonCode", "RETENTION_OVER"))
            .statusCode(409)
            .extract()
            .asString());
    return refusals.toString();
  }

  @Test
  void whatIdentifiesAPersonIsNotKeptAsItWasWritten() {
    Map<String, Object> wanted = newMember(district.organization());
    String id = admit(wanted).statusCode(201).extract().path("id");
    for (Object personal : List.of(wanted.get("idNumber"), District.NAME, District.PHONE)) {
      assertThat(
              district.text(
                  """
                  select position(convert_to(?, 'UTF8') in id_index || id_number || name || phone)
                    from member where member_id = ?::uuid""",
                  personal,
                  id))
          .isEqualTo("0");
    }
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsRead() {
    Map<String, Object> wanted = newMember(district.organization());
    wanted.put("name", "x".repeat(3_000_000));
    admit(wanted).statusCode(413);
  }

  private static final class Listener extends Handler {
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      said.add(line instanceof ExtLogRecord ext ? ext.getFormattedMessage() : line.getMessage());
      if (line.getThrown() != null) {
        said.add(line.getThrown().toString());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
