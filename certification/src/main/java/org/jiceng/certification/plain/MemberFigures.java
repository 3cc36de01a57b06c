package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/** Members, mobile members and transfers. */
record MemberFigures(Asked asked, Map<String, BigDecimal> figures) {
  private static final Set<Sector> TWO_NEW =
      EnumSet.of(Sector.NON_PUBLIC_ENTERPRISE, Sector.SOCIAL_ORGANIZATION, Sector.BUILDING);

  void tell() {
    figures.put(
        "members.admittedBySocialWorkingCommittees",
        asked
            .now()
            .sum(
                "admission",
                asked.place(),
                thing ->
                    asked.now().tree.type(thing.organization())
                        == OrganizationType.SOCIAL_WORKING_COMMITTEE));
    BigDecimal community = members(asked.now(), EnumSet.of(Sector.COMMUNITY));
    BigDecimal before = members(asked.since(), EnumSet.of(Sector.COMMUNITY));
    BigDecimal growth = Asked.ratio(community, before);
    figures.put("members.community", community);
    figures.put(
        "members.community.growth", growth == null ? null : growth.subtract(BigDecimal.ONE));
    figures.put("members.twoNew", members(asked.now(), TWO_NEW));
    figures.put("members.affiliated", asked.sum("member"));
    figures.put("members.mobileHosted", asked.sum("hosted"));
    figures.put("members.mobileAway", asked.sum("away"));
    figures.put("transfers.in", asked.change("transfer in"));
    figures.put("transfers.out", asked.change("transfer out"));
    figures.put("transfers.intoDistrict", asked.change("transfer into district"));
    figures.put("transfers.outOfDistrict", asked.change("transfer out of district"));
  }

  private BigDecimal members(Day day, Set<Sector> sectors) {
    return day.sum(
        "member",
        asked.place(),
        thing -> {
          Sector sector = day.tree.sector(thing.organization());
          return sector != null && sectors.contains(sector);
        });
  }
}
