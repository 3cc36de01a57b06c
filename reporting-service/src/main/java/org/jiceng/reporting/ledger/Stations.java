package org.jiceng.reporting.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jiceng.events.RegistryEvent.StationClosed;
import org.jiceng.events.RegistryEvent.StationOpened;

/**
 * Where the stations of a building count: where the building lay, from day to day. What a station
 * does may be told after the building came to lie elsewhere, for a day before.
 */
final class Stations {
  private static final String STATION = "station ";
  private static final String LAY = "lay ";

  private final LocalDate on;
  private final RecordState state;
  private final List<Posting> postings = new ArrayList<>();

  Stations(LocalDate on, RecordState state) {
    this.on = on;
    this.state = state;
  }

  /** The building lies in an area from the day on, and all stations in it that are open. */
  List<Posting> lie(String area) {
    var before = state.under(LAY).floorEntry(LAY + on);
    state.put(LAY + on, area);
    if (before != null && !before.getValue().equals(area)) {
      state
          .under(STATION)
          .forEach(
              (name, kind) -> {
                String station = name.substring(STATION.length());
                post(kind, station, before.getValue(), on, BigDecimal.ONE.negate());
                post(kind, station, area, on, BigDecimal.ONE);
              });
    }
    return postings;
  }

  List<Posting> open(StationOpened e) {
    state.put(STATION + e.stationId(), e.kind().name());
    return count(e.kind().name(), e.stationId().toString(), BigDecimal.ONE);
  }

  List<Posting> close(StationClosed e) {
    String kind = state.get(STATION + e.stationId());
    state.put(STATION + e.stationId(), null);
    return count(kind, e.stationId().toString(), BigDecimal.ONE.negate());
  }

  private List<Posting> count(String kind, String station, BigDecimal amount) {
    NavigableMap<String, String> lay = state.under(LAY);
    String area = lay.floorEntry(LAY + on).getValue();
    post(kind, station, area, on, amount);
    for (var later : lay.tailMap(LAY + on, false).entrySet()) {
      LocalDate day = LocalDate.parse(later.getKey().substring(LAY.length()));
      post(kind, station, area, day, amount.negate());
      post(kind, station, later.getValue(), day, amount);
      area = later.getValue();
    }
    return postings;
  }

  private void post(String kind, String station, String area, LocalDate day, BigDecimal amount) {
    postings.add(new Posting("station." + kind, null, area, station, day, amount));
  }
}
