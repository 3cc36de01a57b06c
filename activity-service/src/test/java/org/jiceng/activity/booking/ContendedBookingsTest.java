package org.jiceng.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.activity.District.NEXT_WEEK;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.newCommunity;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ContendedBookingsTest {
  private static final int CLIENTS = 32;
  private static final Duration FOR = Duration.ofSeconds(4);
  private static final String OVERLAPS =
      """
      select count(*) from booking a join booking b
        on a.space_id = b.space_id and a.booking_id < b.booking_id and a.during && b.during
       where a.site_id = ? and a.state = 'CONFIRMED' and b.state = 'CONFIRMED'""";
  private static final String HELD =
      """
      select count(*) from booking
       where space_id = ? and tstzrange(starts_at, ends_at) && tstzrange(?::timestamptz, ?::timestamptz)""";

  @Inject District district;

  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

  private record Answer(int status, String space, Instant from, Instant until, String booking) {}

  @AfterEach
  void release() {
    clients.shutdownNow();
  }

  @Test
  void whenAllWantTheSameSlotOneGetsIt() throws Exception {
    UUID organization = district.organization(null);
    String space = district.site(organization, newCommunity(), 20).getString("spaces[0].id");
    List<Answer> answers =
        atOnce(() -> List.of(book(space, organization, NEXT_WEEK, NEXT_WEEK.plusSeconds(3600))));
    assertThat(answers.stream().map(Answer::status))
        .hasSize(CLIENTS)
        .containsOnlyOnce(201)
        .allMatch(status -> status == 201 || status == 409);
  }

  @Test
  void thirtyTwoClientsNeverOverlapAndEveryAnswerIsTrue() throws Exception {
    UUID organization = district.organization(null);
    JsonPath site =
        district.site(organization, newCommunity(), 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
    List<String> spaces = site.getList("spaces.id");
    Instant end = Instant.now().plus(FOR);
    List<Answer> answers =
        atOnce(
            () -> {
              Random random = new Random(Thread.currentThread().getId());
              List<Answer> mine = new ArrayList<>();
              while (Instant.now().isBefore(end)) {
                Instant from = NEXT_WEEK.plusSeconds(900L * random.nextInt(400));
                Instant until = from.plusSeconds(900L * (1 + random.nextInt(8)));
                mine.add(
                    book(spaces.get(random.nextInt(spaces.size())), organization, from, until));
              }
              return mine;
            });

    assertThat(district.text(OVERLAPS, UUID.fromString(site.getString("id")))).isEqualTo("0");
    List<Answer> booked = answers.stream().filter(a -> a.status == 201).toList();
    assertThat(
            district.text(
                "select count(*) from booking where site_id = ? and state = 'CONFIRMED'",
                UUID.fromString(site.getString("id"))))
        .isEqualTo(String.valueOf(booked.size()));
    assertThat(booked).isNotEmpty();
    assertThat(answers).allMatch(a -> a.status == 201 || a.status == 409);
    // nothing was cancelled, so whoever was refused is refused still
    answers.stream()
        .filter(a -> a.status == 409)
        .limit(300)
        .forEach(
            a ->
                assertThat(
                        district.text(
                            HELD, UUID.fromString(a.space), a.from.toString(), a.until.toString()))
                    .isNotEqualTo("0"));
  }

  @Test
  void noBookingSlipsPastAClosing() throws Exception {
    UUID organization = district.organization(null);
    JsonPath site = district.site(organization, newCommunity(), 10);
    String space = site.getString("spaces[0].id");
    Future<Integer> closing =
        clients.submit(
            () ->
                as(Roles.SITE_MANAGER)
                    .header("If-Match", "\"0\"")
                    .body(Map.of())
                    .post("/api/v1/sites/" + site.getString("id") + "/close")
                    .statusCode());
    List<Answer> answers = new ArrayList<>();
    IntStream.range(0, CLIENTS - 1)
        .mapToObj(
            i ->
                clients.submit(
                    () ->
                        book(
                            space,
                            organization,
                            NEXT_WEEK.plusSeconds(3600L * i),
                            NEXT_WEEK.plusSeconds(3600L * (i + 1)))))
        .toList()
        .forEach(answer -> answers.add(result(answer)));
    assertThat(result(closing)).isEqualTo(200);
    assertThat(answers).allMatch(a -> a.status == 201 || a.status == 409);
    assertThat(
            district.text(
                "select count(*) from booking where space_id = ? and state = 'CONFIRMED'",
                UUID.fromString(space)))
        .isEqualTo("0");
  }

  private List<Answer> atOnce(Callable<List<Answer>> client) throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    clients
        .invokeAll(IntStream.range(0, CLIENTS).mapToObj(i -> client).toList())
        .forEach(answer -> answers.addAll(result(answer)));
    return answers;
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer book(String space, UUID organization, Instant from, Instant until) {
    Response response = District.book(space, organization, from, until).extract().response();
    return new Answer(response.statusCode(), space, from, until, response.path("id"));
  }
}
