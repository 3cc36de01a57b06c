package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/** Organisations by what they are, and their posts. */
record OrganizationFigures(Asked asked, Map<String, BigDecimal> figures) {
  void tell() {
    organizations("total", of -> true);
    organizations("building", in(Sector.BUILDING));
    organizations("community", committeeOfACommunity());
    organizations("communityBranches", in(Sector.COMMUNITY).and(as(OrganizationType.BRANCH)));
    organizations("nonPublicEnterprise", in(Sector.NON_PUBLIC_ENTERPRISE));
    organizations("socialOrganization", in(Sector.SOCIAL_ORGANIZATION));
    organizations("twoNew", twoNew());
    organizations("mobileMembers", in(Sector.MOBILE_MEMBERS));
    organizations("socialWorkingCommittees", as(OrganizationType.SOCIAL_WORKING_COMMITTEE));
    figures.put(
        "organizations.foundedBySocialWorkingCommittees",
        sum("founded", as(OrganizationType.SOCIAL_WORKING_COMMITTEE)));
    figures.put("organizations.twoNew.urbanShare", urbanShare());
    figures.put("communities.withoutOrganization", communitiesWithout());
    post("posts.secretaries", "SECRETARY", in(Sector.COMMUNITY));
    post("posts.committeeMembers", "COMMITTEE_MEMBER", in(Sector.COMMUNITY));
    post("posts.fullTimeWorkers", "FULL_TIME_WORKER", in(Sector.COMMUNITY));
    post("posts.instructors", "INSTRUCTOR", of -> true);
  }

  private void organizations(String which, Predicate<Thing> meant) {
    figures.put("organizations." + which, sum("organization", meant));
  }

  private void post(String indicator, String kind, Predicate<Thing> meant) {
    figures.put(indicator, sum("post " + kind, meant));
  }

  /** Of the two-new organisations of an area, those that lie in what is a town; null in a line. */
  private BigDecimal urbanShare() {
    if (!(asked.place() instanceof Place.Area)) {
      return null;
    }
    Set<AreaLevel> urban = Set.of(AreaLevel.SUB_DISTRICT, AreaLevel.PREPARATORY_OFFICE);
    Predicate<Thing> there = of -> asked.now().land.lay(asked.now().areaOf(of), urban);
    return Asked.ratio(sum("organization", twoNew().and(there)), sum("organization", twoNew()));
  }

  /** Null in a line, where no community lies. */
  private BigDecimal communitiesWithout() {
    if (!(asked.place() instanceof Place.Area)) {
      return null;
    }
    long without =
        asked.now().areas(AreaLevel.COMMUNITY, asked.place()).stream()
            .map(Place::area)
            .filter(c -> asked.now().sum("organization", c, committeeOfACommunity()).signum() == 0)
            .count();
    return BigDecimal.valueOf(without);
  }

  private BigDecimal sum(String what, Predicate<Thing> meant) {
    return asked.now().sum(what, asked.place(), meant);
  }

  private Predicate<Thing> committeeOfACommunity() {
    return in(Sector.COMMUNITY).and(as(OrganizationType.COMMITTEE));
  }

  private Predicate<Thing> twoNew() {
    return in(Sector.NON_PUBLIC_ENTERPRISE).or(in(Sector.SOCIAL_ORGANIZATION));
  }

  private Predicate<Thing> in(Sector sector) {
    return thing -> asked.now().tree.sector(thing.organization()) == sector;
  }

  private Predicate<Thing> as(OrganizationType type) {
    return thing -> asked.now().tree.type(thing.organization()) == type;
  }
}
