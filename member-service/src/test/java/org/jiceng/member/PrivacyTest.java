package org.jiceng.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.newMember;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.imports.Files;
import org.junit.jupiter.api.Test;

/** What identifies a person stays in the encrypted columns. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PrivacyTest {
  @Inject District district;

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
