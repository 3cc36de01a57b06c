package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaReassigned;

/**
 * What it means for the figures that an area is handed to another township: what was posted in it
 * counts in the new one from that day on. Where an area never lay elsewhere than its digits say,
 * nothing is written down.
 */
final class AreaMoves {
  /** Before any day that something can be posted on. */
  private static final LocalDate EVER = LocalDate.of(1, 1, 1);

  private static final int TOWNSHIP_DIGITS = 9;

  private final String schema;
  private final Connection connection;

  AreaMoves(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  static boolean isIn(List<RecordedEvent> batch) {
    return batch.stream().anyMatch(AreaMoves::moves);
  }

  /** Takes the moves of a batch into the sums. */
  void take(List<RecordedEvent> batch) throws SQLException {
    Set<String> moved = new TreeSet<>();
    batch.stream().filter(AreaMoves::moves).forEach(e -> moved.add(e.data().aggregateId()));
    BalanceTable balances = new BalanceTable(schema, connection);
    balances.takeAwayIn(moved);
    place(batch);
    balances.addAgainIn(moved);
  }

  /** Writes down where the areas of a batch lie. */
  void place(List<RecordedEvent> batch) throws SQLException {
    for (RecordedEvent event : batch) {
      if (moves(event) && event.data() instanceof AreaDefined e) {
        lie(e.areaCode(), EVER, e.parentCode());
      } else if (moves(event) && event.data() instanceof AreaReassigned e) {
        change(
            """
            insert into %s.territory (area_code, valid_from, valid_to, parent_code)
            select ?, ?, ?, ? where not exists (select from %1$s.territory where area_code = ?)""",
            e.areaCode(), EVER, Interval.OPEN, byDigits(e.areaCode()), e.areaCode());
        lie(e.areaCode(), event.effectiveOn(), e.parentCode());
      }
    }
  }

  private void lie(String area, LocalDate from, String parent) throws SQLException {
    change("delete from %s.territory where area_code = ? and valid_from >= ?", area, from);
    change(
        "update %s.territory set valid_to = ? where area_code = ? and valid_to > ?",
        from, area, from);
    change(
        """
        insert into %s.territory (area_code, valid_from, valid_to, parent_code)
        values (?, ?, ?, ?)""",
        area, from, Interval.OPEN, parent);
  }

  /** Communities and villages move; what a township is called matters to no sum. */
  private static boolean moves(RecordedEvent event) {
    if (event.data() instanceof AreaReassigned e) {
      return !KeptSums.inArea(e.areaCode());
    }
    return event.data() instanceof AreaDefined e
        && !KeptSums.inArea(e.areaCode())
        && e.parentCode() != null
        && !e.parentCode().equals(byDigits(e.areaCode()));
  }

  private static String byDigits(String code) {
    return code.substring(0, TOWNSHIP_DIGITS) + "000";
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.formatted(schema))) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
