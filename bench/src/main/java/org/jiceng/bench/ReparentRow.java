package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** A committee with very many members below it moves there and back. */
final class ReparentRow implements Row {
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
    return "move a subtree of "
        + LargeSubtree.BRANCHES
        + " branches with "
        + LargeSubtree.MEMBERS
        + " members over HTTP, against the same updates bare; medians";
  }

  @Override
  public Result measure() throws Exception {
    try (Api api = stack.registry();
        Connection connection = stack.database("jiceng_registry")) {
      JsonNode root = api.get("organizations?type=WORKING_COMMITTEE&limit=1").json().at("/items/0");
      UUID home = UUID.fromString(root.get("id").asText());
      UUID moved = new LargeSubtree(stack).below(root);
      UUID other = establishBeside(api, root);
      double reference = bareMillis(connection, moved, home, other);
      double figure = overHttpMillis(api, moved, home, other);
      return new Result(name(), figure, reference, "ms", Result.Bound.AT_MOST, 3);
    }
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
