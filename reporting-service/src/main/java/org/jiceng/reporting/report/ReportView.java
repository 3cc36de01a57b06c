package org.jiceng.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sealed report as it goes out.
 *
 * @param digest SHA-256 of the content's bytes, in hex; the content's ETag, too
 * @param correction in what it differs from the version before; null for the first, and in lists
 */
public record ReportView(
    UUID id,
    String template,
    String area,
    String period,
    int version,
    LocalDate asOf,
    String digest,
    Instant sealedAt,
    String sealedBy,
    UUID corrects,
    @JsonInclude(JsonInclude.Include.NON_NULL) Correction correction,
    Links links) {

  /** Where the content is, in each form. */
  @Schema(name = "ReportLinks")
  public record Links(String json, String csv, String xlsx, String pdf, String verification) {}

  static ReportView of(SealedReport report, Correction correction) {
    String content = "/api/v1/reports/" + report.id();
    return new ReportView(
        report.id(),
        report.template(),
        report.area(),
        report.period(),
        report.version(),
        report.asOf(),
        report.digest(),
        report.sealedAt(),
        report.sealedBy(),
        report.corrects(),
        correction,
        new Links(
            content + "/content",
            content + "/content?format=csv",
            content + "/content?format=xlsx",
            content + "/content?format=pdf",
            content + "/verification"));
  }

  static ReportView of(SealedReport report) {
    return of(report, null);
  }
}
