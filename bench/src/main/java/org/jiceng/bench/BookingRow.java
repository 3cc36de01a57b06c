package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Clients that all want the same ten spaces: over HTTP, against the same inserts on bare
 * connections into a table of the same shape, with the same constraint. An answer counts whether
 * the space was had or taken. It leaves a site with its bookings behind.
 */
final class BookingRow implements Row {
  private static final int CLIENTS = 16;
  private static final int SPACES = 10;
  private static final int QUARTERS = 90 * 96;
  private static final String DATABASE = "jiceng_activity";
  private static final String OVERLAPS =
      """
      select count(*) from booking a join booking b
        on a.space_id = b.space_id and a.booking_id < b.booking_id and a.blocked && b.blocked
       where a.site_id = ?::uuid and a.state in ('HELD', 'CONFIRMED', 'CHECKED_IN')
         and b.state in ('HELD', 'CONFIRMED', 'CHECKED_IN')""";

  private final Stack stack;
  private final Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS);

  BookingRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "booking";
  }

  @Override
  public String description() {
    return "book over HTTP, 16 clients fighting for the same ten spaces, against the same inserts on"
        + " 16 bare connections";
  }

  @Override
  public Result measure() throws Exception {
    List<JsonNode> organizations = organizations();
    try (Api api = stack.activity()) {
      JsonNode site = site(api, organizations.get(0));
      String siteId = site.get("id").asText();
      List<UUID> spaces = new ArrayList<>();
      site.get("spaces").forEach(space -> spaces.add(UUID.fromString(space.get("id").asText())));
      double reference = reference(UUID.fromString(siteId), spaces, organizations);
      double figure = Clients.rate(CLIENTS, client -> () -> book(api, spaces, organizations));
      requireNoOverlap(siteId);
      return new Result(name(), figure, reference, "answers/s", Result.Bound.AT_LEAST, 0.50);
    }
  }

  private List<JsonNode> organizations() throws Exception {
    try (Api api = stack.registry()) {
      List<JsonNode> found = new ArrayList<>();
      api.get("organizations?type=BRANCH&state=ACTIVE&limit=500")
          .json()
          .get("items")
          .forEach(found::add);
      return found;
    }
  }

  private static JsonNode site(Api api, JsonNode keeper) throws Exception {
    List<Map<String, Object>> spaces =
        IntStream.rangeClosed(1, SPACES)
            .mapToObj(n -> Map.<String, Object>of("name", "room " + n, "capacity", 20))
            .toList();
    return api.post(
            "sites",
            Map.of(
                "code",
                "bench-" + Long.toString(System.nanoTime(), 36),
                "name",
                "bench",
                "kind",
                "ACTIVITY_ROOM",
                "origin",
                "COMMUNITY",
                "areaCode",
                keeper.get("areaCode").asText(),
                "organizationId",
                keeper.get("id").asText(),
                "floorArea",
                100,
                "spaces",
                spaces))
        .json();
  }

  /** A space for up to an hour at a quarter of an hour somewhere in three months. */
  private record Wish(UUID space, UUID organization, Instant startsAt, Instant endsAt) {}

  private Wish wish(List<UUID> spaces, List<JsonNode> organizations) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Instant startsAt = from.plus(15L * random.nextInt(QUARTERS), ChronoUnit.MINUTES);
    return new Wish(
        spaces.get(random.nextInt(spaces.size())),
        UUID.fromString(
            organizations.get(1 + random.nextInt(organizations.size() - 1)).get("id").asText()),
        startsAt,
        startsAt.plus(15L * (1 + random.nextInt(4)), ChronoUnit.MINUTES));
  }

  private void book(Api api, List<UUID> spaces, List<JsonNode> organizations) throws Exception {
    Wish wish = wish(spaces, organizations);
    api.attempt(
        "bookings",
        Map.of(
            "spaceId",
            wish.space,
            "organizationId",
            wish.organization,
            "startsAt",
            wish.startsAt.toString(),
            "endsAt",
            wish.endsAt.toString()),
        201,
        409);
  }

  private double reference(UUID site, List<UUID> spaces, List<JsonNode> organizations)
      throws Exception {
    try (Connection connection = stack.database(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists bench_reference cascade");
      statement.execute("create schema bench_reference");
      statement.execute("create table bench_reference.booking (like public.booking including all)");
      try {
        return Clients.rate(
            CLIENTS,
            client -> new Bare(stack.database(DATABASE), site, () -> wish(spaces, organizations)));
      } finally {
        statement.execute("drop schema bench_reference cascade");
      }
    }
  }

  private void requireNoOverlap(String siteId) throws SQLException {
    try (Connection connection = stack.database(DATABASE);
        PreparedStatement select = connection.prepareStatement(OVERLAPS)) {
      select.setString(1, siteId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (row.getLong(1) > 0) {
          throw new IllegalStateException(row.getLong(1) + " double bookings");
        }
      }
    }
  }

  private static final class Bare implements Clients.Work {
    private final Connection connection;
    private final UUID site;
    private final Supplier<Wish> wishes;
    private final PreparedStatement insert;

    Bare(Connection connection, UUID site, Supplier<Wish> wishes) throws SQLException {
      this.connection = connection;
      this.site = site;
      this.wishes = wishes;
      connection.setAutoCommit(false);
      connection.setSchema("bench_reference");
      insert =
          connection.prepareStatement(
              """
              insert into booking (booking_id, site_id, space_id, organization_id, starts_at,
                                   ends_at, blocked_from, blocked_until, release_at, state,
                                   booked_at, version)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'CONFIRMED', now(), 0)
              on conflict do nothing""");
    }

    @Override
    public void once() throws SQLException {
      Wish wish = wishes.get();
      OffsetDateTime startsAt = wish.startsAt.atOffset(ZoneOffset.UTC);
      OffsetDateTime endsAt = wish.endsAt.atOffset(ZoneOffset.UTC);
      Object[] values = {
        UUID.randomUUID(),
        site,
        wish.space,
        wish.organization,
        startsAt,
        endsAt,
        startsAt,
        endsAt,
        endsAt
      };
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      connection.rollback();
      connection.close();
    }
  }
}
