package org.jiceng.reporting.report;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which reports are listed. */
public class ReportFilter {
  @QueryParam("template")
  @Parameter(description = "A template's name")
  String template;

  @QueryParam("area")
  @Parameter(description = "An area code")
  String area;

  @QueryParam("period")
  @Parameter(description = "2026, 2026-Q1 or 2026-03")
  String period;
}
