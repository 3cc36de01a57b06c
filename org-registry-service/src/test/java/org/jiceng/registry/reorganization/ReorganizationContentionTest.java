package org.jiceng.registry.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.etag;

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
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two offices reorganise at the same moment: one is first, and the other is told. */
@QuarkusTest
class ReorganizationContentionTest {
  @Inject Stored stored;

  private UUID first;
  private UUID second;
  private UUID third;

  @BeforeEach
  void threeCommittees() {
    first = committee(District.root(), HERE);
    second = committee(District.root(), HERE);
    third = committee(District.root(), HERE);
  }

  @RepeatedTest(5)
  void twoThatWouldMergeIntoEachOtherLeaveOne() throws Exception {
    List<Integer> statuses = atOnce(merge(first, second), merge(second, first));

    assertThat(statuses).containsExactlyInAnyOrder(201, 422);
    assertThat(alive()).isEqualTo("2");
  }

  @RepeatedTest(5)
  void aSourceIsMergedOnce() throws Exception {
    List<Integer> statuses = atOnce(merge(first, second), merge(first, third));

    assertThat(statuses).containsExactlyInAnyOrder(201, 422);
    assertThat(
            stored.one("select count(*) from organization_lineage where predecessor_id = ?", first))
        .isEqualTo("1");
  }

  @RepeatedTest(5)
  void twoReparentsThatTogetherWouldMakeACircleDoNot() throws Exception {
    List<Integer> statuses = atOnce(below(first, second), below(second, first));

    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
  }

  @RepeatedTest(5)
  void nothingIsMovedBelowOneThatIsMergedMeanwhile() throws Exception {
    List<Integer> statuses = atOnce(below(third, first), merge(first, second));

    assertThat(statuses.get(0)).isIn(200, 422);
    assertThat(statuses.get(1)).isEqualTo(201);
    String parent = as("reporter").get("/api/v1/organizations/" + third).path("parentId");
    assertThat(parent)
        .isEqualTo(statuses.get(0) == 200 ? second.toString() : District.root().toString());
  }

  private String alive() {
    return stored.one(
        "select count(*) from organization where id in (?, ?, ?) and state <> 'DISSOLVED'",
        first,
        second,
        third);
  }

  private static Callable<Integer> merge(UUID source, UUID destination) {
    RequestSpecification ready =
        as("system")
            .body(
                Map.of(
                    "sources",
                    List.of(source),
                    "destination",
                    Map.of("organizationId", destination)));
    return () -> ready.post("/api/v1/reorganizations/merges").statusCode();
  }

  private static Callable<Integer> below(UUID child, UUID parent) {
    String path = "/api/v1/organizations/" + child;
    RequestSpecification ready =
        as("system").header("If-Match", etag(path)).body(Map.of("parentId", parent));
    return () -> ready.post(path + "/reparent").statusCode();
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
