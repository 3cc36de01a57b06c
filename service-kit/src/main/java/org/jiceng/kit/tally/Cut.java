package org.jiceng.kit.tally;

import java.util.List;
import java.util.UUID;

/**
 * Which events of the service's log a count is of.
 *
 * @param countedThrough the position up to which (inclusive) all are counted
 * @param alsoCounted those that were committed too but had no position yet
 */
public record Cut(long countedThrough, List<UUID> alsoCounted) {
  public Cut {
    alsoCounted = List.copyOf(alsoCounted);
  }
}
