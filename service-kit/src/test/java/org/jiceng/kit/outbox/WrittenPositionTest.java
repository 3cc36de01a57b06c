package org.jiceng.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WrittenPositionTest {
  private static final String HEADER = "Jiceng-Position";

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @Inject AgroalDataSource dataSource;

  @Test
  void aWriteAnswersTheLastEventThatItAppended() {
    assertThat(post("", UUID.randomUUID().toString()).header(HEADER)).isEqualTo(lastOf(second));
    UUID third = UUID.randomUUID();
    Response set = given().contentType(ContentType.JSON).put("/api/v1/tellings/" + third);
    assertThat(set.statusCode()).isEqualTo(204);
    assertThat(set.header(HEADER)).isEqualTo(lastOf(third));
  }

  @Test
  void aReplayAnswersThePositionOfTheFirst() {
    String key = UUID.randomUUID().toString();
    Response once = post("", key);
    Response again = post("", key);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header(HEADER)).isEqualTo(once.header(HEADER)).isEqualTo(lastOf(second));
  }

  @Test
  void whatWasRolledBackIsNoPosition() {
    assertThat(post("/in-part", null).header(HEADER)).isEqualTo(lastOf(second));
    assertThat(given().get("/api/v1/tellings/" + first).header(HEADER)).isNull();
    for (String refused : List.of("/refused", "/refused-late")) {
      Response response = post(refused, null);
      assertThat(response.statusCode()).isEqualTo(409);
      assertThat(response.header(HEADER)).isNull();
    }
  }

  @Test
  void aWriteThatTellsOfNothingAnswersNone() {
    Response nothing =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("members", List.of()))
            .post("/api/v1/tellings");
    assertThat(nothing.statusCode()).isEqualTo(200);
    assertThat(nothing.header(HEADER)).isNull();
  }

  @Test
  void thePublishedApiNamesTheHeaderOfWritesAlone() {
    Map<String, Object> paths =
        given().get("/openapi?format=json").then().extract().jsonPath().getMap("paths");
    assertThat(answers(paths, "/api/v1/tellings", "post")).contains(HEADER);
    assertThat(answers(paths, "/api/v1/tellings/{member}", "put")).contains(HEADER);
    assertThat(answers(paths, "/api/v1/tellings/{member}", "get")).doesNotContain(HEADER);
  }

  private static String answers(Map<String, Object> paths, String path, String method) {
    Map<?, ?> operations = (Map<?, ?>) paths.get(path);
    return ((Map<?, ?>) operations.get(method)).get("responses").toString();
  }

  private Response post(String path, String key) {
    var request =
        given().contentType(ContentType.JSON).body(Map.of("members", List.of(first, second)));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.post("/api/v1/tellings" + path);
  }

  /** The position of the last event of a member. */
  private String lastOf(UUID member) {
    String sql = "select id from outbox where aggregateid = ? order by sequence desc limit 1";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, member.toString());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? "MEMBER:" + rows.getObject(1, UUID.class) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
