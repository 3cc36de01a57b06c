package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A branch of the tree with very many members below it moves there and back. */
final class ReparentRow implements Row {
  private static final int MEMBERS = 50_000;
  private static final int TIMES = 20;
  private static final String MOVE =
      """
      update organization o
         set path = p.path || subpath(o.path, nlevel(m.path) - 1)
        from organization m, organization p
       where m.id = ? and p.id = ? and o.path <@ m.path""";
  private static final String PARENT =
      "update organization set parent_id = ?, version = version + 1 where id = ?";

  private final Stack stack;

  ReparentRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "reparent";
  }

  @Override
  public String description() {
    return "move the subtree with the most members (some "
        + MEMBERS
        + ") over HTTP, against the same updates bare; medians";
  }

  @Override
  public Result measure() throws Exception {
    try (Api api = stack.registry();
        Connection connection = stack.database("jiceng_registry")) {
      JsonNode root = api.get("organizations?type=WORKING_COMMITTEE&limit=1").json().at("/items/0");
      UUID home = UUID.fromString(root.get("id").asText());
      UUID moved = largestBelow(home);
      UUID other = establishBeside(api, root);
      double reference = bareMillis(connection, moved, home, other);
      double figure = overHttpMillis(api, moved, home, other);
      return new Result(name(), figure, reference, "ms", Result.Bound.AT_MOST, 3);
    }
  }

  /** Which child of the root has the most members below it, by the member service's own count. */
  private UUID largestBelow(UUID home) throws Exception {
    UUID best = null;
    long most = -1;
    try (Connection registry = stack.database("jiceng_registry");
        Connection members = stack.database("jiceng_member");
        PreparedStatement children =
            registry.prepareStatement(
                "select c.id, array(select o.id from organization o where o.path <@ c.path)"
                    + " from organization c where c.parent_id = ? and c.state = 'ACTIVE'");
        PreparedStatement count =
            members.prepareStatement(
                "select count(*) from member where organization_id = any (?) and ended_on is null")) {
      children.setObject(1, home);
      try (ResultSet row = children.executeQuery()) {
        while (row.next()) {
          Set<Object> below = new HashSet<>(Arrays.asList((Object[]) row.getArray(2).getArray()));
          count.setArray(1, members.createArrayOf("uuid", below.toArray()));
          try (ResultSet counted = count.executeQuery()) {
            counted.next();
            if (counted.getLong(1) > most) {
              most = counted.getLong(1);
              best = row.getObject(1, UUID.class);
            }
          }
        }
      }
    }
    System.err.println("the subtree that moves has " + most + " members (wanted: " + MEMBERS + ")");
    return best;
  }

  private static UUID establishBeside(Api api, JsonNode root) throws Exception {
    Map<String, Object> wanted =
        Map.of(
            "code", "BENCH-" + System.nanoTime() % 1_000_000_000,
            "name", "基准测试工委",
            "type", "WORKING_COMMITTEE",
            "sector", "AGENCY",
            "mode", "INDEPENDENT",
            "parentId", root.get("id").asText(),
            "areaCode", root.get("areaCode").asText());
    return UUID.fromString(api.post("organizations", wanted).json().get("id").asText());
  }

  private static double overHttpMillis(Api api, UUID moved, UUID home, UUID other)
      throws Exception {
    double[] millis = new double[TIMES * 2];
    for (int i = 0; i < millis.length; i++) {
      String path = "organizations/" + moved;
      String etag = api.get(path).etag();
      UUID to = i % 2 == 0 ? other : home;
      long from = System.nanoTime();
      api.post(path + "/reparent", Map.of("parentId", to.toString()), Map.of("If-Match", etag));
      millis[i] = (System.nanoTime() - from) / 1e6;
    }
    return median(millis);
  }

  private static double bareMillis(Connection connection, UUID moved, UUID home, UUID other)
      throws Exception {
    connection.setAutoCommit(false);
    double[] millis = new double[TIMES * 2];
    try (PreparedStatement parent = connection.prepareStatement(PARENT);
        PreparedStatement move = connection.prepareStatement(MOVE)) {
      for (int i = 0; i < millis.length; i++) {
        UUID to = i % 2 == 0 ? other : home;
        long from = System.nanoTime();
        parent.setObject(1, to);
        parent.setObject(2, moved);
        parent.executeUpdate();
        move.setObject(1, moved);
        move.setObject(2, to);
        move.executeUpdate();
        connection.commit();
        millis[i] = (System.nanoTime() - from) / 1e6;
      }
    }
    return median(millis);
  }

  private static double median(double[] millis) {
    Arrays.sort(millis);
    return millis[millis.length / 2];
  }
}
