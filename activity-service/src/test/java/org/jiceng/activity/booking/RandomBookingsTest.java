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
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random bookings and cancellations beside a naive model: an array of quarters of an hour. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RandomBookingsTest {
  private static final int QUARTERS = 60;
  private static final int STEPS = 120;

  @Inject District district;

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 42})
  void theServiceAnswersAsTheModelDoes(long seed) {
    Random random = new Random(seed);
    UUID organization = district.organization(null);
    String space = district.site(organization, newCommunity(), 20).getString("spaces[0].id");
    String[] model = new String[QUARTERS];
    for (int step = 0; step < STEPS; step++) {
      int from = random.nextInt(QUARTERS - 8);
      int until = from + 1 + random.nextInt(8);
      if (random.nextInt(4) == 0 && model[from] != null) {
        cancel(model[from]);
        clear(model, model[from]);
        continue;
      }
      Response answer =
          District.book(space, organization, quarter(from), quarter(until)).extract().response();
      assertThat(answer.statusCode())
          .as("seed %d step %d: [%d, %d)", seed, step, from, until)
          .isEqualTo(isFree(model, from, until) ? 201 : 409);
      if (answer.statusCode() == 201) {
        Arrays.fill(model, from, until, answer.<String>path("id"));
      } else {
        alternativesAreFree(answer.jsonPath(), model, until - from);
      }
    }
  }

  @Test
  void whereThereIsNoRoomNothingIsOffered() {
    UUID organization = district.organization(null);
    String space = district.site(organization, newCommunity(), 20).getString("spaces[0].id");
    for (int week = -2; week < 6; week++) {
      Instant from = NEXT_WEEK.plusSeconds(7L * 86_400 * week);
      Instant start = from.isBefore(Instant.now()) ? Instant.now().plusSeconds(5) : from;
      if (start.isBefore(from.plusSeconds(7L * 86_400))) {
        District.book(space, organization, start, from.plusSeconds(7L * 86_400)).statusCode(201);
      }
    }
    List<?> alternatives =
        District.book(space, organization, NEXT_WEEK, NEXT_WEEK.plusSeconds(3600))
            .statusCode(409)
            .extract()
            .path("alternatives");
    assertThat(alternatives).isEmpty();
  }

  private static void alternativesAreFree(JsonPath answer, String[] model, int length) {
    List<Map<String, String>> offered = answer.getList("alternatives");
    assertThat(offered).isNotEmpty();
    Map<String, Long> seen = new HashMap<>();
    for (Map<String, String> slot : offered) {
      long from = indexOf(slot.get("startsAt"));
      long until = indexOf(slot.get("endsAt"));
      assertThat(until - from).isEqualTo(length);
      assertThat(seen.put(slot.get("startsAt"), from)).isNull();
      if (from >= 0 && until <= QUARTERS) {
        assertThat(isFree(model, (int) from, (int) until)).isTrue();
      }
    }
  }

  private static void cancel(String booking) {
    as(Roles.SECRETARY)
        .header("If-Match", "\"0\"")
        .post("/api/v1/bookings/" + booking + "/cancellation")
        .then()
        .statusCode(200);
  }

  private static void clear(String[] model, String booking) {
    for (int i = 0; i < model.length; i++) {
      model[i] = booking.equals(model[i]) ? null : model[i];
    }
  }

  private static boolean isFree(String[] model, int from, int until) {
    return Arrays.stream(model, from, until).allMatch(held -> held == null);
  }

  private static Instant quarter(int index) {
    return NEXT_WEEK.plusSeconds(900L * index);
  }

  private static long indexOf(String moment) {
    return (Instant.parse(moment).getEpochSecond() - NEXT_WEEK.getEpochSecond()) / 900;
  }
}
