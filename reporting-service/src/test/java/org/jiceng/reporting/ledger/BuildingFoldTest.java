package org.jiceng.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.BuildingChanged;
import org.jiceng.events.RegistryEvent.BuildingClosed;
import org.jiceng.events.RegistryEvent.BuildingCovered;
import org.jiceng.events.RegistryEvent.BuildingRegistered;
import org.jiceng.events.RegistryEvent.StationClosed;
import org.jiceng.events.RegistryEvent.StationOpened;
import org.jiceng.events.StationKind;
import org.junit.jupiter.api.Test;

/** A building, its coverage and its stations count in one area at a time. */
class BuildingFoldTest {
  private static final String HERE = "110105001001";
  private static final String THERE = "110105002001";
  private static final LocalDate DAY = LocalDate.parse("2010-01-01");

  private final UUID building = UUID.randomUUID();
  private final UUID station = UUID.randomUUID();
  private final UUID organization = UUID.randomUUID();
  private final RecordState state = new RecordState(Map.of());
  private final List<Posting> postings = new ArrayList<>();

  @Test
  void itsCoverageAndItsStationsMoveWithIt() {
    aCoveredBuildingWithAStation();
    fold(new BuildingChanged(building, THERE));
    assertThat(sums())
        .containsOnly(
            Map.entry("building " + THERE, 1),
            Map.entry("building.covered " + THERE, 1),
            Map.entry("station.SOCIAL_WORK " + THERE, 1));
    fold(new StationClosed(building, station), new BuildingClosed(building));
    assertThat(sums()).isEmpty();
  }

  @Test
  void anotherNameMovesNothing() {
    aCoveredBuildingWithAStation();
    int before = postings.size();
    fold(new BuildingChanged(building, HERE));
    assertThat(postings).hasSize(before);
  }

  @Test
  void aStationToldOfLateCountsWhereItsBuildingLayThatDay() {
    fold(DAY, new BuildingRegistered(building, HERE));
    fold(DAY.plusDays(10), new BuildingChanged(building, THERE));
    fold(DAY.plusDays(3), new StationOpened(building, station, StationKind.SOCIAL_WORK));
    assertThat(sums(DAY.plusDays(9))).containsEntry("station.SOCIAL_WORK " + HERE, 1);
    assertThat(sums(DAY.plusDays(10)))
        .containsOnly(
            Map.entry("building " + THERE, 1), Map.entry("station.SOCIAL_WORK " + THERE, 1));
    fold(DAY.plusDays(5), new StationClosed(building, station));
    assertThat(sums(DAY.plusDays(4))).containsEntry("station.SOCIAL_WORK " + HERE, 1);
    for (int day : new int[] {5, 9, 10, 99}) {
      assertThat(sums(DAY.plusDays(day))).hasSize(1);
    }
  }

  private void aCoveredBuildingWithAStation() {
    fold(
        new BuildingRegistered(building, HERE),
        new BuildingCovered(building, organization),
        new StationOpened(building, station, StationKind.SOCIAL_WORK));
  }

  private void fold(DomainEvent... events) {
    fold(DAY, events);
  }

  private void fold(LocalDate on, DomainEvent... events) {
    for (DomainEvent event : events) {
      postings.addAll(
          Fold.of(
              new RecordedEvent(UUID.randomUUID(), Instant.now(), on, 1, null, null, event),
              state));
    }
  }

  private Map<String, Integer> sums() {
    return sums(DAY);
  }

  /** What is counted on a day by measure and area, save what is zero. */
  private Map<String, Integer> sums(LocalDate asOf) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    postings.stream()
        .filter(p -> !p.effectiveOn().isAfter(asOf))
        .forEach(p -> sums.merge(p.measure() + " " + p.areaCode(), p.amount(), BigDecimal::add));
    Map<String, Integer> counted = new TreeMap<>();
    sums.forEach((key, sum) -> counted.put(key, sum.intValueExact()));
    counted.values().removeIf(sum -> sum == 0);
    return counted;
  }
}
