package org.jiceng.stack.sample;

import static org.jiceng.stack.sample.SyntheticIds.padded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/**
 * The branches of enterprises, social organisations, business buildings and mobile members: most in
 * urban townships, more each year.
 */
final class TwoNewLine {
  private static final double URBAN_SHARE = 0.82;
  private static final LocalDate FIRST = LocalDate.of(1995, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2009, 11, 30);

  private final Dice dice = Dice.of("two-new");
  private final SamplePlan.Organizations plan;
  private final int urbanTownships;
  private final int townships;
  private final Line line;
  private final List<List<Area>> areasOf = new ArrayList<>();
  private final List<Org> enterprises = new ArrayList<>();
  private final List<Org> societies = new ArrayList<>();
  private final List<Org> buildings = new ArrayList<>();
  private final List<Org> mobile = new ArrayList<>();
  private int urbanSoFar;

  TwoNewLine(SamplePlan plan, Areas areas, Line line) {
    this.plan = plan.organizations();
    this.urbanTownships = plan.territory().urbanTownships();
    this.townships = plan.territory().townships();
    this.line = line;
    areas.townships().forEach(t -> areasOf.add(new ArrayList<>()));
    areas.communities().forEach(c -> areasOf.get(c.township()).add(c));
    establish(enterprises, Sector.NON_PUBLIC_ENTERPRISE, "N", this.plan.nonPublicEnterprise());
    establish(societies, Sector.SOCIAL_ORGANIZATION, "O", this.plan.socialOrganization());
    establish(buildings, Sector.BUILDING, "L", this.plan.building());
    establish(mobile, Sector.MOBILE_MEMBERS, "M", this.plan.mobileMembers());
  }

  private void establish(List<Org> into, Sector sector, String letter, int count) {
    // Business buildings and the mobile members' branches are the town's.
    boolean townOnly = sector == Sector.BUILDING || sector == Sector.MOBILE_MEMBERS;
    int urban = townOnly ? count : urban(count);
    int[] inTown = Shares.of(urban, urbanTownships, t -> 1 + dice.fraction());
    int[] outside = Shares.of(count - urban, townships - urbanTownships, t -> 1 + dice.fraction());
    for (int t = 0; t < townships; t++) {
      int here = t < urbanTownships ? inTown[t] : outside[t - urbanTownships];
      for (int k = 1; k <= here; k++) {
        into.add(branch(sector, "-" + letter + padded(k, 4), t));
      }
    }
  }

  private static int urban(int count) {
    return (int) Math.ceil(count * URBAN_SHARE);
  }

  private Org branch(Sector sector, String suffix, int township) {
    boolean founded = isFoundedBySocialWork(sector, township);
    boolean needsSocialWork =
        founded || sector == Sector.BUILDING || sector == Sector.MOBILE_MEMBERS;
    Area area = dice.pick(areasOf.get(township));
    LocalDate day =
        needsSocialWork
            ? dice.day(line.socialWorkingCommittees().get(township).since(), LAST)
            : dice.lateDay(FIRST, LAST);
    LocalDate since = Days.later(day, area.since());
    Org leader = line.leaderOfSocialWork(township, since);
    EstablishmentMode mode = EstablishmentMode.values()[dice.weighted(50, 10, 30, 7, 3)];
    return new Org(
        line.workingCommittees().get(township).code() + suffix,
        name(sector, mode),
        OrganizationType.BRANCH,
        sector,
        mode,
        dice.chance(0.05),
        leader.code(),
        area.code(),
        founded ? leader.code() : null,
        since,
        township);
  }

  private boolean isFoundedBySocialWork(Sector sector, int township) {
    boolean twoNew = sector == Sector.NON_PUBLIC_ENTERPRISE || sector == Sector.SOCIAL_ORGANIZATION;
    if (!twoNew || township >= urbanTownships) {
      return false;
    }
    int urban = urban(plan.nonPublicEnterprise()) + urban(plan.socialOrganization());
    return Shares.evenly(urbanSoFar++, urban, plan.foundedBySocialWorkingCommittees());
  }

  private String name(Sector sector, EstablishmentMode mode) {
    String host =
        switch (sector) {
          case NON_PUBLIC_ENTERPRISE -> Names.company(dice);
          case SOCIAL_ORGANIZATION -> Names.society(dice);
          case BUILDING -> Names.brand(dice) + "大厦";
          default -> Names.brand(dice) + "流动党员";
        };
    return "中共" + host + (mode == EstablishmentMode.JOINT ? "联合支部委员会" : "支部委员会");
  }

  List<Org> enterprises() {
    return enterprises;
  }

  List<Org> societies() {
    return societies;
  }

  List<Org> buildings() {
    return buildings;
  }

  List<Org> mobile() {
    return mobile;
  }

  Stream<Org> all() {
    return Stream.of(enterprises, societies, buildings, mobile).flatMap(List::stream);
  }
}
