package org.jiceng.kit.web;

import java.util.List;

/** One page of a list in a stable order; {@code nextCursor} is null on the last page. */
public record Page<T>(List<T> items, String nextCursor) {
  /** The only page of a list of nothing. */
  public static <T> Page<T> empty() {
    return new Page<>(List.of(), null);
  }
}
