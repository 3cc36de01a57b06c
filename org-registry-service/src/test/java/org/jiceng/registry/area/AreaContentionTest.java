package org.jiceng.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.etag;
import static org.jiceng.registry.District.township;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two offices change the territory at the same moment. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AreaContentionTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Inject Stored stored;
  @Inject AgroalDataSource dataSource;

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

  @RepeatedTest(4)
  void aListAndAHandOverAtTheSameMomentBothComeToAnEnd() throws Exception {
    String next = township();
    String community = community(township());
    Callable<Integer> handOver = prepared(community, "reassign", Map.of("parentCode", next));
    ExecutorService office = Executors.newSingleThreadExecutor();
    try (Connection other = dataSource.getConnection()) {
      other.setAutoCommit(false);
      hold(other, next);
      String job = list("code,name\n" + next + ",新街道\n");
      awaitWaiting(1);
      Future<Integer> answer = office.submit(handOver);
      awaitWaiting(2);
      other.rollback();

      assertThat(answer.get()).isEqualTo(200);
      assertThat(ended(job)).isEqualTo("COMPLETED");
    } finally {
      office.shutdown();
    }
    assertThat(within(community, 1)).containsExactly(next);
  }

  @RepeatedTest(4)
  void manyHandOversDuringAListAllComeToAnEnd() throws Exception {
    String next = township();
    String old = township();
    List<Callable<Integer>> handOvers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      handOvers.add(prepared(community(old), "reassign", Map.of("parentCode", next)));
    }
    ExecutorService offices = Executors.newFixedThreadPool(4);
    try {
      String job = list("code,name\n" + township() + ",新街道\n");
      for (Future<Integer> answer : offices.invokeAll(handOvers)) {
        assertThat(answer.get()).isEqualTo(200);
      }
      assertThat(ended(job)).isEqualTo("COMPLETED");
    } finally {
      offices.shutdown();
    }
  }

  @RepeatedTest(8)
  void aSubDistrictIsRenumberedWhileACommunityLeavesIt() throws Exception {
    String next = township();
    String old = township();
    String community = community(old);
    String number = "110105%03d000".formatted(900 + NUMBERS.incrementAndGet());

    List<Integer> statuses =
        atOnce(
            prepared(community, "reassign", Map.of("parentCode", next)),
            prepared(
                old, "reassign", Map.of("parentCode", "110105000000", "standardCode", number)));

    assertThat(statuses).containsExactly(200, 200);
    assertThat(within(community, 1)).containsExactly(next);
    assertThat(within(community, 2)).containsExactly("110105000000");
  }

  private List<String> within(String area, int distance) {
    return stored.list(
        """
        select within_code from area_within
         where area_code = ? and distance = ? and valid_to is null""",
        area,
        distance);
  }

  private static void hold(Connection connection, String area) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from area where code = ? for update")) {
      select.setString(1, area);
      select.executeQuery().close();
    }
  }

  private void awaitWaiting(int processes) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                Integer.parseInt(
                        stored.one(
                            """
                            select count(*) from pg_stat_activity
                             where datname = current_database() and wait_event_type = 'Lock'"""))
                    >= processes);
  }

  private static String list(String csv) {
    return as("system")
        .contentType("text/csv; charset=UTF-8")
        .body(csv)
        .post("/api/v1/area-lists/imports")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static String ended(String job) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> as("system").get("/api/v1/imports/" + job).jsonPath(),
            answer -> answer.getString("finishedAt") != null)
        .getString("state");
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
