package org.jiceng.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a test finds in the registry's tables behind the answers. */
@ApplicationScoped
public class Stored {
  private static final List<String> TABLES =
      List.of(
          "area",
          "area_measurement",
          "area_version",
          "area_within",
          "organization",
          "organization_version",
          "unit",
          "building",
          "station",
          "post",
          "appointment",
          "reorganization",
          "reorganization_part",
          "reorganization_step",
          "organization_lineage",
          "neighbour_record",
          "election",
          "election_result",
          "quality_rule",
          "finding",
          "proposal");

  private final AgroalDataSource dataSource;

  Stored(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A digest of every table, and how many events have been told. */
  public Map<String, String> everything() {
    Map<String, String> found = new LinkedHashMap<>();
    for (String table : TABLES) {
      found.put(
          table,
          one("select md5(string_agg(t::text, '|' order by t::text)) from %s t".formatted(table)));
    }
    found.put("outbox", one("select count(*) from outbox"));
    return found;
  }

  /** What has been told of an aggregate, in order: the type's own name and the date. */
  public List<String> eventsOf(Object aggregate) {
    return list(
        """
        select replace(replace(type, 'org.jiceng.registry.', ''), '.v1', '') || ' ' || effective_on
          from outbox where aggregateid = ? order by sequence""",
        aggregate.toString());
  }

  /** The only value of a select. */
  public String one(String sql, Object... values) {
    return list(sql, values).get(0);
  }

  /** The first column of a select. */
  public List<String> list(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
