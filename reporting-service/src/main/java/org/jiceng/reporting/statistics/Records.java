package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Placed;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.indicator.Indicator;

/** Opens a figure down to the records behind it, and a record to the events that made it count. */
@ApplicationScoped
public class Records {
  private static final String RECORDS =
      """
      select measure, record_id, organization_id, lying, sum(amount), max(effective_on)
        from placed
       where %s
         and (measure, record_id) >= (?, ?)
         and (measure, record_id, coalesce(organization_id::text, ''), coalesce(lying, ''))
             > (?, ?, ?, ?)
       group by measure, record_id, organization_id, lying
      having sum(amount) <> 0
       order by measure, record_id, coalesce(organization_id::text, ''), coalesce(lying, '')
       limit ?""";
  private static final String EVENTS =
      """
      select e.event_id, e.type, e.topic, e.sequence, e.effective_on, e.recorded_at,
             p.measure, p.organization_id, p.lying, p.effective_on, p.amount
        from placed p join {event} e on e.topic = p.topic and e.sequence = p.sequence
       where %s and p.record_id = ?
       order by p.effective_on, e.topic, e.sequence, p.measure, p.amount
       limit 1000""";

  private final Values values;
  private final Views views;
  private final Places places;
  private final Sight sight;
  private final PlaceNames names;
  private final Audit audit;
  private final BusinessClock clock;

  Records(
      Values values,
      Views views,
      Places places,
      Sight sight,
      PlaceNames names,
      Audit audit,
      BusinessClock clock) {
    this.values = values;
    this.views = views;
    this.places = places;
    this.sight = sight;
    this.names = names;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A record and what it adds to a measure of the figure. Its organisation and its area have names
   * where the caller sees them, and so has a record that is one itself; no other record has any.
   *
   * @param measure by the code list {@code measure}: what it counts as
   * @param recordId the id of the member, unit, building, … that is counted
   * @param areaCode where it counts in the territory
   * @param countsFrom the day from which it counts with this amount; null of a community that is
   *     compared with others
   */
  public record Entry(
      String measure,
      String recordId,
      UUID organizationId,
      String areaCode,
      LocalDate countsFrom,
      BigDecimal amount,
      NamedPlace record,
      NamedPlace organization,
      NamedPlace area) {
    Entry(
        String measure,
        String recordId,
        UUID organizationId,
        String areaCode,
        LocalDate countsFrom,
        BigDecimal amount) {
      this(measure, recordId, organizationId, areaCode, countsFrom, amount, null, null, null);
    }

    private Entry named(PlaceNames.Found names) {
      return new Entry(
          measure,
          recordId,
          organizationId,
          areaCode,
          countsFrom,
          amount,
          names.of(recordId),
          names.of(organizationId),
          names.of(areaCode));
    }
  }

  /**
   * An event that made a record count, or no longer.
   *
   * @param position its place in its log
   * @param countsFrom the day from which the amount counts
   */
  public record Cause(
      UUID eventId,
      String type,
      String topic,
      long position,
      LocalDate effectiveOn,
      Instant recordedAt,
      String measure,
      UUID organizationId,
      String areaCode,
      LocalDate countsFrom,
      BigDecimal amount) {}

  Page<Entry> of(String indicator, StatisticsRequest request, PageRequest page) {
    Indicator wanted = values.inPath(indicator);
    request.requireItsOwnBoundaries();
    try (View view = views.open(request.knowledge())) {
      Node node = node(view, request);
      if (node == null) {
        return new Page<>(List.of(), null);
      }
      LocalDate asOf = request.asOf(clock);
      List<Entry> entries =
          CommunityRecords.standBehind(wanted.definition())
              ? new CommunityRecords(view, node, asOf)
                  .after(key(page, 1), wanted.definition(), page.fetchSize())
              : placed(view, node, wanted, asOf, request.since, page);
      Page<Entry> found =
          page.page(
              entries,
              e ->
                  Cursor.of(
                      e.measure(),
                      e.recordId(),
                      e.organizationId() == null ? "" : e.organizationId().toString(),
                      e.areaCode() == null ? "" : e.areaCode()));
      audited(wanted, found.items().stream().map(Entry::recordId).toList());
      return named(view, found);
    }
  }

  private Page<Entry> named(View view, Page<Entry> found) {
    PlaceNames.Found called =
        names.of(
            view, found.items(), List.of(Entry::recordId, Entry::organizationId, Entry::areaCode));
    return new Page<>(
        found.items().stream().map(entry -> entry.named(called)).toList(), found.nextCursor());
  }

  private static List<Entry> placed(
      View view, Node node, Indicator wanted, LocalDate asOf, LocalDate since, PageRequest page) {
    Placed placed = Placed.in(node, asOf, wanted.measures());
    Counted counted = Counted.of(wanted, asOf, since);
    return view.list(
        "with " + placed.sql() + RECORDS.formatted(counted.sql()),
        row ->
            new Entry(
                row.getString(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(6, LocalDate.class),
                Values.plain(row.getBigDecimal(5))),
        placed.with(
            counted.and(
                key(page, 0),
                key(page, 1),
                key(page, 0),
                key(page, 1),
                key(page, 2),
                key(page, 3),
                page.fetchSize())));
  }

  /** Who looks at records of persons leaves a trace, as at the services that keep them. */
  void audited(Indicator indicator, Collection<String> recordIds) {
    if (indicator.countsPersons()) {
      audit.read(
          indicator.indicator(), recordIds.stream().distinct().map(UUID::fromString).toList());
    }
  }

  private static String key(PageRequest page, int index) {
    return page.cursor().map(cursor -> cursor.key(index)).orElse("");
  }

  List<Cause> events(String indicator, String recordId, StatisticsRequest request) {
    Indicator wanted = values.inPath(indicator);
    request.requireItsOwnBoundaries();
    try (View view = views.open(request.knowledge())) {
      Node node = node(view, request);
      if (node == null) {
        throw Problem.notFound();
      }
      LocalDate asOf = request.asOf(clock);
      Placed placed = Placed.in(node, asOf, wanted.measures());
      Counted counted = Counted.of(wanted, asOf, request.since);
      List<Cause> causes =
          view.list(
              "with " + placed.sql() + EVENTS.formatted(counted.sql("p.")),
              Records::cause,
              placed.with(counted.and(recordId)));
      if (causes.isEmpty()) {
        throw Problem.notFound();
      }
      audited(wanted, List.of(recordId));
      return causes;
    }
  }

  private Node node(View view, StatisticsRequest request) {
    Node node = places.find(view, request.area, request.organization).node();
    if (node != null) {
      sight.requirePersons(node);
    }
    return node;
  }

  static Cause cause(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Cause(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getObject(5, LocalDate.class),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getString(7),
        row.getObject(8, UUID.class),
        row.getString(9),
        row.getObject(10, LocalDate.class),
        Values.plain(row.getBigDecimal(11)));
  }
}
