package org.jiceng.registry.area;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Named;
import org.jiceng.registry.Tables;
import org.jiceng.registry.area.AreaListDifference.Kind;

/** The differences of standard lists, kept whatever becomes of the import. */
@ApplicationScoped
public class AreaListReports {
  private final AgroalDataSource dataSource;
  private final Tables tables;
  private final Named named;

  AreaListReports(AgroalDataSource dataSource, Tables tables, Named named) {
    this.dataSource = dataSource;
    this.tables = tables;
    this.named = named;
  }

  /** How many differences of each kind, and a page of them. */
  public record Report(
      Map<String, Long> counts, List<AreaListDifference> items, String nextCursor) {}

  /** Outside the import's transaction, which a dry run rolls back; a second attempt replaces. */
  void keep(UUID importId, List<AreaListDifference> differences) {
    QuarkusTransaction.suspendingExisting()
        .run(
            () -> {
              try (Connection connection = dataSource.getConnection()) {
                replace(connection, importId, differences);
              } catch (SQLException e) {
                throw new IllegalStateException("the differences could not be kept", e);
              }
            });
  }

  private static void replace(
      Connection connection, UUID importId, List<AreaListDifference> differences)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from area_list_difference where import_id = ?")) {
      delete.setObject(1, importId);
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into area_list_difference (import_id, no, kind, row_no, area_code, code,
                code_before, name, name_before, parent_code, parent_before)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      int no = 0;
      for (AreaListDifference d : differences) {
        Object[] values = {
          importId,
          no++,
          d.kind().name(),
          d.row(),
          d.areaCode(),
          d.code(),
          d.codeBefore(),
          d.name(),
          d.nameBefore(),
          d.parentCode(),
          d.parentBefore()
        };
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  Report report(UUID importId, Kind kind, PageRequest page) {
    named.requireWholeDistrict();
    if (tables
        .one("select 1 from import_job where id = ? and kind = 'area-lists'", row -> true, importId)
        .isEmpty()) {
      throw Problem.notFound();
    }
    Condition condition =
        new Condition(
                """
                select kind, row_no, area_code, code, code_before, name, name_before, parent_code,
                       parent_before, no
                  from area_list_difference where true""")
            .and("import_id = ?", importId)
            .and("kind = ?", kind);
    page.cursor().ifPresent(c -> condition.and("no > ?", c.number(0)));
    record Numbered(long no, AreaListDifference difference) {}
    Page<Numbered> found =
        page.page(
            tables.list(
                condition,
                " order by no limit " + page.fetchSize(),
                row -> new Numbered(row.getLong(10), AreaListDifference.of(row))),
            n -> Cursor.of(n.no()));
    return new Report(
        counts(importId),
        found.items().stream().map(Numbered::difference).toList(),
        found.nextCursor());
  }

  private Map<String, Long> counts(UUID importId) {
    Map<String, Long> counts = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      counts.put(kind.name(), 0L);
    }
    tables
        .list(
            new Condition("select kind, count(*) from area_list_difference where true")
                .and("import_id = ?", importId),
            " group by kind",
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(e -> counts.put(e.getKey(), e.getValue()));
    return counts;
  }
}
