package org.jiceng.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the reporting service tells: no fact of its own, only that it has sealed some. */
public sealed interface ReportingEvent extends DomainEvent {

  /**
   * A report was sealed as of the effective date, the last day of its period ({@code 2026}, {@code
   * 2026-Q1} or {@code 2026-03}).
   *
   * @param version counts from one; a correction is the next
   * @param digest SHA-256 of the sealed bytes, in hex
   * @param correctsId the version before; null for the first
   */
  @Contract("org.jiceng.reporting.report-sealed.v1")
  record ReportSealed(
      UUID reportId,
      String template,
      String areaCode,
      String period,
      int version,
      String digest,
      @Nullable UUID correctsId)
      implements ReportingEvent {
    @Override
    public String aggregateId() {
      return reportId.toString();
    }
  }
}
