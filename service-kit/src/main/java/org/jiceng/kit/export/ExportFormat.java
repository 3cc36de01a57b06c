package org.jiceng.kit.export;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiceng.kit.imports.Imports;
import org.jiceng.kit.problem.Problem;

/** What an exported file may be. */
enum ExportFormat {
  NDJSON(Exports.NDJSON) {
    @Override
    Lines lines(Columns columns, OutputStream out) throws IOException {
      return new JsonLines(columns.all(), out);
    }
  },
  CSV(Exports.CSV) {
    @Override
    Lines lines(Columns columns, OutputStream out) throws IOException {
      return new CsvLines(columns.ofTable(), out);
    }
  },
  XLSX(Imports.XLSX) {
    @Override
    Lines lines(Columns columns, OutputStream out) {
      return new XlsxLines(columns.ofTable(), out);
    }
  };

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Begins a file. */
  abstract Lines lines(Columns columns, OutputStream out) throws IOException;

  String mediaType() {
    return mediaType;
  }

  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the parameter names, else what the caller would like best, else NDJSON. */
  static ExportFormat of(String parameter, List<MediaType> acceptable) {
    if (parameter != null) {
      return Arrays.stream(values())
          .filter(format -> format.parameter().equals(parameter))
          .findFirst()
          .orElseThrow(() -> Problem.malformed("format", "not-one-of", names()));
    }
    return acceptable.stream()
        .map(ExportFormat::of)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(NDJSON);
  }

  private static Optional<ExportFormat> of(MediaType wanted) {
    return Arrays.stream(values())
        .filter(format -> wanted.isCompatible(MediaType.valueOf(format.mediaType)))
        .findFirst();
  }

  private static String names() {
    return Arrays.stream(values()).map(ExportFormat::parameter).collect(Collectors.joining(", "));
  }
}
