package org.jiceng.registry.area;

import java.util.Map;
import java.util.Set;
import org.jiceng.events.AreaLevel;

/** Which level of area may lie right below which. */
final class AreaRules {
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

  static boolean allows(AreaLevel parent, AreaLevel child) {
    return parent == null
        ? child == AreaLevel.DISTRICT
        : BELOW.getOrDefault(parent, Set.of()).contains(child);
  }
}
