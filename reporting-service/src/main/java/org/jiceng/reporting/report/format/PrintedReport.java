package org.jiceng.reporting.report.format;

import java.util.UUID;
import org.jiceng.reporting.report.content.ReportContent;

/**
 * A sealed report on its way out.
 *
 * @param digest SHA-256 of the sealed bytes, in hex
 * @param url where it is found, and can be verified
 */
public record PrintedReport(
    UUID id, int version, String digest, String url, ReportContent content) {}
