package org.jiceng.stack.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the figures must be at a scale: at {@link Scale#SURVEY} the survey's own table, elsewhere
 * the same indicators worked out from the {@link SamplePlan}.
 */
public final class Expected {
  private static final String SURVEY = "survey-figures.csv";

  private Expected() {}

  /** The expected figures of a scale, in the order of the survey's table. */
  public static List<ExpectedFigure> of(Scale scale) {
    List<ExpectedFigure> survey = survey();
    if (scale == Scale.SURVEY) {
      return survey;
    }
    Map<String, BigDecimal> planned = planned(scale.plan());
    return survey.stream().map(f -> f.withValue(planned.get(key(f)))).toList();
  }

  /** The survey's table. */
  static List<ExpectedFigure> survey() {
    try (InputStream table = Expected.class.getResourceAsStream(SURVEY);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).filter(l -> !l.isBlank()).map(ExpectedFigure::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(SURVEY + " cannot be read", e);
    }
  }

  /** One indicator is in the table at two dates; the earlier one is kept apart by its date. */
  static String key(ExpectedFigure figure) {
    return figure.asOf().equals(SamplePlan.EARLIER_DAY)
        ? figure.indicator() + "@earlier"
        : figure.indicator();
  }

  /** Every indicator as the plan has it. */
  static Map<String, BigDecimal> planned(SamplePlan plan) {
    Map<String, BigDecimal> figures = new TreeMap<>();
    territory(plan).forEach((name, value) -> figures.put(name, BigDecimal.valueOf(value)));
    units(plan.units()).forEach((name, value) -> figures.put(name, BigDecimal.valueOf(value)));
    organizations(plan).forEach((name, value) -> figures.put(name, BigDecimal.valueOf(value)));
    people(plan).forEach((name, value) -> figures.put(name, BigDecimal.valueOf(value)));
    places(plan).forEach((name, value) -> figures.put(name, BigDecimal.valueOf(value)));
    figures.put("buildings.coverageRate", new BigDecimal("1.000"));
    figures.put("organizations.twoNew.urbanShare", new BigDecimal("0.80"));
    figures.put("members.community.growth", growth(plan.members()));
    return figures;
  }

  private static BigDecimal growth(SamplePlan.Members members) {
    return BigDecimal.valueOf(members.community() - members.communityEarlier())
        .divide(BigDecimal.valueOf(members.communityEarlier()), 3, RoundingMode.HALF_UP);
  }

  private static Map<String, Integer> territory(SamplePlan plan) {
    SamplePlan.Territory territory = plan.territory();
    return Map.ofEntries(
        Map.entry("areas.subDistricts", territory.subDistricts()),
        Map.entry("areas.preparatoryOffices", territory.preparatoryOffices()),
        Map.entry("areas.areaOffices", territory.areaOffices()),
        Map.entry("areas.communities", territory.communities()),
        Map.entry("areas.villages", territory.villages()),
        Map.entry("areas.population", territory.population()),
        Map.entry("areas.registeredPopulation", territory.registeredPopulation()),
        Map.entry("areas.migrantPopulation", territory.migrantPopulation()),
        Map.entry("areas.householdsPerCommunity.mean", territory.meanHouseholds()),
        Map.entry("areas.householdsPerCommunity.max", territory.maxHouseholds()),
        Map.entry("areas.householdsPerCommunity.min", territory.minHouseholds()));
  }

  private static Map<String, Integer> units(SamplePlan.Units units) {
    return Map.of(
        "units.individualBusinesses", units.individualBusinesses(),
        "units.nonPublicEnterprises", units.nonPublicEnterprises(),
        "units.socialOrganizations", units.socialOrganizations(),
        "units.total", units.total(),
        "buildings.total", units.buildings(),
        "buildings.covered", units.buildings(),
        "stations.socialWork", units.socialWorkStations(),
        "stations.partyService", units.partyServiceStations());
  }

  private static Map<String, Integer> organizations(SamplePlan plan) {
    SamplePlan.Organizations organizations = plan.organizations();
    return Map.of(
        "organizations.building", organizations.building(),
        "organizations.community", plan.communityCommittees(),
        "communities.withoutOrganization", organizations.communitiesWithout(),
        "organizations.communityBranches", organizations.communityBranches(),
        "organizations.nonPublicEnterprise", organizations.nonPublicEnterprise(),
        "organizations.socialOrganization", organizations.socialOrganization(),
        "organizations.twoNew", organizations.twoNew(),
        "organizations.mobileMembers", organizations.mobileMembers(),
        "organizations.socialWorkingCommittees", plan.territory().urbanTownships(),
        "organizations.foundedBySocialWorkingCommittees",
            organizations.foundedBySocialWorkingCommittees());
  }

  private static Map<String, Integer> people(SamplePlan plan) {
    SamplePlan.Members members = plan.members();
    return Map.ofEntries(
        Map.entry(
            "members.admittedBySocialWorkingCommittees",
            members.admittedBySocialWorkingCommittees()),
        Map.entry("members.community", members.community()),
        Map.entry("members.community@earlier", members.communityEarlier()),
        Map.entry("members.twoNew", members.twoNew()),
        Map.entry("members.affiliated", members.community() + members.twoNew()),
        Map.entry("members.mobileHosted", members.mobileHosted()),
        Map.entry("posts.secretaries", plan.secretaries()),
        Map.entry("posts.committeeMembers", plan.posts().committeeMembers()),
        Map.entry("posts.fullTimeWorkers", plan.posts().fullTimeWorkers()),
        Map.entry("posts.instructors", plan.posts().instructors()));
  }

  private static Map<String, Integer> places(SamplePlan plan) {
    SamplePlan.Sites sites = plan.sites();
    return Map.of(
        "sites.total", sites.total(),
        "sites.floorArea", sites.floorArea(),
        "sites.serviceCentresOver500m2", plan.territory().urbanTownships(),
        "sites.fromBuildingsAndTwoNew", sites.sharedSites(),
        "sites.fromBuildingsAndTwoNew.floorArea", sites.sharedFloorArea(),
        "brands.total", plan.honours().brands(),
        "demonstrationPoints.total", plan.honours().demonstrationPoints());
  }
}
