package org.jiceng.kit.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ScopesTest {
  @Inject AgroalDataSource dataSource;

  private final UUID committee = UUID.randomUUID();
  private final UUID branch = UUID.randomUUID();
  private final UUID neighbour = UUID.randomUUID();

  @BeforeEach
  void twoLines() throws SQLException {
    organization(committee, label(committee));
    organization(branch, label(committee) + "." + label(branch));
    organization(neighbour, label(neighbour));
  }

  @Test
  void aScopeReachesDownItsOwnLineOnly() {
    ask(secretary().org(committee), committee)
        .statusCode(200)
        .body("prefix", equalTo(label(committee)));
    ask(secretary().org(committee), branch).statusCode(200);
    ask(secretary().org(committee), neighbour).statusCode(404);
    ask(secretary().org(branch), committee).statusCode(404);
  }

  @Test
  void theWholeDistrictIsAScopeToo() {
    ask(secretary().wholeDistrict(), neighbour)
        .statusCode(200)
        .body("prefix", equalTo("everything"));
  }

  @Test
  void withoutAScopeThereIsNothing() {
    ask(secretary(), branch).statusCode(404);
    ask(secretary().org(UUID.randomUUID()), branch).statusCode(404);
  }

  @Test
  void whatIsOutOfScopeLooksLikeWhatIsNotThere() {
    String outOfScope = ask(secretary().org(branch), neighbour).extract().path("detail");
    ask(secretary().org(branch), UUID.randomUUID())
        .statusCode(404)
        .body("detail", equalTo(outOfScope));
  }

  private static Tokens secretary() {
    return Tokens.of(Roles.SECRETARY);
  }

  private static ValidatableResponse ask(Tokens token, UUID organizationId) {
    return given().auth().oauth2(token.sign()).get("/api/v1/probes/of/" + organizationId).then();
  }

  private void organization(UUID id, String path) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into organization_node (organization_id, code, name, area_code, type, sector,
                                               state, path, established_on)
                values (?, ?, 'x', '110105001001', 'BRANCH', 'COMMUNITY', 'ACTIVE', ?::ltree,
                        date '2000-01-01')
                on conflict do nothing""")) {
      insert.setObject(1, id);
      insert.setString(2, label(id).substring(0, 12));
      insert.setString(3, path);
      insert.executeUpdate();
    }
  }

  private static String label(UUID id) {
    return id.toString().replace("-", "");
  }
}
