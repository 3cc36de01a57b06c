package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Finding a free space for a time, a capacity and a place, against reading one site by its key. Ten
 * thousand spaces and their bookings are put straight into the database of the activity service,
 * are told to nobody, and are taken out again.
 */
final class SpaceSearchRow implements Row {
  private static final String DATABASE = "jiceng_activity";

  /** How many bookings; five million take a quarter of an hour to put in and take out. */
  private static final int BOOKINGS =
      Integer.parseInt(System.getenv().getOrDefault("JICENG_BENCH_BOOKINGS", "500000"));

  private static final int SITES = 2_000;
  private static final int SPACES = 10_000;
  private static final int DAYS = 100;

  private static final String PUT_SITES =
      """
      insert into site (site_id, code, name, kind, origin, area_code, organization_id, floor_area,
                        opened_on, measured_on, space_count, version, latitude, longitude)
      select gen_random_uuid(), 'bench-' || n, 'bench', 'ACTIVITY_ROOM', 'COMMUNITY', s.area_code,
             s.organization_id, 100, '2009-01-01', '2009-01-01', 0, 0,
             39.8 + 0.2 * random(), 116.3 + 0.3 * random()
        from generate_series(1, %d) n
        join lateral (select area_code, organization_id from site
                       where code not like 'bench-%%' order by code offset n %% 300 limit 1) s on true"""
          .formatted(SITES);
  private static final String PUT_SPACES =
      """
      insert into space (space_id, site_id, number, name, capacity, opened_on)
      select gen_random_uuid(), s.site_id, n, 'bench', 10 + (random() * 200)::int, '2009-01-01'
        from site s, generate_series(1, %d) n where s.code like 'bench-%%'"""
          .formatted(SPACES / SITES);

  // Each space is taken every other time, so many times.
  private static final String PUT_BOOKINGS =
      """
      insert into booking (booking_id, site_id, space_id, organization_id, starts_at, ends_at,
                           blocked_from, blocked_until, state, booked_at, version)
      select gen_random_uuid(), t.site_id, t.space_id, t.organization_id, t.at, t.at + t.length,
             t.at, t.at + t.length, 'CONFIRMED', now(), 0
        from (select p.site_id, p.space_id, s.organization_id,
                     date_trunc('hour', now()) + n * (interval '%1$d days' / %2$d)
                       + interval '1 day' as at,
                     (interval '%1$d days' / %2$d) * (0.3 + 0.4 * random()) as length
                from space p join site s using (site_id), generate_series(0, %2$d - 1) n
               where s.code like 'bench-%%') t"""
          .formatted(DAYS, BOOKINGS / SPACES);
  private static final List<String> TAKE_OUT =
      List.of(
          "delete from booking where site_id in (select site_id from site where code like 'bench-%')",
          "delete from space where site_id in (select site_id from site where code like 'bench-%')",
          "delete from site where code like 'bench-%'");

  private final Stack stack;

  SpaceSearchRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "space-search";
  }

  @Override
  public String description() {
    return "p99 of finding a free space, by place or by size, among %d with %d bookings, against the"
            .formatted(SPACES, BOOKINGS)
        + " p99 of reading one site by its id, both over HTTP";
  }

  @Override
  public boolean onRequest() {
    return true;
  }

  @Override
  public Result measure() throws Exception {
    try (Connection connection = stack.database(DATABASE);
        Api api = stack.activity()) {
      try {
        put(connection);
        return search(api);
      } finally {
        takeOut(connection);
      }
    }
  }

  private Result search(Api api) throws Exception {
    List<String> sites = new ArrayList<>();
    for (JsonNode site : api.get("sites?limit=500").json().get("items")) {
      sites.add(site.get("id").asText());
    }
    Random random = new Random(1);
    double[] p99 =
        Tail.p99Millis(
            i -> api.get(question(random, i)),
            i -> api.get("sites/" + sites.get(i % sites.size())));
    return new Result(name(), p99[0], p99[1], "ms", Result.Bound.AT_MOST, 5);
  }

  private static String question(Random random, int number) {
    Instant from =
        Instant.now()
            .truncatedTo(ChronoUnit.HOURS)
            .plus(24L + random.nextInt(24 * (DAYS - 1)), ChronoUnit.HOURS);
    String question =
        "spaces?limit=10&from=%s&until=%s&capacity=%d"
            .formatted(from, from.plus(2, ChronoUnit.HOURS), 10 + random.nextInt(150));
    return number % 2 == 0
        ? question
        : question
            + String.format(
                Locale.ROOT,
                "&near=%.4f,%.4f",
                39.8 + 0.2 * random.nextDouble(),
                116.3 + 0.3 * random.nextDouble());
  }

  private static void put(Connection connection) throws SQLException {
    takeOut(connection);
    for (String sql : List.of(PUT_SITES, PUT_SPACES, PUT_BOOKINGS)) {
      run(connection, sql);
    }
    try (Statement statement = connection.createStatement()) {
      // or the database would tidy up by itself while it is measured
      statement.execute("vacuum (analyze) site, space, booking");
    }
  }

  private static void takeOut(Connection connection) throws SQLException {
    for (String sql : TAKE_OUT) {
      run(connection, sql);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }
}
