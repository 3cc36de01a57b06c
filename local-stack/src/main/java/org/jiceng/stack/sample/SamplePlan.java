package org.jiceng.stack.sample;

import java.time.LocalDate;

/**
 * How many there are of everything in a sample district. The counts of the survey scale are those
 * of {@code survey-figures.csv}; the tenfold and hundredfold districts keep the territory, its
 * residents and what exists once for each office or community (working committees, community
 * committees and their posts, service centres) and multiply all the rest.
 */
public record SamplePlan(
    Territory territory,
    Units units,
    Organizations organizations,
    Members members,
    Posts posts,
    Sites sites,
    Honours honours) {
  /** The survey's year-end: nothing in a sample district is later. */
  public static final LocalDate SURVEY_DAY = LocalDate.of(2009, 12, 31);

  /** The earlier year-end that the survey compares with. */
  public static final LocalDate EARLIER_DAY = LocalDate.of(2006, 12, 31);

  /** The areas and their residents; households are those of the communities. */
  public record Territory(
      int subDistricts,
      int preparatoryOffices,
      int areaOffices,
      int communities,
      int villages,
      int population,
      int registeredPopulation,
      int migrantPopulation,
      int meanHouseholds,
      int maxHouseholds,
      int minHouseholds) {
    int urbanTownships() {
      return subDistricts + preparatoryOffices;
    }

    int townships() {
      return urbanTownships() + areaOffices;
    }
  }

  /** Units and business buildings; every building is covered. */
  public record Units(
      int individualBusinesses,
      int nonPublicEnterprises,
      int socialOrganizations,
      int buildings,
      int socialWorkStations,
      int partyServiceStations) {
    int total() {
      return individualBusinesses + nonPublicEnterprises + socialOrganizations;
    }

    Units times(int n) {
      return new Units(
          individualBusinesses * n,
          nonPublicEnterprises * n,
          socialOrganizations * n,
          buildings * n,
          socialWorkStations * n,
          partyServiceStations * n);
    }
  }

  /** Organisations by kind; one community has two committees, some rural ones have none. */
  public record Organizations(
      int communitiesWithout,
      int communitiesWithTwo,
      int generalBranches,
      int communityBranches,
      int nonPublicEnterprise,
      int socialOrganization,
      int building,
      int mobileMembers,
      int foundedBySocialWorkingCommittees) {
    int twoNew() {
      return nonPublicEnterprise + socialOrganization;
    }

    Organizations times(int n) {
      return new Organizations(
          communitiesWithout,
          communitiesWithTwo,
          generalBranches * n,
          communityBranches * n,
          nonPublicEnterprise * n,
          socialOrganization * n,
          building * n,
          mobileMembers * n,
          foundedBySocialWorkingCommittees * n);
    }
  }

  /** Members; twoNew are those of the sectors non-public enterprise, social, building. */
  public record Members(
      int community,
      int communityEarlier,
      int twoNew,
      int admittedBySocialWorkingCommittees,
      int mobileHosted) {
    Members times(int n) {
      return new Members(
          community * n,
          communityEarlier * n,
          twoNew * n,
          admittedBySocialWorkingCommittees * n,
          mobileHosted * n);
    }
  }

  /** Posts that are filled, beside one secretary for each community organisation. */
  public record Posts(int committeeMembers, int fullTimeWorkers, int instructors) {
    Posts times(int n) {
      return new Posts(committeeMembers, fullTimeWorkers, instructors * n);
    }
  }

  /** Activity sites, areas in square metres; one large service centre for each urban township. */
  public record Sites(int total, int floorArea, int sharedSites, int sharedFloorArea) {
    Sites times(int n) {
      return new Sites(total * n, floorArea * n, sharedSites * n, sharedFloorArea * n);
    }
  }

  /** What organisations have been honoured with. */
  public record Honours(int brands, int demonstrationPoints) {
    Honours times(int n) {
      return new Honours(brands * n, demonstrationPoints * n);
    }
  }

  /** The district of the survey. */
  static SamplePlan survey() {
    return new SamplePlan(
        new Territory(22, 1, 20, 343, 155, 3_001_000, 1_784_000, 963_000, 3000, 13_000, 400),
        new Units(90_000, 97_000, 3000, 312, 130, 66),
        new Organizations(5, 1, 10, 1997, 1262, 377, 78, 35, 93),
        new Members(87_745, 65_436, 9611, 42, 3526),
        new Posts(1778, 43, 484),
        new Sites(325, 54_029, 215, 4137),
        new Honours(226, 108));
  }

  /** A small district of a few thousand rows. */
  static SamplePlan small() {
    return new SamplePlan(
        new Territory(3, 1, 2, 12, 4, 105_000, 62_400, 33_700, 3000, 13_000, 400),
        new Units(900, 970, 30, 6, 3, 2),
        new Organizations(1, 1, 1, 24, 13, 4, 3, 2, 3),
        new Members(878, 654, 96, 2, 35),
        new Posts(63, 6, 10),
        new Sites(16, 4900, 8, 160),
        new Honours(5, 3));
  }

  /** The same territory with n times what lives in it. */
  SamplePlan times(int n) {
    return new SamplePlan(
        territory,
        units.times(n),
        organizations.times(n),
        members.times(n),
        posts.times(n),
        sites.times(n),
        honours.times(n));
  }

  /** Committees of communities. */
  int communityCommittees() {
    return territory.communities
        - organizations.communitiesWithout
        + organizations.communitiesWithTwo;
  }

  /** Secretaries of community committees and of the general branches and branches below them. */
  int secretaries() {
    return communityCommittees() + organizations.generalBranches + organizations.communityBranches;
  }
}
