package org.jiceng.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jiceng.kit.paper.ChineseFont;
import org.jiceng.reporting.report.content.CanonicalJson;
import org.jiceng.reporting.report.content.ReportContent;
import org.jiceng.reporting.report.format.CsvReport;
import org.jiceng.reporting.report.format.PdfReport;
import org.jiceng.reporting.report.format.PrintedReport;
import org.jiceng.reporting.report.format.XlsxReport;

/** Hands a report out in one of its forms. JSON is the very bytes that were sealed. */
@ApplicationScoped
class ReportPrinter {
  private final ReportConfig config;
  private final PdfReport pdf;

  ReportPrinter(ReportConfig config) {
    this.config = config;
    this.pdf = new PdfReport(new ChineseFont(config.font()));
  }

  Response answer(Sealed sealed, ReportFormat format, Request request, UriInfo uri) {
    SealedReport report = sealed.report();
    String form = format == ReportFormat.JSON ? "" : "-" + format.word();
    EntityTag tag = new EntityTag(report.digest() + form);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).build();
    }
    String name = "%s-%s-v%d.%s";
    return Response.ok(bytes(sealed, format, uri))
        .type(format.mediaType())
        .tag(tag)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\""
                .formatted(
                    name.formatted(
                        report.template(), report.period(), report.version(), format.word())))
        .build();
  }

  private byte[] bytes(Sealed sealed, ReportFormat format, UriInfo uri) {
    if (format == ReportFormat.JSON) {
      return sealed.content();
    }
    ReportContent content = CanonicalJson.read(sealed.content(), ReportContent.class);
    SealedReport report = sealed.report();
    PrintedReport printed =
        new PrintedReport(
            report.id(), report.version(), report.digest(), address(report.id(), uri), content);
    return switch (format) {
      case CSV -> CsvReport.write(content);
      case XLSX -> XlsxReport.write(printed);
      default -> pdf.print(printed);
    };
  }

  private String address(UUID id, UriInfo uri) {
    URI base = config.publicUrl().map(URI::create).orElseGet(uri::getBaseUri);
    return base.resolve("/api/v1/reports/" + id).toString();
  }
}
