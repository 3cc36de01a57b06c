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
import org.junit.jupiter.api.Test;

/** Thirty-two clients book, hold, confirm, cancel, wait and book series of the same ten spaces. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TurmoilTest {
  private static final int CLIENTS = 32;
  private static final Duration FOR = Duration.ofSeconds(5);

  private static final String OVERLAPS =
      """
      select count(*) from booking a join booking b
        on a.space_id = b.space_id and a.booking_id < b.booking_id and a.blocked && b.blocked
       where a.site_id = ?::uuid and a.state in ('HELD', 'CONFIRMED', 'CHECKED_IN')
         and b.state in ('HELD', 'CONFIRMED', 'CHECKED_IN')""";
  private static final String FORGOTTEN =
      """
      select count(*) from waitlist_entry e
       where e.site_id = ?::uuid and e.state = 'WAITING'
         and not exists (select 1 from booking b
                          where b.space_id = e.space_id
                            and b.state in ('HELD', 'CONFIRMED', 'CHECKED_IN')
                            and b.blocked && tstzrange(e.starts_at - interval '10 minutes',
                                                       e.ends_at + interval '5 minutes'))""";
  private static final String TOLD_BUT_NOT_TRUE =
      """
      select count(*) from booking b
       where b.site_id = ?::uuid and b.state <> case
               (select replace(replace(o.type, 'org.jiceng.activity.booking-', ''), '.v1', '')
                  from outbox o where o.aggregateid = b.booking_id::text
                 order by o.sequence desc limit 1)
               when 'confirmed' then 'CONFIRMED' when 'held' then 'HELD'
               when 'cancelled' then 'CANCELLED' when 'withdrawn' then 'CANCELLED' end""";

  @Inject District district;

  private record Answer(String what, int status, String id) {}

  @Test
  void nothingOverlapsNobodyIsForgottenAndEveryAnswerIsTrue() throws Exception {
    UUID organization = district.organization(null);
    JsonPath site =
        district.site(organization, newCommunity(), 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
    String id = site.getString("id");
    district.execute(
        "update space set set_up_minutes = 10, clear_up_minutes = 5 where site_id = ?::uuid", id);
    List<Answer> answers = all(site.getList("spaces.id"), organization);

    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201, 409, 412);
    assertThat(answers)
        .filteredOn(a -> a.status < 400)
        .extracting(Answer::what)
        .contains("book", "hold", "cancel", "wait");
    assertThat(district.text(OVERLAPS, id)).isEqualTo("0");
    assertThat(district.text(FORGOTTEN, id)).as("nobody waits for what is free").isEqualTo("0");
    assertThat(district.text(TOLD_BUT_NOT_TRUE, id)).isEqualTo("0");
    for (Answer answer : answers) {
      if (answer.what.equals("cancel") && answer.status == 200) {
        assertThat(state(answer.id)).isEqualTo("CANCELLED");
      } else if (answer.what.equals("book") && answer.status == 201) {
        assertThat(state(answer.id)).isIn("CONFIRMED", "CANCELLED");
      }
    }
  }

  private String state(String booking) {
    return district.text("select state from booking where booking_id = ?::uuid", booking);
  }

  private static List<Answer> all(List<String> spaces, UUID organization) throws Exception {
    Instant end = Instant.now().plus(FOR);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<List<Answer>>> work =
          IntStream.range(0, CLIENTS)
              .mapToObj(
                  i -> (Callable<List<Answer>>) () -> one(new Random(i), spaces, organization, end))
              .toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<List<Answer>> client : clients.invokeAll(work)) {
        answers.addAll(client.get());
      }
      return answers;
    } finally {
      clients.shutdownNow();
    }
  }

  private static List<Answer> one(
      Random random, List<String> spaces, UUID organization, Instant end) {
    List<Answer> answers = new ArrayList<>();
    List<String> mine = new ArrayList<>();
    while (Instant.now().isBefore(end)) {
      String space = spaces.get(random.nextInt(spaces.size()));
      Instant from = NEXT_WEEK.plusSeconds(900L * random.nextInt(60));
      Instant until = from.plusSeconds(900L * (1 + random.nextInt(6)));
      int what = random.nextInt(10);
      Answer answer;
      if (what < 4) {
        answer = post("book", "bookings", wish(space, organization, from, until, false));
      } else if (what < 6) {
        answer = post("hold", "bookings", wish(space, organization, from, until, true));
      } else if (what < 7) {
        answer = post("wait", "waitlist-entries", wait(space, organization, from, until));
      } else if (mine.isEmpty()) {
        continue;
      } else {
        String booking = mine.remove(random.nextInt(mine.size()));
        answer =
            what < 8
                ? change(booking, "confirm", "confirmation")
                : change(booking, "cancel", "cancellation");
      }
      if (answer.status == 201 && !answer.what.equals("wait")) {
        mine.add(answer.id);
      }
      answers.add(answer);
    }
    return answers;
  }

  private static Map<String, Object> wish(
      String space, UUID organization, Instant from, Instant until, boolean hold) {
    return Map.of(
        "spaceId",
        space,
        "organizationId",
        organization,
        "startsAt",
        from,
        "endsAt",
        until,
        "hold",
        hold);
  }

  private static Map<String, Object> wait(
      String space, UUID organization, Instant from, Instant until) {
    return Map.of(
        "spaceId", space, "organizationId", organization, "startsAt", from, "endsAt", until);
  }

  private static Answer post(String what, String path, Map<String, Object> body) {
    Response answer = as(Roles.SECRETARY).body(body).post("/api/v1/" + path);
    return new Answer(what, answer.statusCode(), answer.path("id"));
  }

  private static Answer change(String booking, String what, String verb) {
    Response answer =
        as(Roles.SITE_MANAGER)
            .header("If-Match", "*")
            .post("/api/v1/bookings/" + booking + "/" + verb);
    return new Answer(what, answer.statusCode(), booking);
  }
}
