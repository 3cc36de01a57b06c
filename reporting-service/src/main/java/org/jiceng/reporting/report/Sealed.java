package org.jiceng.reporting.report;

import java.util.Map;
import org.jiceng.events.Topic;

/**
 * All that is kept of a report.
 *
 * @param definition the template as it was, in canonical JSON
 * @param content canonical JSON
 * @param positions how far each log counts
 * @param protectedBelow counts of persons above zero and below this are hidden
 */
record Sealed(
    SealedReport report,
    byte[] definition,
    byte[] content,
    Map<Topic, Long> positions,
    int protectedBelow) {}
