package org.jiceng.reporting.report;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.events.ReportingEvent.ReportSealed;
import org.jiceng.events.Topic;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.template.Template;

/** Keeps content as a sealed report, and tells of it, within the caller's transaction. */
@ApplicationScoped
class ReportKeeper {
  private final Reports reports;
  private final Caller caller;
  private final Audit audit;
  private final Outbox outbox;
  private final BusinessClock clock;

  ReportKeeper(Reports reports, Caller caller, Audit audit, Outbox outbox, BusinessClock clock) {
    this.reports = reports;
    this.caller = caller;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** As the first version. */
  SealedReport keep(Template template, ReportContent content) {
    return keep(sealed(template, content, 1, null), Correction.NONE, "seal");
  }

  /** As the version after another. */
  SealedReport keepBeside(
      SealedReport before, Template template, ReportContent content, Correction correction) {
    Sealed sealed = sealed(template, content, before.version() + 1, before.id());
    return keep(sealed, correction, "correct");
  }

  private SealedReport keep(Sealed sealed, Correction correction, String action) {
    SealedReport report = sealed.report();
    reports.insert(sealed, correction);
    audit.write(action, "report", report.id());
    outbox.append(
        new ReportSealed(
            report.id(),
            report.template(),
            report.area(),
            report.period(),
            report.version(),
            report.digest(),
            report.corrects()),
        report.asOf());
    return report;
  }

  private Sealed sealed(Template template, ReportContent content, int version, UUID corrects) {
    byte[] bytes = CanonicalJson.bytes(content);
    SealedReport report =
        new SealedReport(
            UuidCreator.getTimeOrderedEpoch(),
            template.template(),
            content.area().code(),
            content.period(),
            version,
            content.asOf(),
            CanonicalJson.digest(bytes),
            clock.now(),
            caller.subject(),
            corrects);
    Map<Topic, Long> positions =
        content.positions().entrySet().stream()
            .collect(Collectors.toMap(e -> Topic.valueOf(e.getKey()), Map.Entry::getValue));
    return new Sealed(
        report, CanonicalJson.bytes(template), bytes, positions, content.protectedBelow());
  }
}
