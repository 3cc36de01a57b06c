package org.jiceng.registry.reorganization;

import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.reorganization.Reorganizing.ask;
import static org.jiceng.registry.reorganization.Reorganizing.existing;
import static org.jiceng.registry.reorganization.Reorganizing.get;
import static org.jiceng.registry.reorganization.Reorganizing.merge;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.District;
import org.jiceng.registry.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is planned waits for its day, and is looked at again when the day has come. */
@QuarkusTest
class PlannedReorganizationTest {
  @Inject Tables tables;
  @Inject PlannedReorganizations planned;
  @Inject BusinessClock clock;

  private UUID first;
  private UUID second;
  private UUID third;

  @BeforeEach
  void threeCommittees() {
    first = committee(District.root(), HERE);
    second = committee(District.root(), HERE);
    third = committee(District.root(), HERE);
  }

  @Test
  void aPlannedOneWaitsForItsDayAndCanBeGivenUp() {
    LocalDate day = clock.today().plusDays(30);
    Map<String, Object> wanted = new HashMap<>(merge(List.of(first), existing(second)));
    wanted.put("effectiveOn", day.toString());
    String kept =
        ask("merges", wanted)
            .statusCode(201)
            .body("state", equalTo("PLANNED"))
            .extract()
            .path("id");
    wanted.putAll(merge(List.of(third), existing(second)));
    wanted.put("effectiveOn", day.toString());
    String givenUp = ask("merges", wanted).statusCode(201).extract().path("id");
    as("reporter").get("/api/v1/organizations/" + first).then().body("state", equalTo("ACTIVE"));
    String path = "/api/v1/reorganizations/" + givenUp;
    as("registrar").post(path + "/cancel").then().statusCode(428);
    as("registrar").header("If-Match", "\"9\"").post(path + "/cancel").then().statusCode(412);
    as("registrar")
        .header("If-Match", "\"0\"")
        .post(path + "/cancel")
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));

    planned.carryOutDue();
    get(kept).body("state", equalTo("PLANNED"));
    itsDayComes(kept);
    itsDayComes(givenUp);
    planned.carryOutDue();

    get(kept).body("state", equalTo("UNDER_WAY"));
    get(givenUp).body("state", equalTo("CANCELLED"));
    as("reporter")
        .get("/api/v1/organizations/" + first)
        .then()
        .body("state", equalTo("DISSOLVED"))
        .body("dissolvedOn", equalTo(clock.today().toString()));
  }

  @Test
  void aPlannedOneThatCannotBeAnyMoreSaysWhy() {
    LocalDate day = clock.today().plusDays(30);
    Map<String, Object> wanted = new HashMap<>(merge(List.of(first), existing(second)));
    wanted.put("effectiveOn", day.toString());
    String id = ask("merges", wanted).statusCode(201).extract().path("id");
    ask("dissolutions", Map.of("organizationId", second, "successorId", third)).statusCode(201);

    itsDayComes(id);
    planned.carryOutDue();

    get(id).body("state", equalTo("PLANNED")).body("obstacle", equalTo("no-organization"));
    as("reporter").get("/api/v1/organizations/" + first).then().body("state", equalTo("ACTIVE"));
  }

  /** A clock that is turned ahead would have Kafka refuse the events. */
  private void itsDayComes(String reorganization) {
    tables.change(
        "update reorganization set effective_on = ? where id = ?",
        clock.today(),
        UUID.fromString(reorganization));
  }
}
