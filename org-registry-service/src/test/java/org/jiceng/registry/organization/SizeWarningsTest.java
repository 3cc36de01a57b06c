package org.jiceng.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.changed;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.etag;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Too few or too many members for a type are warned of, and never a reason to refuse. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SizeWarningsTest {
  private static final String ORGANIZATIONS = "/api/v1/organizations/";

  @Inject AgroalDataSource dataSource;

  private UUID office;

  @BeforeEach
  void anOffice() {
    office = committee(District.root(), HERE);
  }

  @ParameterizedTest
  @CsvSource({
    "BRANCH, 2, members-too-few",
    "BRANCH, 3,",
    "BRANCH, 50,",
    "BRANCH, 51, members-too-many",
    "GENERAL_BRANCH, 49, members-too-few",
    "GENERAL_BRANCH, 50,",
    "GENERAL_BRANCH, 100,",
    "GENERAL_BRANCH, 101, members-too-many",
    "COMMITTEE, 100, members-too-few",
    "COMMITTEE, 101,",
    "COMMITTEE, 300,"
  })
  void eachBoundOfEachTypeIsKept(OrganizationType type, int members, String code)
      throws SQLException {
    UUID changing = branch(office, HERE);
    members(changing, members, false);
    members(changing, 60, true);
    changeType(changing, type.name())
        .body("type", equalTo(type.name()))
        .body("warnings.code", code == null ? empty() : contains(code));
  }

  @Test
  void membersOfWhatIsBelowCountAndTheGroupOfAnyOtherSizeIsNoMatter() throws SQLException {
    UUID general = District.establish(District.code(), "GENERAL_BRANCH", "COMMUNITY", office, HERE);
    members(branch(general, HERE), 40, false);
    members(branch(general, HERE), 20, false);
    changeType(general, "GENERAL_BRANCH").body("warnings", empty());
    changeType(general, "COMMITTEE").body("warnings.code", contains("members-too-few"));
  }

  @Test
  void theWarningSpeaksBothLanguagesAndStandsNowhereElse() throws SQLException {
    UUID changing = branch(office, HERE);
    members(changing, 2, false);
    String path = ORGANIZATIONS + changing;
    as("registrar")
        .header("Accept-Language", "en")
        .header("If-Match", etag(path))
        .body(Map.of("type", "BRANCH"))
        .post(path + "/change-type")
        .then()
        .statusCode(200)
        .body(
            "warnings.message",
            contains(
                "2 full members belong to it and to what is below it; its type needs at least 3."));
    changeType(changing, "BRANCH")
        .body("warnings.message", contains("本组织及下级组织共有正式党员 2 名，少于该类型所需的 3 名。"));
    as("reporter").get(path).then().statusCode(200).body("$", not(hasKey("warnings")));
  }

  @Test
  void theBoundsAreThoseOfTheRuleFromItsDayOnAndWhileItIsOn() throws SQLException {
    UUID changing = branch(office, HERE);
    members(changing, 2, false);
    String path = ORGANIZATIONS + changing;
    changed(
            as("registrar"),
            path,
            "change-type",
            Map.of("type", "BRANCH", "effectiveOn", "2008-12-31"))
        .statusCode(200)
        .body("warnings", empty());
    rule(Map.of("parameters", Map.of("branchAtLeast", 2)));
    try {
      changeType(changing, "BRANCH").body("warnings", empty());
      rule(Map.of("parameters", Map.of("branchAtLeast", 3), "enabled", false));
      changeType(changing, "BRANCH").body("warnings", empty());
    } finally {
      rule(Map.of("parameters", Map.of("branchAtLeast", 3), "enabled", true));
    }
    changeType(changing, "BRANCH").body("warnings.code", contains("members-too-few"));
  }

  @Test
  void aRehearsedMergeWarnsOfWhatWouldBeTooLargeAndChangesNothing() throws SQLException {
    UUID first = branch(office, HERE);
    UUID second = branch(office, HERE);
    members(first, 30, false);
    members(second, 21, false);
    Map<String, Object> merge =
        Map.of("sources", List.of(second), "destination", Map.of("organizationId", first));
    as("district-admin")
        .body(merge)
        .post("/api/v1/reorganizations/merges?dryRun=true")
        .then()
        .statusCode(200)
        .body(
            "organizations.find { it.organizationId == '%s' }.warnings.code".formatted(first),
            contains("members-too-many"))
        .body(
            "organizations.find { it.organizationId == '%s' }.warnings".formatted(second), empty());
    changeType(first, "BRANCH").body("warnings", empty());
  }

  @Test
  void whatIsRefusedIsRefusedWithoutAWarning() {
    UUID changing = branch(office, HERE);
    String path = ORGANIZATIONS + changing;
    as("registrar")
        .body(Map.of("type", "BRANCH"))
        .post(path + "/change-type")
        .then()
        .statusCode(428);
    changed(as("registrar"), path, "change-type", Map.of("type", "CLUB")).statusCode(400);
    changed(as("registrar"), path, "change-type", Map.of()).statusCode(400);
    assertThat(etag(path)).isEqualTo("\"0\"");
  }

  private static ValidatableResponse changeType(UUID organization, String type) {
    return changed(
            as("registrar"), ORGANIZATIONS + organization, "change-type", Map.of("type", type))
        .statusCode(200);
  }

  private static void rule(Map<String, Object> change) {
    String path = "/api/v1/quality/rules/SIZE_OUT_OF_BOUNDS";
    as("district-admin")
        .header("If-Match", etag(path))
        .body(change)
        .patch(path)
        .then()
        .statusCode(200);
  }

  private void members(UUID organization, int members, boolean probationary) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into neighbour_record (record_id, kind, organization_id, probationary)
                select gen_random_uuid(), 'MEMBER', ?, ? from generate_series(1, ?)""")) {
      insert.setObject(1, organization);
      insert.setBoolean(2, probationary);
      insert.setInt(3, members);
      insert.executeUpdate();
    }
  }
}
