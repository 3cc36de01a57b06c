package org.jiceng.reporting.target;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some of the targets in force beside their figures, and how to ask for more; null at the end. */
@Schema(name = "PageGap")
public record GapPage(List<Gap> items, String nextCursor) {}
