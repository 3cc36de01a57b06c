package org.jiceng.stack.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every indicator counted from the rows themselves, one plain loop each, without the plan. */
final class NaiveFigures {
  private final Map<Dataset, List<Map<String, String>>> tables = new HashMap<>();
  private final Map<String, Map<String, String>> organizations = new HashMap<>();
  private final Map<String, String> areaLevels = new HashMap<>();

  NaiveFigures(SampleDistrict district) {
    for (Dataset dataset : Dataset.values()) {
      tables.put(dataset, parse(district, dataset));
    }
    tables.get(Dataset.ORGANIZATIONS).forEach(o -> organizations.put(o.get("code"), o));
    tables.get(Dataset.AREAS).forEach(a -> areaLevels.put(a.get("code"), a.get("level")));
  }

  private static List<Map<String, String>> parse(SampleDistrict district, Dataset dataset) {
    String[] columns = dataset.header().split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    district
        .rows(dataset)
        .forEach(
            line -> {
              String[] cells = line.split(",", -1);
              if (cells.length != columns.length) {
                throw new AssertionError(dataset + " has a broken line: " + line);
              }
              Map<String, String> row = new HashMap<>();
              for (int i = 0; i < cells.length; i++) {
                row.put(columns[i], cells[i]);
              }
              rows.add(row);
            });
    return rows;
  }

  List<Map<String, String>> rows(Dataset dataset) {
    return tables.get(dataset);
  }

  Map<String, String> organization(String code) {
    return organizations.get(code);
  }

  Map<String, BigDecimal> all() {
    Map<String, BigDecimal> figures = new TreeMap<>();
    areas(figures);
    registry(figures);
    organizations(figures);
    members(figures);
    activity(figures);
    return figures;
  }

  private void areas(Map<String, BigDecimal> figures) {
    Map.of(
            "areas.subDistricts", "SUB_DISTRICT",
            "areas.preparatoryOffices", "PREPARATORY_OFFICE",
            "areas.areaOffices", "AREA_OFFICE",
            "areas.communities", "COMMUNITY",
            "areas.villages", "VILLAGE")
        .forEach((name, level) -> figures.put(name, count(Dataset.AREAS, is("level", level))));
    figures.put("areas.population", sum(Dataset.AREAS, "population", row -> true));
    figures.put(
        "areas.registeredPopulation", sum(Dataset.AREAS, "registeredPopulation", row -> true));
    figures.put("areas.migrantPopulation", sum(Dataset.AREAS, "migrantPopulation", row -> true));
    List<BigDecimal> households =
        rows(Dataset.AREAS).stream()
            .filter(is("level", "COMMUNITY"))
            .map(row -> new BigDecimal(row.get("households")))
            .sorted()
            .toList();
    BigDecimal total = households.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    figures.put(
        "areas.householdsPerCommunity.mean",
        total.divide(BigDecimal.valueOf(households.size()), MathContext.DECIMAL64));
    figures.put("areas.householdsPerCommunity.min", households.get(0));
    figures.put("areas.householdsPerCommunity.max", households.get(households.size() - 1));
  }

  private void registry(Map<String, BigDecimal> figures) {
    figures.put(
        "units.individualBusinesses", count(Dataset.UNITS, is("kind", "INDIVIDUAL_BUSINESS")));
    figures.put(
        "units.nonPublicEnterprises", count(Dataset.UNITS, is("kind", "NON_PUBLIC_ENTERPRISE")));
    figures.put(
        "units.socialOrganizations", count(Dataset.UNITS, is("kind", "SOCIAL_ORGANIZATION")));
    figures.put("units.total", count(Dataset.UNITS, row -> true));
    figures.put("buildings.total", count(Dataset.BUILDINGS, row -> true));
    figures.put(
        "buildings.covered", count(Dataset.BUILDINGS, row -> !row.get("coveredByCode").isEmpty()));
    figures.put(
        "buildings.coverageRate",
        figures
            .get("buildings.covered")
            .divide(figures.get("buildings.total"), MathContext.DECIMAL64));
    figures.put("stations.socialWork", count(Dataset.STATIONS, is("kind", "SOCIAL_WORK")));
    figures.put("stations.partyService", count(Dataset.STATIONS, is("kind", "PARTY_SERVICE")));
    figures.put(
        "posts.secretaries", count(Dataset.POSTS, filled("SECRETARY").and(ofSector("COMMUNITY"))));
    figures.put(
        "posts.committeeMembers",
        count(Dataset.POSTS, filled("COMMITTEE_MEMBER").and(ofSector("COMMUNITY"))));
    figures.put(
        "posts.fullTimeWorkers",
        count(Dataset.POSTS, filled("FULL_TIME_WORKER").and(ofSector("COMMUNITY"))));
    figures.put("posts.instructors", count(Dataset.POSTS, filled("INSTRUCTOR")));
  }

  private void organizations(Map<String, BigDecimal> figures) {
    Predicate<Map<String, String>> community = is("sector", "COMMUNITY");
    Predicate<Map<String, String>> twoNew =
        is("sector", "NON_PUBLIC_ENTERPRISE").or(is("sector", "SOCIAL_ORGANIZATION"));
    Predicate<Map<String, String>> committee = community.and(is("type", "COMMITTEE"));
    Dataset all = Dataset.ORGANIZATIONS;
    figures.put("organizations.building", count(all, is("sector", "BUILDING")));
    figures.put("organizations.community", count(all, committee));
    figures.put("organizations.communityBranches", count(all, community.and(is("type", "BRANCH"))));
    figures.put(
        "organizations.nonPublicEnterprise", count(all, is("sector", "NON_PUBLIC_ENTERPRISE")));
    figures.put(
        "organizations.socialOrganization", count(all, is("sector", "SOCIAL_ORGANIZATION")));
    figures.put("organizations.twoNew", count(all, twoNew));
    figures.put("organizations.mobileMembers", count(all, is("sector", "MOBILE_MEMBERS")));
    figures.put(
        "organizations.socialWorkingCommittees",
        count(all, is("type", "SOCIAL_WORKING_COMMITTEE")));
    figures.put(
        "organizations.foundedBySocialWorkingCommittees",
        count(all, twoNew.and(row -> isSocialWork(row.get("foundedByCode")))));
    BigDecimal urban = count(all, twoNew.and(row -> isUrban(row.get("areaCode"))));
    figures.put(
        "organizations.twoNew.urbanShare",
        urban.divide(figures.get("organizations.twoNew"), MathContext.DECIMAL64));
    Set<String> served =
        rows(all).stream()
            .filter(committee)
            .map(r -> r.get("areaCode"))
            .collect(Collectors.toSet());
    figures.put(
        "communities.withoutOrganization",
        count(
            Dataset.AREAS, is("level", "COMMUNITY").and(row -> !served.contains(row.get("code")))));
  }

  private void members(Map<String, BigDecimal> figures) {
    Predicate<Map<String, String>> community = ofSector("COMMUNITY");
    BigDecimal now = count(Dataset.MEMBERS, community);
    BigDecimal earlier =
        count(
            Dataset.MEMBERS,
            community.and(row -> row.get("affiliatedOn").compareTo("2006-12-31") <= 0));
    figures.put("members.community", now);
    figures.put("members.community@earlier", earlier);
    figures.put(
        "members.community.growth",
        now.divide(earlier, MathContext.DECIMAL64).subtract(BigDecimal.ONE));
    figures.put(
        "members.twoNew",
        count(
            Dataset.MEMBERS,
            ofSector("NON_PUBLIC_ENTERPRISE")
                .or(ofSector("SOCIAL_ORGANIZATION"))
                .or(ofSector("BUILDING"))));
    figures.put("members.affiliated", count(Dataset.MEMBERS, row -> true));
    figures.put(
        "members.admittedBySocialWorkingCommittees",
        count(Dataset.MEMBERS, row -> isSocialWork(row.get("admittedByCode"))));
    figures.put("members.mobileHosted", count(Dataset.MOBILE_REGISTRATIONS, row -> true));
  }

  private void activity(Map<String, BigDecimal> figures) {
    Predicate<Map<String, String>> lent = is("origin", "BUILDING").or(is("origin", "TWO_NEW"));
    Predicate<Map<String, String>> large =
        row -> new BigDecimal(row.get("floorArea")).intValue() > 500;
    figures.put("sites.total", count(Dataset.SITES, row -> true));
    figures.put("sites.floorArea", sum(Dataset.SITES, "floorArea", row -> true));
    figures.put(
        "sites.serviceCentresOver500m2",
        count(Dataset.SITES, is("kind", "SERVICE_CENTRE").and(large)));
    figures.put("sites.fromBuildingsAndTwoNew", count(Dataset.SITES, lent));
    figures.put("sites.fromBuildingsAndTwoNew.floorArea", sum(Dataset.SITES, "floorArea", lent));
    figures.put("brands.total", count(Dataset.BRANDS, row -> true));
    figures.put("demonstrationPoints.total", count(Dataset.DEMONSTRATION_POINTS, row -> true));
  }

  private BigDecimal count(Dataset dataset, Predicate<Map<String, String>> rule) {
    return BigDecimal.valueOf(rows(dataset).stream().filter(rule).count());
  }

  private BigDecimal sum(Dataset dataset, String column, Predicate<Map<String, String>> rule) {
    return rows(dataset).stream()
        .filter(rule)
        .map(row -> row.get(column))
        .filter(cell -> !cell.isEmpty())
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Predicate<Map<String, String>> is(String column, String value) {
    return row -> value.equals(row.get(column));
  }

  private static Predicate<Map<String, String>> filled(String kind) {
    return is("kind", kind).and(row -> !row.get("filledOn").isEmpty());
  }

  private Predicate<Map<String, String>> ofSector(String sector) {
    return row -> sector.equals(organization(row.get("organizationCode")).get("sector"));
  }

  private boolean isSocialWork(String code) {
    return !code.isEmpty() && "SOCIAL_WORKING_COMMITTEE".equals(organization(code).get("type"));
  }

  private boolean isUrban(String areaCode) {
    String level = areaLevels.get(areaCode.substring(0, 9) + "000");
    return Set.of("SUB_DISTRICT", "PREPARATORY_OFFICE").contains(level);
  }

  Set<String> distinct(Dataset dataset, String column) {
    return rows(dataset).stream()
        .map(row -> row.get(column))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
