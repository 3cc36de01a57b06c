package org.jiceng.stack.sample;

import static org.jiceng.stack.sample.SyntheticIds.padded;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiceng.events.Sector;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;

/**
 * Activity sites: a large service centre for each urban township, many small rooms that business
 * buildings and two-new organisations lend, and the rooms of the communities.
 */
final class Sites {
  static final String HEADER =
      "code,name,kind,origin,areaCode,organizationCode,floorArea,openedOn,capacity";
  private static final LocalDate FIRST = LocalDate.of(2003, 1, 1);
  private static final int LARGE = 500;

  private final SamplePlan.Sites plan;
  private final Line line;
  private final List<Org> lenders;
  private final Dice dice = Dice.of("sites");
  private int soFar;

  Sites(SamplePlan plan, Line line) {
    this.plan = plan.sites();
    this.line = line;
    // Buildings stand twice: they lend more than an enterprise does.
    lenders =
        Stream.of(
                line.twoNew().buildings(),
                line.twoNew().buildings(),
                line.twoNew().enterprises(),
                line.twoNew().societies())
            .flatMap(List::stream)
            .toList();
  }

  Stream<String> rows() {
    List<Org> centres = line.socialWorkingCommittees();
    int own = plan.total() - plan.sharedSites() - centres.size();
    int largeArea = centres.size() * 800;
    int ownArea = plan.floorArea() - plan.sharedFloorArea() - largeArea;
    int[] large = Shares.atLeast(LARGE + 20, largeArea, centres.size(), i -> dice.fraction());
    int[] shared =
        Shares.atLeast(
            8, plan.sharedFloorArea(), plan.sharedSites(), i -> Math.pow(dice.fraction(), 2));
    int[] owned = Shares.between(40, LARGE - 10, ownArea, own, i -> 1 + 0.6 * dice.fraction());
    return Stream.of(
            IntStream.range(0, large.length).mapToObj(i -> centre(centres.get(i), large[i])),
            IntStream.range(0, shared.length).mapToObj(i -> lent(shared[i])),
            IntStream.range(0, owned.length).mapToObj(i -> own(i, owned[i])))
        .flatMap(rows -> rows);
  }

  private String centre(Org committee, int floorArea) {
    return row(SiteKind.SERVICE_CENTRE, SiteOrigin.PUBLIC, committee, "党员服务中心", floorArea);
  }

  private String lent(int floorArea) {
    Org lender = dice.pick(lenders);
    boolean building = lender.sector() == Sector.BUILDING;
    return row(
        dice.chance(0.5) ? SiteKind.ACTIVITY_ROOM : SiteKind.SERVICE_STATION,
        building ? SiteOrigin.BUILDING : SiteOrigin.TWO_NEW,
        lender,
        "党员活动室",
        floorArea);
  }

  private String own(int n, int floorArea) {
    List<Org> committees = line.communities().committees();
    Org committee = committees.get(n * 7 % committees.size());
    SiteKind kind =
        switch (n % 4) {
          case 0 -> SiteKind.LECTURE_HALL;
          case 1 -> SiteKind.EXHIBITION;
          default -> SiteKind.ACTIVITY_ROOM;
        };
    SiteOrigin origin = n % 3 == 0 ? SiteOrigin.PUBLIC : SiteOrigin.COMMUNITY;
    return row(kind, origin, committee, "党建活动阵地", floorArea);
  }

  private String row(SiteKind kind, SiteOrigin origin, Org keeper, String what, int floorArea) {
    return Csv.line(
        "SI-" + padded(++soFar, 4),
        keeper.name().substring(2).replaceAll("(联合支部|支部|社会工作|工作)?委员会$", "") + what,
        kind,
        origin,
        keeper.areaCode(),
        keeper.code(),
        floorArea,
        dice.lateDay(Days.later(keeper.since(), FIRST), SamplePlan.SURVEY_DAY),
        Math.max(6, floorArea / 2));
  }
}
