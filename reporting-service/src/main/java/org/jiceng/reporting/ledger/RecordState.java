package org.jiceng.reporting.ledger;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the fold remembers of one record, to understand the record's next event. */
public final class RecordState {
  private final NavigableMap<String, String> values;
  private boolean changed;

  public RecordState(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  String get(String name) {
    return values.get(name);
  }

  void put(String name, String value) {
    changed = true;
    if (value == null) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
  }

  /** The entries whose names begin so, in their order. */
  NavigableMap<String, String> under(String prefix) {
    return values.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
  }

  boolean isChanged() {
    return changed;
  }

  Map<String, String> values() {
    return values;
  }
}
