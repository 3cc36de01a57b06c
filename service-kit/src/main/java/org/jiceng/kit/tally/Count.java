package org.jiceng.kit.tally;

import java.time.LocalDate;
import java.util.Map;

/**
 * What was counted in one snapshot.
 *
 * @param on the business date on which it was true
 * @param cut the events that it is of
 */
record Count(LocalDate on, Cut cut, Map<Extent, Map<String, Long>> counts) {}
