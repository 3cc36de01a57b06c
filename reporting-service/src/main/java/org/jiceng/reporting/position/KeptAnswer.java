package org.jiceng.reporting.position;

import java.util.List;

/** An answer of which nothing but the freshness changes while its entity tag holds. */
public interface KeptAnswer<A> {
  /** The same, with how far the logs are folded and how many events wait now. */
  A freshAsOf(List<LogPositions.LogPosition> freshness);
}
