package org.jiceng.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.etag;
import static org.jiceng.registry.District.township;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two offices change the territory at the same moment. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AreaContentionTest {
  @Inject Stored stored;

  @BeforeEach
  void theDistrictIsThere() {
    District.root();
  }

  @RepeatedTest(8)
  void noCommunityEndsInATownshipThatIsClosedMeanwhile() throws Exception {
    String next = township();
    String community = community(township());

    List<Integer> statuses =
        atOnce(
            prepared(community, "reassign", Map.of("parentCode", next)),
            prepared(next, "close", Map.of()));

    assertThat(statuses).isIn(List.of(200, 409), List.of(422, 200));
    assertThat(
            stored.one(
                """
                select count(*) from area c join area p on p.code = c.parent_code
                 where c.code = ? and p.closed_on is not null""",
                community))
        .isEqualTo("0");
  }

  @RepeatedTest(4)
  void twoWhoHandTheSameCommunityOverHandItOnce() throws Exception {
    String one = township();
    String other = township();
    String community = community(township());

    List<Integer> statuses =
        atOnce(
            prepared(community, "reassign", Map.of("parentCode", one)),
            prepared(community, "reassign", Map.of("parentCode", other)));

    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    assertThat(
            stored.list(
                """
                select within_code from area_within
                 where area_code = ? and distance = 1 and valid_to is null""",
                community))
        .containsExactly(statuses.get(0) == 200 ? one : other);
  }

  @RepeatedTest(16)
  void nobodyIsCountedInATownshipThatIsClosedMeanwhile() throws Exception {
    String town = township();

    List<Integer> statuses =
        atOnce(
            prepared(
                town,
                "measurements",
                Map.of(
                    "population",
                    900,
                    "registeredPopulation",
                    900,
                    "migrantPopulation",
                    0,
                    "households",
                    300)),
            prepared(town, "close", Map.of()));

    assertThat(statuses).isIn(List.of(200, 412), List.of(409, 200));
  }

  private static Callable<Integer> prepared(String area, String command, Map<String, Object> body) {
    String path = "/api/v1/areas/" + area;
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
