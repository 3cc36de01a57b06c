package org.jiceng.activity.space;

import static org.jiceng.activity.District.NEXT_WEEK;
import static org.jiceng.activity.District.as;
import static org.jiceng.activity.District.book;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jiceng.activity.District;
import org.jiceng.activity.opening.OpenTime;
import org.jiceng.kit.security.Roles;

/**
 * A space as somebody would decide about it who looks at every minute: the site is open from 8 to
 * 20 but on Sundays, or always; strangers stay out before noon, or never.
 */
record NaiveSpace(
    String id,
    int capacity,
    boolean hasProjector,
    int minutesAround,
    boolean byHours,
    boolean ownMornings,
    List<OpenTime> closed,
    List<OpenTime> booked) {
  static final Comparator<NaiveSpace> BY_SIZE =
      Comparator.comparing(NaiveSpace::capacity).thenComparing(NaiveSpace::id);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A site with two spaces, made at random and told to the service. */
  static List<NaiveSpace> site(District district, String community, Random random) {
    UUID keeper = district.organization(null);
    JsonPath site =
        district.site(keeper, community, 5 + random.nextInt(50), 5 + random.nextInt(50));
    String id = site.getString("id");
    boolean byHours = random.nextBoolean();
    boolean ownMornings = random.nextInt(3) == 0;
    List<OpenTime> siteClosed = random.nextInt(3) == 0 ? List.of(time(random)) : List.of();
    List<NaiveSpace> spaces = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String space = site.getString("spaces[" + i + "].id");
      List<OpenTime> booked = bookings(space, keeper, random);
      List<OpenTime> closed = new ArrayList<>(siteClosed);
      if (random.nextInt(3) == 0) {
        OpenTime time = time(random);
        close(id, space, time);
        booked.removeIf(b -> overlap(b, time.startsAt(), time.endsAt()));
        closed.add(time);
      }
      boolean projector = random.nextBoolean();
      int around = 15 * random.nextInt(4);
      describe(id, space, projector, around);
      spaces.add(
          new NaiveSpace(
              space,
              site.getInt("spaces[" + i + "].capacity"),
              projector,
              around,
              byHours,
              ownMornings,
              closed,
              booked));
    }
    siteClosed.forEach(
        time -> {
          close(id, null, time);
          spaces.forEach(s -> s.booked.removeIf(b -> overlap(b, time.startsAt(), time.endsAt())));
        });
    if (byHours) {
      change(id, "/opening-hours", week());
    }
    if (ownMornings) {
      change(id, "/sharing", mornings());
    }
    return spaces;
  }

  boolean usable(Instant from, Instant until, boolean byAStranger) {
    long around = 60L * minutesAround;
    return closed.stream().noneMatch(c -> overlap(c, from, until))
        && booked.stream()
            .noneMatch(b -> overlap(b, from.minusSeconds(around), until.plusSeconds(around)))
        && everyMinute(from, until, byAStranger);
  }

  private boolean everyMinute(Instant from, Instant until, boolean byAStranger) {
    for (Instant at = from; at.isBefore(until); at = at.plusSeconds(60)) {
      LocalDateTime local = LocalDateTime.ofInstant(at, ZONE);
      boolean open =
          !byHours
              || local.getDayOfWeek().getValue() < 7
                  && local.getHour() >= 8
                  && local.getHour() < 20;
      if (!open || byAStranger && ownMornings && local.getHour() < 12) {
        return false;
      }
    }
    return true;
  }

  static void change(String siteId, String command, Map<String, ?> body) {
    as(Roles.SITE_MANAGER)
        .header("If-Match", "*")
        .body(body)
        .put("/api/v1/sites/" + siteId + command)
        .then()
        .statusCode(200);
  }

  private static boolean overlap(OpenTime time, Instant from, Instant until) {
    return time.startsAt().isBefore(until) && from.isBefore(time.endsAt());
  }

  private static OpenTime time(Random random) {
    Instant from = NEXT_WEEK.plusSeconds(900L * random.nextInt(300));
    return new OpenTime(from, from.plusSeconds(900L * (1 + random.nextInt(40))));
  }

  private static List<OpenTime> bookings(String space, UUID keeper, Random random) {
    List<OpenTime> booked = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      OpenTime wish = time(random);
      if (book(space, keeper, wish.startsAt(), wish.endsAt()).extract().statusCode() == 201) {
        booked.add(wish);
      }
    }
    return booked;
  }

  private static void close(String siteId, String space, OpenTime time) {
    Map<String, Object> closure = new HashMap<>();
    closure.put("spaceId", space);
    closure.put("startsAt", time.startsAt());
    closure.put("endsAt", time.endsAt());
    closure.put("resolution", "CANCEL");
    as(Roles.SITE_MANAGER)
        .body(closure)
        .post("/api/v1/sites/" + siteId + "/closures")
        .then()
        .statusCode(201);
  }

  private static void describe(String siteId, String space, boolean projector, int around) {
    change(
        siteId,
        "/spaces/" + space,
        Map.of(
            "equipment",
            projector ? List.of("PROJECTOR", "WIFI") : List.of("WIFI"),
            "setUpMinutes",
            around,
            "clearUpMinutes",
            around,
            "approval",
            "AUTOMATIC"));
  }

  private static Map<String, Object> week() {
    Map<String, Object> days = new HashMap<>();
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")) {
      days.put(day, List.of(Map.of("opens", "08:00", "closes", "20:00")));
    }
    return Map.of("week", days, "holidayRule", "AS_USUAL");
  }

  private static Map<String, Object> mornings() {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
      rules.add(
          Map.of(
              "day", day.name(),
              "hours", Map.of("opens", "00:00", "closes", "12:00"),
              "audience", "OWN_LINE"));
    }
    return Map.of("audience", "ANYONE", "rules", rules);
  }
}
