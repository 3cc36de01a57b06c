package org.jiceng.reporting.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.reporting.figures.Node;
import org.jiceng.reporting.figures.View;
import org.jiceng.reporting.figures.Views;
import org.jiceng.reporting.ledger.Knowledge;
import org.jiceng.reporting.statistics.Sight;

/** The reports that the caller sees: those of the areas that the caller sees. */
@ApplicationScoped
class ReportShelf {
  private final Reports reports;
  private final Views views;
  private final Sight sight;

  ReportShelf(Reports reports, Views views, Sight sight) {
    this.reports = reports;
    this.views = views;
    this.sight = sight;
  }

  /** Refuses with 404 what is not there, or not for the caller to see. */
  SealedReport require(UUID id) {
    SealedReport report = reports.find(id).orElseThrow(Problem::notFound);
    QuarkusTransaction.suspendingExisting().run(() -> requireInSight(report));
    return report;
  }

  private void requireInSight(SealedReport report) {
    try (View view = views.open(Knowledge.EVERYTHING)) {
      sight.require(view, Node.area(report.area()));
    }
  }

  ReportView view(UUID id) {
    SealedReport report = require(id);
    return ReportView.of(
        report, report.version() == 1 ? null : reports.correction(id).orElseThrow());
  }

  Sealed sealed(UUID id) {
    require(id);
    return reports.findSealed(id).orElseThrow();
  }

  Page<ReportView> page(ReportFilter filter, PageRequest page) {
    Page<SealedReport> found = reports.page(filter, seen(), page);
    return new Page<>(found.items().stream().map(ReportView::of).toList(), found.nextCursor());
  }

  private List<String> seen() {
    try (View view = views.open(Knowledge.EVERYTHING)) {
      return reports.areas().stream().filter(area -> sight.sees(view, Node.area(area))).toList();
    }
  }
}
