package org.jiceng.kit.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OperationsTest {
  @Test
  void readinessLooksAtTheDatabaseTheBrokerAndTheRelay() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(
            "checks.name",
            hasItems(
                "Database connections health check",
                "Kafka connection health check",
                "outbox relay"));
  }

  @Test
  void theOpenApiDocumentDescribesProblemsAndNamesNoMachine() {
    given()
        .get("/openapi")
        .then()
        .statusCode(200)
        .body(containsString("application/problem+json"))
        .body(containsString("bearerFormat: JWT"))
        .body(not(containsString("127.0.0.1")));
  }

  @Test
  void metricsAreThereToBeScraped() {
    given().get("/api/v1/probes");
    given().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests"));
  }

  @Test
  void noBrowserGuessesAtTheTypeOfAnAnswer() {
    given().get("/api/v1/probes").then().header("X-Content-Type-Options", "nosniff");
  }
}
