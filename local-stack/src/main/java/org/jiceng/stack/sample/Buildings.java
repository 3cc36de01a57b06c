package org.jiceng.stack.sample;

import static org.jiceng.stack.sample.SyntheticIds.padded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiceng.events.StationKind;

/**
 * Business buildings, each covered: the first by a branch of its own, the others by the office that
 * leads social work in their township. Stations stand in some of them.
 */
final class Buildings {
  static final String HEADER = "code,name,areaCode,registeredOn,coveredByCode,coveredOn";
  static final String STATION_HEADER = "code,name,kind,buildingCode,openedOn";
  private static final LocalDate FIRST = LocalDate.of(1993, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2008, 12, 31);

  private record Building(
      String code, String name, String areaCode, LocalDate since, Org coveredBy, LocalDate on) {}

  private final Dice dice = Dice.of("buildings");
  private final SamplePlan.Units plan;
  private final List<Building> buildings = new ArrayList<>();

  Buildings(SamplePlan plan, Areas areas, Line line) {
    this.plan = plan.units();
    Map<String, LocalDate> sinceOf =
        areas.communities().stream().collect(Collectors.toMap(Area::code, Area::since));
    for (Org branch : line.twoNew().buildings()) {
      LocalDate first = Days.later(FIRST, sinceOf.get(branch.areaCode()));
      LocalDate since = dice.day(first, Days.earlier(branch.since(), LAST));
      add(Names.brand(dice) + "大厦", branch.areaCode(), since, branch);
    }
    List<Area> urban =
        areas.communities().stream()
            .filter(c -> c.township() < plan.territory().urbanTownships())
            .toList();
    while (buildings.size() < this.plan.buildings()) {
      Area area = dice.pick(urban);
      Org leader = line.leaderOfSocialWork(area.township(), SamplePlan.SURVEY_DAY);
      LocalDate since = dice.day(Days.later(FIRST, area.since()), LAST);
      add(Names.brand(dice) + (dice.chance(0.5) ? "中心" : "广场"), area.code(), since, leader);
    }
  }

  private void add(String name, String areaCode, LocalDate since, Org coveredBy) {
    String code = "BD-" + areaCode.substring(6, 9) + "-" + padded(buildings.size() + 1, 4);
    LocalDate on = dice.day(Days.later(since, coveredBy.since()), SamplePlan.SURVEY_DAY);
    buildings.add(new Building(code, name, areaCode, since, coveredBy, on));
  }

  Stream<String> rows() {
    return buildings.stream()
        .map(b -> Csv.line(b.code, b.name, b.areaCode, b.since, b.coveredBy.code(), b.on));
  }

  Stream<String> stationRows() {
    int stations = plan.socialWorkStations() + plan.partyServiceStations();
    return IntStream.range(0, stations).mapToObj(this::station);
  }

  private String station(int n) {
    StationKind kind =
        n < plan.socialWorkStations() ? StationKind.SOCIAL_WORK : StationKind.PARTY_SERVICE;
    Building building = buildings.get(n % buildings.size());
    return Csv.line(
        "ST-" + padded(n + 1, 4),
        building.name + (kind == StationKind.SOCIAL_WORK ? "社会工作站" : "党建服务站"),
        kind,
        building.code,
        dice.day(Days.later(building.since, LocalDate.of(2005, 1, 1)), SamplePlan.SURVEY_DAY));
  }
}
