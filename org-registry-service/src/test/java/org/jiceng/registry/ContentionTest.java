package org.jiceng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.etag;
import static org.jiceng.registry.District.newUnit;
import static org.jiceng.registry.District.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two offices act at the same moment, and what neither could have seen does not come about. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ContentionTest {
  @Inject Stored stored;

  @BeforeEach
  void theDistrictIsThere() {
    District.root();
  }

  @RepeatedTest(8)
  void noUnitEndsUnderTheCoverageOfAnOrganisationDissolvedMeanwhile() throws Exception {
    UUID leaving = committee(District.root(), HERE);
    UUID heir = committee(District.root(), HERE);
    String unit = "/api/v1/units/" + unit(COMMUNITY);
    Map<String, Object> by = Map.of("organizationId", leaving.toString());

    List<Integer> statuses =
        atOnce(
            prepared(unit, "coverage", by),
            prepared(
                "/api/v1/organizations/" + leaving,
                "dissolve",
                Map.of("successorId", heir.toString())));

    assertThat(statuses.get(0)).isIn(200, 422);
    assertThat(statuses.get(1)).isEqualTo(200);
    String coveredBy = as("reporter").get(unit).path("coveredBy");
    assertThat(coveredBy).isEqualTo(statuses.get(0) == 200 ? heir.toString() : null);
  }

  @RepeatedTest(8)
  void noUnitIsRegisteredInAnAreaClosedMeanwhile() throws Exception {
    String area = community(HERE);

    List<Integer> statuses =
        atOnce(
            () ->
                as("registrar")
                    .body(newUnit(area))
                    .post("/api/v1/units")
                    .then()
                    .extract()
                    .statusCode(),
            prepared("/api/v1/areas/" + area, "close", Map.of()));

    assertThat(statuses).isIn(List.of(201, 409), List.of(422, 200));
    assertThat(stored.one("select count(*) from unit where area_code = ?", area))
        .isEqualTo(statuses.get(0) == 201 ? "1" : "0");
  }

  @RepeatedTest(4)
  void twoWhoCloseTheSameUnitCloseItOnce() throws Exception {
    UUID unit = unit(COMMUNITY);
    String path = "/api/v1/units/" + unit;

    List<Integer> statuses =
        atOnce(prepared(path, "close", Map.of()), prepared(path, "close", Map.of()));

    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    assertThat(stored.eventsOf(unit)).hasSize(2);
  }

  /** A command that knows the version already and only has to go out. */
  private static Callable<Integer> prepared(String path, String command, Map<String, Object> body) {
    RequestSpecification ready = as("system").header("If-Match", etag(path)).body(body);
    return () -> ready.post(path + "/" + command).statusCode();
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    ExecutorService offices = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> answers = offices.invokeAll(List.of(one, other));
      return List.of(answers.get(0).get(), answers.get(1).get());
    } finally {
      offices.shutdown();
    }
  }
}
