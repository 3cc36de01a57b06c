package org.jiceng.member.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.newIdNumber;
import static org.jiceng.member.District.officeOf;
import static org.jiceng.member.imports.Files.ROSTER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.codes.IdNumber;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RosterImportTest {
  private static final Logger LOG = Logger.getLogger(RosterImportTest.class);

  @Inject District district;

  @Test
  void aRosterIsTakenInWholeWithItsEvents() {
    UUID branch = district.organization();
    String file =
        ROSTER
            + line(newIdNumber(), branch, "FULL", "2001-07-01", "2009-03-01", codeOf(branch))
            + line(newIdNumber(), branch, "预备党员", "2009/05/01", "", "");
    JsonPath job = Files.done(roster(file, ""));
    assertThat(job.getString("state")).isEqualTo("COMPLETED");
    assertThat(job.getInt("accepted")).isEqualTo(2);
    String first =
        as(Roles.REGISTRAR)
            .get("/api/v1/members?organizationId=" + branch)
            .then()
            .body("items.size()", equalTo(2))
            .body("items.status", containsInAnyOrder("FULL", "PROBATIONARY"))
            .extract()
            .path("items.find { it.status == 'PROBATIONARY' }.id");
    assertThat(district.eventsOf(first)).isEqualTo("member-admitted 2009-05-01");
    assertThat(district.affiliationsOf(UUID.fromString(first)))
        .isEqualTo(codeOf(branch) + " 2009-05-01 -");
    assertThat(Files.errors(roster(file, ""))).contains("2,idNumber,already-there");
  }

  @Test
  void aFileWithOneBadRowChangesNothingAndSaysWhatIsWrongWhere() {
    UUID branch = district.organization();
    String twice = newIdNumber();
    String file =
        ROSTER
            + line(twice, branch, "FULL", "2001-07-01", "", "")
            + line("990105195001010010", branch, "FULL", "2001-07-01", "", "")
            + line(newIdNumber(), branch, "HALF", "2001-13-01", "", "")
            + line(newIdNumber(), branch, "FULL", "2001-07-01", "2001-06-30", "nowhere")
            + line(twice, branch, "FULL", "2001-07-01", "", "");
    Response sent = roster(file, "");
    assertThat(Files.done(sent).getString("state")).isEqualTo("REJECTED");
    String errors = Files.errors(sent);
    assertThat(errors)
        .contains("3,idNumber,id-number-check")
        .contains("4,status,not-one-of")
        .contains("4,joinedOn,not-a-date")
        .contains("5,affiliatedOn,affiliated-before-joining")
        .contains("5,admittedByCode,organization-unknown")
        .contains("6,idNumber,twice-in-file,Stands in the file more than once.")
        .doesNotContain(twice, District.NAME, District.PHONE);
    assertThat(rosterOf(branch)).isZero();
  }

  @Test
  void whoComesByAFileIsComparedWithOthersAtOnce() {
    UUID branch = district.organization();
    LocalDate born = LocalDate.parse("1968-04-02");
    String file =
        ROSTER
            + line(IdNumber.of("990106", born, 11).value(), branch, "FULL", "2001-07-01", "", "")
            + line(IdNumber.of("990107", born, 13).value(), branch, "FULL", "2001-07-01", "", "");
    assertThat(Files.done(roster(file, "")).getString("state")).isEqualTo("COMPLETED");
    officeOf(branch).get("/api/v1/members/duplicates").then().body("items.size()", equalTo(1));
  }

  @Test
  void aDryRunKeepsNothing() {
    UUID branch = district.organization();
    String file = ROSTER + line(newIdNumber(), branch, "FULL", "2001-07-01", "", "");
    assertThat(Files.done(roster(file, "?dryRun=true")).getString("state")).isEqualTo("COMPLETED");
    assertThat(rosterOf(branch)).isZero();
  }

  @Test
  void aSenderReachesOnlyHisOwnOrganisations() {
    UUID mine = district.organization();
    UUID other = district.organization();
    String file = ROSTER + line(newIdNumber(), other, "FULL", "2001-07-01", "", "");
    Response sent = Files.send(officeOf(mine), "members/imports", file);
    assertThat(Files.errors(sent)).contains("organizationCode,organization-unknown");
    assertThat(Files.send(as(Roles.REPORTER), "members/imports", file).statusCode()).isEqualTo(403);
    as(Roles.SYSTEM).body(Map.of()).post("/api/v1/members/imports").then().statusCode(415);
  }

  @Test
  void aDistrictsRosterTakesSeconds() {
    UUID branch = district.organization();
    int people = 97_356;
    StringBuilder file = new StringBuilder(ROSTER);
    LocalDate born = LocalDate.of(1920, 1, 1);
    for (int i = 0; i < people; i++) {
      String id = IdNumber.of("990106", born.plusDays(i / 900), i % 900).value();
      file.append(line(id, branch, "FULL", "2001-07-01", "2009-03-01", ""));
    }
    Instant start = Instant.now();
    JsonPath job = Files.done(roster(file.toString(), ""));
    Duration took = Duration.between(start, Instant.now());
    LOG.infof("%d members in %d ms", people, took.toMillis());
    assertThat(job.getInt("accepted")).isEqualTo(people);
    assertThat(rosterOf(branch)).isEqualTo(people);
    assertThat(took).isLessThan(Duration.ofSeconds(60));
  }

  private int rosterOf(UUID branch) {
    return Integer.parseInt(
        district.text("select count(*) from affiliation where organization_id = ?", branch));
  }

  private static Response roster(String file, String query) {
    return Files.send(as(Roles.SYSTEM), "members/imports" + query, file);
  }

  private static String line(
      String id, UUID branch, String status, String joined, String affiliated, String by) {
    return String.join(
            ",",
            id,
            District.NAME,
            "01",
            "21",
            District.PHONE,
            codeOf(branch),
            status,
            joined,
            affiliated,
            by)
        + "\n";
  }
}
