package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jiceng.events.AreaLevel;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/**
 * Reads up and down both trees, each question one query. What is dissolved stands in no tree any
 * more.
 */
@ApplicationScoped
public class TreeQueries {
  private final Tables tables;

  TreeQueries(Tables tables) {
    this.tables = tables;
  }

  /** Everything above an organisation, the nearest first. */
  Page<Ancestor> ancestors(UUID id, TreeRequest request) {
    List<Ancestor> above =
        switch (request.direction()) {
          case LINE ->
              read(
                  request.now() ? TreeStatements.LINE_UP_NOW : TreeStatements.LINE_UP_THEN,
                  id,
                  request,
                  TreeQueries::inLine);
          case TERRITORY ->
              read(
                  request.now() ? TreeStatements.PLACES_NOW : TreeStatements.PLACES_THEN,
                  id,
                  request,
                  TreeQueries::place);
        };
    return new Page<>(found(above).stream().filter(a -> !a.isItself()).toList(), null);
  }

  private <T> List<T> read(String sql, UUID id, TreeRequest request, Tables.RowReader<T> reader) {
    return tables.list(asked(sql, id, request), "", reader);
  }

  /** An organisation and everything below it, page by page. */
  Page<Descendant> subtree(UUID id, TreeRequest request, PageRequest page) {
    return request.direction() == Direction.LINE
        ? line(id, request, page)
        : territory(id, request, page);
  }

  private Page<Descendant> line(UUID id, TreeRequest request, PageRequest page) {
    boolean now = request.now();
    Condition select =
        asked(now ? TreeStatements.LINE_DOWN_NOW : TreeStatements.LINE_DOWN_THEN, id, request);
    String after = now ? TreeStatements.LINE_AFTER_NOW : TreeStatements.LINE_AFTER_THEN;
    page.cursor().ifPresent(c -> select.and(after, c.uuid(0)));
    String order = now ? TreeStatements.LINE_ORDER_NOW : TreeStatements.LINE_ORDER_THEN;
    String cut = " limit " + page.fetchSize() + (now ? "" : TreeStatements.LINE_PAGE_THEN);
    return page(select, order + cut, page, d -> Cursor.of(d.organization().id()));
  }

  private Page<Descendant> territory(UUID id, TreeRequest request, PageRequest page) {
    Condition select =
        asked(
            request.now() ? TreeStatements.TERRITORY_NOW : TreeStatements.TERRITORY_THEN,
            id,
            request);
    page.cursor().ifPresent(c -> select.and("o.code > ?", c.key(0)));
    String tail = " order by o.code limit " + page.fetchSize();
    return page(select, tail, page, d -> Cursor.of(d.organization().code()));
  }

  private Page<Descendant> page(
      Condition select, String tail, PageRequest page, Function<Descendant, Cursor> cursor) {
    List<Descendant> rows = tables.list(select, tail, TreeQueries::descendant);
    return page.page(page.cursor().isPresent() ? rows : found(rows), cursor);
  }

  private static Condition asked(String sql, UUID id, TreeRequest request) {
    return new Condition(sql).with(id).with(request.asOf).with(request.deepest());
  }

  /**
   * Every tree holds at least the organisation itself, or its area: without any it is not there.
   */
  private static <T> List<T> found(List<T> rows) {
    if (rows.isEmpty()) {
      throw Problem.notFound();
    }
    return rows;
  }

  private static Ancestor inLine(ResultSet row) throws SQLException {
    return new Ancestor(row.getInt(15), OrganizationQueries.view(row), null);
  }

  private static Descendant descendant(ResultSet row) throws SQLException {
    return new Descendant(row.getInt(15), OrganizationQueries.view(row));
  }

  private static Ancestor place(ResultSet row) throws SQLException {
    return new Ancestor(
        row.getInt(1),
        null,
        new Ancestor.Place(
            row.getString(2),
            row.getString(3),
            AreaLevel.valueOf(row.getString(4)),
            row.getString(5),
            row.getString(6),
            row.getString(7)));
  }
}
