package org.jiceng.reporting.report.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.inbox.Freshness;

/** Whether the fold has all that the logs held when somebody began to ask. */
@ApplicationScoped
class CaughtUp {
  private static final String PARKED =
      """
      select exists (select from inbox_parked where handler = 'ledger' and resolved_at is null)""";

  private final Freshness freshness;
  private final Database database;

  CaughtUp(Freshness freshness, Database database) {
    this.freshness = freshness;
    this.database = database;
  }

  /** Begins to ask. */
  Asking begin() {
    return new Asking();
  }

  /** Whether an event is set aside that the fold could not take: what it said is in no figure. */
  boolean anyParked() {
    return database.first(PARKED, row -> row.getBoolean(1)).orElse(false);
  }

  /** Remembers which partitions were once seen with nothing waiting in them. */
  final class Asking {
    private final Set<String> seen = new HashSet<>();

    /** Whether all have been, by now. A broker that does not answer leaves it open. */
    boolean isCaughtUp() {
      Set<String> all = new HashSet<>();
      for (Freshness.Position p : freshness.positions()) {
        if (p.handler().equals("ledger")) {
          String partition = p.topic() + "-" + p.partition();
          all.add(partition);
          if (p.lag() != null && p.lag() == 0) {
            seen.add(partition);
          }
        }
      }
      return !all.isEmpty() && seen.containsAll(all);
    }
  }
}
