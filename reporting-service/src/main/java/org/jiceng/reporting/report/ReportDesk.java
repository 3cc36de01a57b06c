package org.jiceng.reporting.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.reporting.protection.SuppressionConfig;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.sealing.Composer;
import org.jiceng.reporting.report.sealing.Sealing;
import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.report.template.Template;

/** What may be done with reports: seal one, correct one. */
@ApplicationScoped
public class ReportDesk {
  static final ProblemType SUPERSEDED = new ProblemType(409, "report-superseded");
  static final ProblemType UNCHANGED = new ProblemType(409, "report-unchanged");

  private final Reports reports;
  private final Wishes wishes;
  private final Sealing sealing;
  private final Composer composer;
  private final Corrections corrections;
  private final ReportKeeper keeper;
  private final SuppressionConfig suppression;
  private final ReportConfig config;
  private final Semaphore places;

  ReportDesk(
      Reports reports,
      Wishes wishes,
      Sealing sealing,
      Composer composer,
      Corrections corrections,
      ReportKeeper keeper,
      SuppressionConfig suppression,
      ReportConfig config) {
    this.reports = reports;
    this.wishes = wishes;
    this.sealing = sealing;
    this.composer = composer;
    this.corrections = corrections;
    this.keeper = keeper;
    this.suppression = suppression;
    this.config = config;
    this.places = new Semaphore(config.parallel());
  }

  /** A report, and whether it was made just now. */
  public record Outcome(SealedReport report, boolean made) {}

  /** The report that a caller wants: the newest version, or one that is sealed now. */
  Outcome seal(NewReport wish) {
    return seal(outside(() -> wishes.of(wish)));
  }

  /** The report that a schedule is due to make. */
  public Outcome seal(String template, String area, ReportPeriod period) {
    return seal(outside(() -> wishes.of(template, area, period)));
  }

  /**
   * Refuses a template that there is not, and an area of which there are no reports by it. Must not
   * be called in a transaction.
   *
   * @param area null for the district
   */
  public void requireSealable(String template, String area) {
    wishes.require(template, area);
  }

  /** One of several at once seals it; the others wait and find it. */
  private Outcome seal(Wanted wanted) {
    Optional<SealedReport> there = newest(wanted);
    if (there.isPresent()) {
      return new Outcome(there.get(), false);
    }
    wishes.requireUsable(wanted);
    return inPlace(() -> sealAlone(wanted));
  }

  private Outcome sealAlone(Wanted wanted) {
    reports.hold(wanted.template().template(), wanted.area(), wanted.period().text());
    Optional<SealedReport> there = newest(wanted);
    if (there.isPresent()) {
      return new Outcome(there.get(), false);
    }
    ReportContent content =
        outside(() -> sealing.with(known -> compose(wanted, known, ReportContent.FORMAT)));
    return new Outcome(keeper.keep(wanted.template(), content), true);
  }

  private Optional<SealedReport> newest(Wanted wanted) {
    return reports.newest(wanted.template().template(), wanted.area(), wanted.period().text());
  }

  /**
   * The next version, by what is known now.
   *
   * @throws Problem 409 where there is a later version, and where no figure has changed
   */
  SealedReport correct(SealedReport report) {
    return inPlace(() -> correctAlone(report));
  }

  private SealedReport correctAlone(SealedReport report) {
    reports.hold(report.template(), report.area(), report.period());
    SealedReport newest =
        reports.newest(report.template(), report.area(), report.period()).orElseThrow();
    if (newest.version() != report.version()) {
      throw new Problem(SUPERSEDED, newest.version()).with("newest", newest.id());
    }
    Sealed before = reports.findSealed(report.id()).orElseThrow();
    Wanted wanted =
        new Wanted(
            CanonicalJson.read(before.definition(), Template.class),
            report.area(),
            ReportPeriod.parse(report.period()).orElseThrow());
    ReportContent old = CanonicalJson.read(before.content(), ReportContent.class);
    Corrections.Found found =
        outside(
            () ->
                sealing.with(
                    known ->
                        corrections.of(
                            old,
                            compose(wanted, known, old.format()),
                            wanted.template(),
                            known.view())));
    if (found.correction().differences().isEmpty()) {
      throw new Problem(UNCHANGED);
    }
    return keeper.keepBeside(report, wanted.template(), found.content(), found.correction());
  }

  private ReportContent compose(Wanted wanted, Sealing.Complete known, String format) {
    return composer.compose(
        known, wanted.template(), wanted.area(), wanted.period(), suppression.k(), format);
  }

  /** A view is a transaction of its own. */
  private static <T> T outside(Callable<T> work) {
    return QuarkusTransaction.suspendingExisting().call(work);
  }

  /** So many at a time: each holds two connections. */
  private <T> T inPlace(Callable<T> work) {
    boolean mine = false;
    try {
      mine = places.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS);
      if (!mine) {
        throw new Problem(CommonProblems.BUSY).header("Retry-After", "5");
      }
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      if (mine) {
        places.release();
      }
    }
  }
}
