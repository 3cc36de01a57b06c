package org.jiceng.activity.sharing;

import java.util.EnumMap;
import java.util.Map;
import org.jiceng.events.SharingAudience;

/**
 * Who may book at a site: the audience for all hours that have no rule of their own, and the
 * minutes of the week in which own line, or same area, is what holds. In all others it is anyone.
 */
record Sharing(SharingAudience audience, WeekMinutes ownLine, WeekMinutes sameArea) {

  /** Rules by the hour; where several meet, the strictest holds. */
  static final class Rules {
    private final Map<SharingAudience, WeekMinutes> asked = new EnumMap<>(SharingAudience.class);

    void add(SharingAudience audience, WeekMinutes minutes) {
      asked.merge(audience, minutes, WeekMinutes::and);
    }

    Sharing sharing(SharingAudience elsewhere) {
      WeekMinutes ruled = asked.values().stream().reduce(WeekMinutes.none(), WeekMinutes::and);
      add(elsewhere, ruled.others());
      WeekMinutes ownLine = of(SharingAudience.OWN_LINE);
      return new Sharing(elsewhere, ownLine, of(SharingAudience.SAME_AREA).without(ownLine));
    }

    private WeekMinutes of(SharingAudience audience) {
      return asked.getOrDefault(audience, WeekMinutes.none());
    }
  }

  /** The strictest that a use touches. */
  SharingAudience strictestOf(WeekMinutes use) {
    if (ownLine.touches(use)) {
      return SharingAudience.OWN_LINE;
    }
    return sameArea.touches(use) ? SharingAudience.SAME_AREA : SharingAudience.ANYONE;
  }

  /** In which minutes an audience holds. */
  WeekMinutes minutesOf(SharingAudience asked) {
    return switch (asked) {
      case OWN_LINE -> ownLine;
      case SAME_AREA -> sameArea;
      case ANYONE -> ownLine.and(sameArea).others();
    };
  }
}
