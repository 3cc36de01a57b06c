package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiceng.events.AreaLevel;

/** Areas, who lives there, units, buildings and stations. */
record TerritoryFigures(Asked asked, Map<String, BigDecimal> figures) {
  void tell() {
    areas("areas.subDistricts", AreaLevel.SUB_DISTRICT);
    areas("areas.preparatoryOffices", AreaLevel.PREPARATORY_OFFICE);
    areas("areas.areaOffices", AreaLevel.AREA_OFFICE);
    areas("areas.communities", AreaLevel.COMMUNITY);
    areas("areas.villages", AreaLevel.VILLAGE);
    figures.put("areas.population", asked.measured("population"));
    figures.put("areas.registeredPopulation", asked.measured("registered population"));
    figures.put("areas.migrantPopulation", asked.measured("migrant population"));
    households();
    units();
    buildings();
  }

  private void areas(String indicator, AreaLevel level) {
    int count = asked.now().areas(level, asked.place()).size();
    figures.put(indicator, inTerritory(BigDecimal.valueOf(count)));
  }

  /** What belongs to no organisation is no figure of a line. */
  private BigDecimal inTerritory(BigDecimal value) {
    return asked.place() instanceof Place.Area ? value : null;
  }

  /** Over the communities there were that day and that have been measured. */
  private void households() {
    List<BigDecimal> households =
        asked.now().areas(AreaLevel.COMMUNITY, asked.place()).stream()
            .map(community -> asked.now().at(community, "households"))
            .filter(Objects::nonNull)
            .sorted(Comparator.naturalOrder())
            .toList();
    boolean none = households.isEmpty();
    String name = "areas.householdsPerCommunity.";
    figures.put(name + "min", none ? null : households.get(0));
    figures.put(name + "max", none ? null : households.get(households.size() - 1));
    figures.put(name + "mean", none ? null : mean(households));
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return values.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(values.size()), 1, RoundingMode.HALF_UP);
  }

  private void units() {
    figures.put("units.individualBusinesses", inTerritory(asked.sum("unit INDIVIDUAL_BUSINESS")));
    figures.put("units.nonPublicEnterprises", inTerritory(asked.sum("unit NON_PUBLIC_ENTERPRISE")));
    figures.put("units.socialOrganizations", inTerritory(asked.sum("unit SOCIAL_ORGANIZATION")));
    figures.put("units.total", inTerritory(asked.sum("unit")));
    figures.put("units.covered", asked.sum("covered unit"));
  }

  private void buildings() {
    BigDecimal covered = asked.sum("covered building");
    BigDecimal all = asked.sum("building");
    figures.put("buildings.total", inTerritory(all));
    figures.put("buildings.covered", covered);
    figures.put("buildings.coverageRate", inTerritory(Asked.ratio(covered, all)));
    figures.put("stations.socialWork", inTerritory(asked.sum("station SOCIAL_WORK")));
    figures.put("stations.partyService", inTerritory(asked.sum("station PARTY_SERVICE")));
    figures.put("quality.findings", asked.sum("finding"));
  }
}
