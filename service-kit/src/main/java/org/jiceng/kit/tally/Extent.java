package org.jiceng.kit.tally;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.jiceng.events.DomainEvent;

/** Over what is counted: over the whole district, or over each of its townships. */
enum Extent {
  DISTRICT {
    @Override
    Map<String, Long> count(Tally tally, Connection snapshot, LocalDate on) throws SQLException {
      return tally.count(snapshot, on);
    }

    @Override
    DomainEvent event(Tally tally, Map<String, Long> counts, Cut cut) {
      return tally.counted(counts, cut);
    }
  },
  AREA {
    @Override
    Map<String, Long> count(Tally tally, Connection snapshot, LocalDate on) throws SQLException {
      return tally.countByArea(snapshot, on);
    }

    @Override
    DomainEvent event(Tally tally, Map<String, Long> counts, Cut cut) {
      return tally.countedByArea(counts, cut);
    }
  };

  abstract Map<String, Long> count(Tally tally, Connection snapshot, LocalDate on)
      throws SQLException;

  abstract DomainEvent event(Tally tally, Map<String, Long> counts, Cut cut);
}
