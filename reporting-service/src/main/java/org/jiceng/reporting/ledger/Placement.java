package org.jiceng.reporting.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What an organisation itself was, from day to day: its parent, area and kind. */
final class Placement {
  private final List<Span> spans = new ArrayList<>();

  /** One stretch of days, from (inclusive) to (exclusive). */
  record Span(
      LocalDate from, LocalDate to, UUID parentId, String areaCode, String sector, String type) {

    Span between(LocalDate newFrom, LocalDate newTo) {
      return new Span(newFrom, newTo, parentId, areaCode, sector, type);
    }

    Span below(UUID parent) {
      return new Span(from, to, parent, areaCode, sector, type);
    }

    Span in(String area) {
      return new Span(from, to, parentId, area, sector, type);
    }

    Span as(String newType) {
      return new Span(from, to, parentId, areaCode, sector, newType);
    }
  }

  List<Span> spans() {
    return spans;
  }

  /** Takes up what is known already; spans come in their order. */
  void add(Span span) {
    spans.add(span);
  }

  /** Changes what it is from a day on; before it was anything, nothing changes. */
  void change(LocalDate from, UnaryOperator<Span> change) {
    List<Span> changed = new ArrayList<>();
    for (Span span : spans) {
      if (!span.to().isAfter(from)) {
        changed.add(span);
      } else if (span.from().isBefore(from)) {
        changed.add(span.between(span.from(), from));
        changed.add(change.apply(span.between(from, span.to())));
      } else {
        changed.add(change.apply(span));
      }
    }
    spans.clear();
    spans.addAll(changed);
  }
}
