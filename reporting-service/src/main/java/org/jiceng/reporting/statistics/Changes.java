package org.jiceng.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.Placed;
import org.jiceng.reporting.figures.Question;
import org.jiceng.reporting.figures.Sums;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.indicator.Formula;
import org.jiceng.reporting.indicator.Indicator;

/**
 * Why a figure is another on a later day: what happened in the place between both days, and what
 * came to the place or left it with what it already had. The amounts of both add up to the
 * difference.
 */
@ApplicationScoped
public class Changes {
  private static final String HAPPENED =
      """
      select e.event_id, e.type, e.topic, e.sequence, e.effective_on, e.recorded_at,
             p.measure, p.organization_id, p.lying, p.effective_on, p.amount, p.record_id
        from placed p join {event} e on e.topic = p.topic and e.sequence = p.sequence
       where %s and p.effective_on > ?
         and (p.effective_on, e.topic, e.sequence, p.measure, p.record_id,
              coalesce(p.organization_id::text, ''), coalesce(p.lying, ''), p.amount)
             > (?::date, ?, ?, ?, ?, ?, ?, ?::numeric)
       order by p.effective_on, e.topic, e.sequence, p.measure, p.record_id,
                coalesce(p.organization_id::text, ''), coalesce(p.lying, ''), p.amount
       limit ?""";

  private final Values values;
  private final Views views;
  private final Places places;
  private final Sight sight;
  private final Records records;
  private final PlaceNames names;
  private final BusinessClock clock;

  Changes(
      Values values,
      Views views,
      Places places,
      Sight sight,
      Records records,
      PlaceNames names,
      BusinessClock clock) {
    this.values = values;
    this.views = views;
    this.places = places;
    this.sight = sight;
    this.records = records;
    this.names = names;
    this.clock = clock;
  }

  /**
   * An event between both days, of which record, and what it added; with names as records have
   * them.
   */
  public record Happened(
      String recordId,
      Records.Cause cause,
      NamedPlace record,
      NamedPlace organization,
      NamedPlace area) {
    private Happened named(PlaceNames.Found names) {
      return new Happened(
          recordId,
          cause,
          names.of(recordId),
          names.of(cause.organizationId()),
          names.of(cause.areaCode()));
    }
  }

  /**
   * What came (or left, with a negative amount) with what it had on the earlier day: an
   * organisation, or what lies in an area; and the events by which it moved.
   */
  public record Moved(
      UUID organizationId,
      String areaCode,
      BigDecimal amount,
      List<UUID> events,
      NamedPlace organization,
      NamedPlace area) {
    private Moved named(PlaceNames.Found names) {
      return new Moved(
          organizationId, areaCode, amount, events, names.of(organizationId), names.of(areaCode));
    }
  }

  /** The first page tells what moved, at most the 1,000 largest; each page some of the events. */
  @Schema(name = "FigureChanges")
  public record Answer(
      String indicator,
      LocalDate from,
      LocalDate to,
      BigDecimal before,
      BigDecimal after,
      List<Moved> moved,
      List<Happened> items,
      String nextCursor) {}

  Answer between(
      String indicator, StatisticsRequest request, LocalDate from, LocalDate to, PageRequest page) {
    Indicator wanted = values.inPath(indicator);
    Formula.Sum sum = onlySum(wanted);
    request.requireItsOwnBoundaries();
    LocalDate last = to == null ? request.asOf(clock) : StatisticsRequest.within("to", to);
    if (from == null) {
      throw Problem.malformed("from", "required");
    }
    if (from.isAfter(last)) {
      throw Problem.malformed("from", "from-after-to");
    }
    try (View view = views.open(request.knowledge())) {
      Node node = places.find(view, request.area, request.organization).node();
      if (node == null) {
        return new Answer(indicator, from, last, null, null, List.of(), List.of(), null);
      }
      sight.requirePersons(node);
      Page<Happened> happened = happened(view, node, sum, from, last, page);
      records.audited(wanted, happened.items().stream().map(Happened::recordId).toList());
      return new Answer(
          indicator,
          from,
          last,
          value(view, node, sum, from),
          value(view, node, sum, last),
          page.cursor().isPresent()
              ? List.of()
              : named(view, new MovedAlong(view, node, sum).between(from, last)),
          namedEvents(view, happened.items()),
          happened.nextCursor());
    }
  }

  private List<Moved> named(View view, List<Moved> moved) {
    PlaceNames.Found called =
        names.of(view, moved, List.of(Moved::organizationId, Moved::areaCode));
    return moved.stream().map(one -> one.named(called)).toList();
  }

  private List<Happened> namedEvents(View view, List<Happened> happened) {
    PlaceNames.Found called =
        names.of(
            view,
            happened,
            List.of(
                Happened::recordId,
                one -> one.cause().organizationId(),
                one -> one.cause().areaCode()));
    return happened.stream().map(one -> one.named(called)).toList();
  }

  private static Formula.Sum onlySum(Indicator indicator) {
    List<Formula.Part> parts = indicator.definition().parts();
    boolean one =
        indicator.definition() instanceof Formula.Sum
            || (indicator.definition() instanceof Formula.Change change
                && change.of() instanceof Formula.Sum);
    if (!one) {
      throw Problem.malformed("indicator", "not-a-sum", String.join(", ", indicator.measures()));
    }
    return parts.get(0).sum();
  }

  private static BigDecimal value(View view, Node node, Formula.Sum sum, LocalDate day) {
    Question question = new Question(new Sums(view), node, day, null, null);
    return question.now().isEmpty() ? null : Values.plain(sum.value(question));
  }

  private static Page<Happened> happened(
      View view, Node node, Formula.Sum sum, LocalDate from, LocalDate to, PageRequest page) {
    Placed placed = Placed.in(node, to, sum.measures());
    Counted counted = Counted.of(sum);
    Cursor after = page.cursor().orElse(null);
    List<Happened> found =
        view.list(
            "with " + placed.sql() + HAPPENED.formatted(counted.sql("p.")),
            row -> new Happened(row.getString(12), Records.cause(row), null, null, null),
            placed.with(
                counted.and(
                    from,
                    after == null ? "-infinity" : after.date(0).toString(),
                    after == null ? "" : after.key(1),
                    after == null ? 0L : position(after),
                    after == null ? "" : after.key(3),
                    after == null ? "" : after.key(4),
                    after == null ? "" : after.key(5),
                    after == null ? "" : after.key(6),
                    after == null ? "-infinity" : after.key(7),
                    page.fetchSize())));
    return page.page(found, Changes::cursor);
  }

  private static long position(Cursor after) {
    Long position = after.number(2);
    if (position == null) {
      throw Problem.malformed("cursor", "cursor");
    }
    return position;
  }

  private static Cursor cursor(Happened last) {
    Records.Cause cause = last.cause();
    return Cursor.of(
        cause.countsFrom(),
        cause.topic(),
        cause.position(),
        cause.measure(),
        last.recordId(),
        cause.organizationId() == null ? "" : cause.organizationId().toString(),
        cause.areaCode() == null ? "" : cause.areaCode(),
        cause.amount());
  }
}
