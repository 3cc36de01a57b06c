package org.jiceng.registry.area;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RegistryEvent.AreaClosed;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** Which level of area may lie right below which, and when an area may close. */
final class AreaRules {
  static final ProblemType CLOSED = new ProblemType(409, "area-closed");
  static final ProblemType CHANGED_LATER = new ProblemType(409, "area-changed-later");
  static final ProblemType NOT_EMPTY = new ProblemType(409, "area-not-empty");

  private static final Set<AreaLevel> TOWNSHIPS =
      Set.of(AreaLevel.SUB_DISTRICT, AreaLevel.PREPARATORY_OFFICE, AreaLevel.AREA_OFFICE);
  private static final Set<AreaLevel> GRASSROOTS = Set.of(AreaLevel.COMMUNITY, AreaLevel.VILLAGE);
  private static final Map<AreaLevel, Set<AreaLevel>> BELOW =
      Map.of(
          AreaLevel.DISTRICT, TOWNSHIPS,
          AreaLevel.SUB_DISTRICT, GRASSROOTS,
          AreaLevel.PREPARATORY_OFFICE, GRASSROOTS,
          AreaLevel.AREA_OFFICE, GRASSROOTS);

  private AreaRules() {}

  static void requireOpen(AreaView area) {
    if (area.closedOn() != null) {
      throw new Problem(CLOSED);
    }
  }

  /** An area closes when nothing lies in it any more, and on no day before the last left it. */
  static AreaClosed close(AreaView area, AreaContents contents, LocalDate on) {
    requireOpen(area);
    if (!contents.isEmpty()) {
      throw new Problem(
              NOT_EMPTY,
              contents.areas(),
              contents.organizations(),
              contents.units(),
              contents.buildings())
          .with("remaining", contents.remaining());
    }
    if (on.isBefore(contents.lastChange())) {
      throw Problem.violation("effectiveOn", "before-last-change", contents.lastChange());
    }
    return new AreaClosed(area.code());
  }

  static boolean allows(AreaLevel parent, AreaLevel child) {
    return parent == null
        ? child == AreaLevel.DISTRICT
        : BELOW.getOrDefault(parent, Set.of()).contains(child);
  }
}
