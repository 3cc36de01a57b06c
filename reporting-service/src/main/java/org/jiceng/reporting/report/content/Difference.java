package org.jiceng.reporting.report.content;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure that two contents tell differently.
 *
 * @param section in which section; null where it is not about a figure
 * @param row the codes of the row's labels; an empty text for the sum over a key
 * @param figure which figure, or which other part of the content
 * @param before as the first tells it; {@code null} for no data, {@code hidden}, {@code absent}
 * @param after as the second tells it
 */
@Schema(name = "ReportDifference")
public record Difference(
    String section, List<String> row, String figure, String before, String after) {}
