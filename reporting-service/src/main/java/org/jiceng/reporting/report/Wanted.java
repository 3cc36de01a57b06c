package org.jiceng.reporting.report;

import org.jiceng.reporting.report.template.ReportPeriod;
import org.jiceng.reporting.report.template.Template;

/** A report that may be sealed: its template is known, its area is there, its period has ended. */
record Wanted(Template template, String area, ReportPeriod period) {}
