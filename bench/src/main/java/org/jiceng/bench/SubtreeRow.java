package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** All that stands below a committee over HTTP, against the same select on bare connections. */
final class SubtreeRow implements Row {
  private static final int CLIENTS = 16;
  private static final String SELECT =
      """
      select o.id, o.code, o.name, o.type, o.sector, o.mode, o.temporary, o.parent_id, o.area_code,
             o.founded_by, o.state, o.established_on, o.dissolved_on, o.version
        from organization o
       where o.path <@ (select path from organization where id = ?) order by o.code limit 51""";

  private final Stack stack;

  SubtreeRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "subtree";
  }

  @Override
  public String description() {
    return "read the first page of a subtree over HTTP, 16 clients, against the same select on 16"
        + " bare connections";
  }

  @Override
  public Result measure() throws Exception {
    try (Api api = stack.registry()) {
      List<UUID> roots = new ArrayList<>();
      for (JsonNode item : api.get("organizations?type=COMMITTEE&limit=500").json().get("items")) {
        roots.add(UUID.fromString(item.get("id").asText()));
      }
      double reference =
          Clients.rate(CLIENTS, client -> new Bare(stack.database("jiceng_registry"), roots));
      double figure =
          Clients.rate(CLIENTS, client -> () -> api.get("organizations?subtreeOf=" + any(roots)));
      return new Result(name(), figure, reference, "reads/s", Result.Bound.AT_LEAST, 0.50);
    }
  }

  private static UUID any(List<UUID> roots) {
    return roots.get(ThreadLocalRandom.current().nextInt(roots.size()));
  }

  private static final class Bare implements Clients.Work {
    private final Connection connection;
    private final PreparedStatement select;
    private final List<UUID> roots;

    Bare(Connection connection, List<UUID> roots) throws Exception {
      this.connection = connection;
      this.select = connection.prepareStatement(SELECT);
      this.roots = roots;
    }

    @Override
    public void once() throws Exception {
      select.setObject(1, any(roots));
      int read = 0;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          read += row.getString(3).length();
        }
      }
      if (read == 0) {
        throw new IllegalStateException("nothing stands there");
      }
    }

    @Override
    public void close() throws Exception {
      connection.close();
    }
  }
}
