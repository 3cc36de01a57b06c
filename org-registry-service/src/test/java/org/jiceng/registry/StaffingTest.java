package org.jiceng.registry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.appoint;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.post;
import static org.jiceng.registry.District.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The norm of today beside who is there: two workers a committee, an instructor per fifty units.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class StaffingTest {
  private UUID top;
  private UUID below;

  @BeforeEach
  void twoCommittees() {
    top = committee(District.root(), HERE);
    below = branch(top, HERE);
  }

  @Test
  void whatIsMissingIsTheNormLessWhoIsThere() {
    appoint(post(top, "FULL_TIME_WORKER"));
    post(top, "FULL_TIME_WORKER");
    cover("/api/v1/units/" + unit(HERE), below);
    appoint(post(top, "INSTRUCTOR"));

    as("reporter")
        .get("/api/v1/staffing?organizationId=" + top)
        .then()
        .statusCode(200)
        .body("lines.kind", contains("FULL_TIME_WORKER", "INSTRUCTOR"))
        .body("lines.norm", contains(2, 1))
        .body("lines.actual", contains(1, 1))
        .body("lines.gap", contains(1, 1));
  }

  @Test
  void theGapsAreRankedAndPaged() {
    cover("/api/v1/units/" + unit(HERE), below);
    String gaps = "/api/v1/staffing/gaps?organizationId=" + top + "&areaCode=" + HERE;

    as("reporter")
        .get(gaps)
        .then()
        .statusCode(200)
        .body("items.organizationId", contains(top.toString(), below.toString()))
        .body("items.gap", contains(2, 1));
    String next = as("reporter").get(gaps + "&limit=1").path("nextCursor");
    as("reporter")
        .get(gaps + "&limit=1&cursor=" + next)
        .then()
        .body("items[0].kind", equalTo("INSTRUCTOR"));
    as("reporter").get(gaps + "&kind=INSTRUCTOR").then().body("items", hasSize(1));
  }

  @Test
  void aWrongQuestionIsToldSo() {
    as("reporter").get("/api/v1/staffing?organizationId=x").then().statusCode(400);
    as("reporter").get("/api/v1/staffing?areaCode=12").then().statusCode(400);
    as("reporter").get("/api/v1/staffing/gaps?kind=CHEF").then().statusCode(400);
    as("reporter").get("/api/v1/staffing/gaps?cursor=x").then().statusCode(400);
    as("member").get("/api/v1/staffing").then().statusCode(403);
  }
}
