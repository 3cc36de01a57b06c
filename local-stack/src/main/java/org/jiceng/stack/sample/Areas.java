package org.jiceng.stack.sample;

import static org.jiceng.stack.sample.SyntheticIds.padded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiceng.events.AreaLevel;

/** The territory: the district, its township-level offices, their communities and villages. */
final class Areas {
  private static final String DISTRICT = "110105";
  private static final LocalDate BEGINNING = LocalDate.of(1990, 1, 1);
  private static final int FIRST_VILLAGE = 201;

  private final SamplePlan.Territory plan;
  private final Dice dice = Dice.of("areas");
  private final Area district =
      new Area(
          DISTRICT + "000000",
          AreaLevel.DISTRICT,
          new Names.Place("基层区", "Jiceng District"),
          null,
          BEGINNING,
          -1,
          null);
  private final List<Area> townships = new ArrayList<>();
  private final List<Area> communities = new ArrayList<>();
  private final List<Area> villages = new ArrayList<>();

  Areas(SamplePlan.Territory plan) {
    this.plan = plan;
    for (int i = 0; i < plan.townships(); i++) {
      townships.add(township(i));
    }
    Residence residence = new Residence(plan, dice);
    settle(communities, AreaLevel.COMMUNITY, communitiesPerTownship(), residence);
    settle(villages, AreaLevel.VILLAGE, villagesPerTownship(), residence);
  }

  Area district() {
    return district;
  }

  /** Sub-districts first, then the preparatory office, then area offices. */
  List<Area> townships() {
    return townships;
  }

  List<Area> communities() {
    return communities;
  }

  List<Area> villages() {
    return villages;
  }

  /** Every area, those above first. */
  Stream<Area> all() {
    return Stream.of(
            Stream.of(district), townships.stream(), communities.stream(), villages.stream())
        .flatMap(areas -> areas);
  }

  private Area township(int i) {
    AreaLevel level =
        i < plan.subDistricts()
            ? AreaLevel.SUB_DISTRICT
            : i < plan.urbanTownships() ? AreaLevel.PREPARATORY_OFFICE : AreaLevel.AREA_OFFICE;
    Names.Place place = Names.place(i, 0);
    Names.Place name =
        switch (level) {
          case SUB_DISTRICT -> new Names.Place(place.zh() + "街道", place.en() + " Sub-district");
          case PREPARATORY_OFFICE ->
              new Names.Place(place.zh() + "街道筹备处", place.en() + " Preparatory Office");
          default -> new Names.Place(place.zh() + "地区办事处", place.en() + " Area Office");
        };
    String code = DISTRICT + padded(i + 1, 3) + "000";
    return new Area(code, level, name, district.code(), BEGINNING, i, null);
  }

  private int[] communitiesPerTownship() {
    return Shares.atLeast(
        2,
        plan.communities(),
        plan.townships(),
        t -> (t < plan.urbanTownships() ? 9 : 4) + 4 * dice.fraction());
  }

  private int[] villagesPerTownship() {
    return Shares.of(
        plan.villages(),
        plan.townships(),
        t -> t < plan.urbanTownships() ? 0 : 1 + dice.fraction());
  }

  private void settle(List<Area> into, AreaLevel level, int[] perTownship, Residence residence) {
    for (int t = 0; t < perTownship.length; t++) {
      for (int k = 0; k < perTownship[t]; k++) {
        into.add(settlement(level, t, k, into.size(), residence));
      }
    }
  }

  private Area settlement(AreaLevel level, int township, int k, int nth, Residence residence) {
    boolean community = level == AreaLevel.COMMUNITY;
    Names.Place place = Names.place(nth, community ? 1 : 2);
    return new Area(
        townships.get(township).code().substring(0, 9)
            + padded(k + (community ? 1 : FIRST_VILLAGE), 3),
        level,
        community
            ? new Names.Place(place.zh() + "社区", place.en() + " Community")
            : new Names.Place(place.zh() + "村", place.en() + " Village"),
        townships.get(township).code(),
        // New estates became communities of their own as the town grew.
        dice.chance(0.6) ? BEGINNING : dice.day(BEGINNING, LocalDate.of(2003, 12, 31)),
        township,
        residence.of(community ? nth : plan.communities() + nth));
  }
}
