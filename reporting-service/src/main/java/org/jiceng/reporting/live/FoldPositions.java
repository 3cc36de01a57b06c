package org.jiceng.reporting.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.kit.database.Database;

/** Reads how far the fold is, without asking the broker. */
@ApplicationScoped
class FoldPositions {
  private static final String SELECT =
      """
      select topic, max(last_sequence), sum(next_offset)::bigint from inbox_position
       where handler = 'ledger' group by topic order by topic\
      """;

  private final Database database;

  FoldPositions(Database database) {
    this.database = database;
  }

  FoldPosition now() {
    return new FoldPosition(
        database.list(
            SELECT, row -> new FoldPosition.Log(row.getString(1), row.getLong(2), row.getLong(3))));
  }
}
