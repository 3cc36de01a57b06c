package org.jiceng.reporting.report;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.jiceng.reporting.report.content.Difference;
import org.jiceng.reporting.report.content.Differences;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.sealing.Composer;
import org.jiceng.reporting.report.sealing.Derivation;
import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.report.template.Template;

/** Derives a report again from the logs, as if it had never been sealed, and compares the bytes. */
@ApplicationScoped
class Verifier {
  private static final int MOST_DIFFERENCES = 1_000;

  private final Derivation derivation;
  private final Composer composer;
  private final Verifications verifications;
  private final Caller caller;
  private final Audit audit;
  private final BusinessClock clock;

  Verifier(
      Derivation derivation,
      Composer composer,
      Verifications verifications,
      Caller caller,
      Audit audit,
      BusinessClock clock) {
    this.derivation = derivation;
    this.composer = composer;
    this.verifications = verifications;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** Must not be called in a transaction: it may take as long as the logs are long. */
  Verification verify(Sealed sealed) {
    Instant asked = clock.now();
    ReportContent derived = derive(sealed);
    byte[] bytes = CanonicalJson.bytes(derived);
    boolean identical =
        Arrays.equals(bytes, sealed.content())
            && CanonicalJson.digest(bytes).equals(sealed.report().digest());
    Verification found =
        new Verification(
            UuidCreator.getTimeOrderedEpoch(),
            sealed.report().id(),
            identical,
            sealed.report().digest(),
            CanonicalJson.digest(bytes),
            differences(sealed.content(), derived),
            caller.subject(),
            asked,
            clock.now());
    QuarkusTransaction.requiringNew().run(() -> keep(found));
    return found;
  }

  private void keep(Verification found) {
    verifications.insert(found);
    audit.write("verify", "report", found.report());
  }

  private ReportContent derive(Sealed sealed) {
    SealedReport report = sealed.report();
    Template template = CanonicalJson.read(sealed.definition(), Template.class);
    ReportPeriod period = ReportPeriod.parse(report.period()).orElseThrow();
    return derivation.upTo(
        sealed.positions(),
        known ->
            composer.compose(
                known, template, report.area(), period, sealed.protectedBelow(), format(sealed)));
  }

  /** As the content says; if that cannot be read or is none of ours, it will differ anyway. */
  private static String format(Sealed sealed) {
    try {
      String format = CanonicalJson.read(sealed.content(), ReportContent.class).format();
      return ReportContent.FORMAT_OF_HIDDEN_RATIOS.equals(format) ? format : ReportContent.FORMAT;
    } catch (IllegalArgumentException e) {
      return ReportContent.FORMAT;
    }
  }

  private static List<Difference> differences(byte[] kept, ReportContent derived) {
    try {
      return Differences.of(CanonicalJson.read(kept, ReportContent.class), derived).stream()
          .limit(MOST_DIFFERENCES)
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of(new Difference(null, List.of(), "content", "unreadable", "readable"));
    }
  }
}
