package org.jiceng.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.indicator.Indicators;
import org.jiceng.reporting.report.content.Difference;
import org.jiceng.reporting.report.content.Differences;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.template.Figure;
import org.jiceng.reporting.report.template.Section;
import org.jiceng.reporting.report.template.Template;

/** In what a report would differ today, and the events that make it differ. */
@ApplicationScoped
class Corrections {
  /** What has moved an organisation or an area may move any figure; the rest by its postings. */
  private static final String CAUSES =
      """
      with moving as (
        select distinct p.sequence from {posting} p
         where p.topic = ? and p.sequence > ? and {known p}
           and p.measure = any (?) and p.effective_on <= ?)
      select e.event_id, e.topic, e.sequence, e.type, e.aggregate_id, e.effective_on, e.recorded_at
        from {event} e left join moving m on m.sequence = e.sequence
       where e.topic = ? and e.sequence > ? and {known e}
         and (m.sequence is not null or e.structure is not null and e.effective_on <= ?)
       order by e.sequence
       limit ?""";

  private static final int MOST_CAUSES = 1_000;

  private final Indicators indicators;

  Corrections(Indicators indicators) {
    this.indicators = indicators;
  }

  /** What would be sealed, and why it differs. */
  record Found(ReportContent content, Correction correction) {}

  /** By a view of what is known now. */
  Found of(ReportContent before, ReportContent now, Template template, View view) {
    List<Difference> differences = Differences.ofFigures(before, now);
    Set<String> measures = new TreeSet<>();
    differences.forEach(d -> measures.addAll(measures(d.figure(), template)));
    List<Cause> causes = new ArrayList<>();
    if (!differences.isEmpty()) {
      for (Map.Entry<String, Long> log : before.positions().entrySet()) {
        causes.addAll(
            view.list(
                CAUSES,
                Corrections::cause,
                log.getKey(),
                log.getValue(),
                measures,
                now.asOf(),
                log.getKey(),
                log.getValue(),
                now.asOf(),
                MOST_CAUSES - causes.size()));
      }
    }
    return new Found(now, new Correction(differences, causes));
  }

  private List<String> measures(String figure, Template template) {
    return template.sections().stream()
        .map(Section::figures)
        .flatMap(List::stream)
        .filter(f -> f.figure().equals(figure))
        .flatMap(Corrections::indicatorsOf)
        .map(indicators::find)
        .flatMap(found -> found.stream())
        .flatMap(indicator -> indicator.measures().stream())
        .distinct()
        .toList();
  }

  private static Stream<String> indicatorsOf(Figure figure) {
    return figure.isQuotient()
        ? Stream.of(figure.part(), figure.whole()).filter(Objects::nonNull)
        : Stream.of(figure.figure());
  }

  private static Cause cause(ResultSet row) throws SQLException {
    return new Cause(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, LocalDate.class),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }
}
