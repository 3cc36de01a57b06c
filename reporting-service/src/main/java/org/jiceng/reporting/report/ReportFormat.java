package org.jiceng.reporting.report;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiceng.kit.export.Exports;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.problem.Problem;

/** The forms in which a report leaves. */
enum ReportFormat {
  JSON(MediaType.APPLICATION_JSON),
  CSV(Exports.CSV),
  XLSX(Imports.XLSX),
  PDF(ReportFormat.PDF_TYPE);

  static final String PDF_TYPE = "application/pdf";

  private final String mediaType;

  ReportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the parameter names, else what the caller would like best, else JSON. */
  static ReportFormat of(String parameter, List<MediaType> acceptable) {
    if (parameter != null) {
      return Arrays.stream(values())
          .filter(format -> format.word().equals(parameter))
          .findFirst()
          .orElseThrow(() -> Problem.malformed("format", "not-one-of", names()));
    }
    return acceptable.stream()
        .map(ReportFormat::like)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(JSON);
  }

  private static ReportFormat like(MediaType wanted) {
    return Arrays.stream(values())
        .filter(format -> wanted.isCompatible(MediaType.valueOf(format.mediaType)))
        .findFirst()
        .orElse(null);
  }

  private static String names() {
    return Arrays.stream(values()).map(ReportFormat::word).collect(Collectors.joining(", "));
  }
}
