package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.figures.LineSums;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.indicator.Indicator;
import org.jiceng.reporting.position.LogPositions;

/** The figures of the organisations next below one, side by side. */
@ApplicationScoped
public class LineTable {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String BELOW =
      """
      select p.organization_id, o.name, p.type, coalesce(o.code, '') as code,
             exists (select from {placement} c
                      where c.parent_id = p.organization_id
                        and c.valid_from <= ? and c.valid_to > ?)
        from {placement} p
        left join organization_node o on o.organization_id = p.organization_id
       where %s and p.valid_from <= ? and p.valid_to > ?
         and (coalesce(o.code, ''), p.organization_id) > (?, ?)
       order by code, p.organization_id
       limit ?\
      """;
  private static final String BELOW_ONE = BELOW.formatted("p.parent_id = ?");
  private static final String TOPMOST = BELOW.formatted("p.parent_id is null and ?::uuid is null");

  private final Values values;
  private final Views views;
  private final Places places;
  private final Sight sight;
  private final PersonFigures persons;
  private final LogPositions positions;
  private final BusinessClock clock;

  LineTable(
      Values values,
      Views views,
      Places places,
      Sight sight,
      PersonFigures persons,
      LogPositions positions,
      BusinessClock clock) {
    this.values = values;
    this.views = views;
    this.places = places;
    this.sight = sight;
    this.persons = persons;
    this.positions = positions;
    this.clock = clock;
  }

  /**
   * The figures of one organisation with all below it.
   *
   * @param code by which people know it
   * @param name of today
   * @param hasBelow whether anything stood below it on the day
   */
  public record Row(
      UUID organization,
      String code,
      String name,
      String type,
      boolean hasBelow,
      List<Values.Value> values) {}

  /** A table of organisations, in the order of their codes. */
  public record Table(
      UUID organization,
      LocalDate asOf,
      Instant knownAt,
      List<LogPositions.LogPosition> freshness,
      List<Row> items,
      String nextCursor) {}

  private record Child(UUID id, String name, String type, String code, boolean hasBelow) {}

  Table below(StatisticsRequest request, PageRequest page) {
    if (request.area != null) {
      throw Problem.malformed("area", "organization-only");
    }
    List<Indicator> wanted = values.wanted(request.indicators);
    LocalDate asOf = request.asOf(clock);
    List<LogPositions.LogPosition> freshness = positions.now();
    try (View view = views.open(request.knowledge())) {
      UUID above = above(view, request);
      Page<Child> children =
          page.page(children(view, above, asOf, page), c -> Cursor.of(c.code(), c.id()));
      return new Table(
          above,
          asOf,
          request.knownAt(clock),
          freshness,
          rows(view, above, children.items(), wanted, request),
          children.nextCursor());
    }
  }

  /** The one that is asked about, or else the root of the caller's scope; null above them all. */
  private UUID above(View view, StatisticsRequest request) {
    return request.organization == null && sight.ownPlace().isEmpty()
        ? null
        : UUID.fromString(places.find(view, request).organizationId());
  }

  private static List<Child> children(View view, UUID above, LocalDate asOf, PageRequest page) {
    return view.list(
        above == null ? TOPMOST : BELOW_ONE,
        LineTable::child,
        asOf,
        asOf,
        above,
        asOf,
        asOf,
        page.cursor().map(c -> c.key(0)).orElse(""),
        page.cursor().map(c -> c.uuid(1)).orElse(BEFORE_ALL),
        page.fetchSize());
  }

  private static Child child(ResultSet row) throws SQLException {
    return new Child(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getBoolean(5));
  }

  private List<Row> rows(
      View view,
      UUID above,
      List<Child> children,
      List<Indicator> wanted,
      StatisticsRequest request) {
    List<UUID> ids = children.stream().map(Child::id).toList();
    LineSums sums = new LineSums(view, above, ids, request.boundaries);
    LocalDate asOf = request.asOf(clock);
    PersonFigures.Protection protection = persons.in(view, request);
    return children.stream()
        .map(
            child -> {
              Node node = Node.organization(child.id().toString());
              Question question = sums.question(child.id(), asOf, request.since);
              return new Row(
                  child.id(),
                  child.code(),
                  child.name(),
                  child.type(),
                  child.hasBelow(),
                  protection.of(node, asOf, wanted, values.of(wanted, question)));
            })
        .toList();
  }
}
