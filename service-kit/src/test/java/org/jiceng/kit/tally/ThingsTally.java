package org.jiceng.kit.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.MemberEvent.MemberCounted;
import org.jiceng.events.MemberEvent.MemberCountedByArea;

/** Counts the test's things, and lets others write whenever it is about to. */
@ApplicationScoped
public class ThingsTally implements Tally {
  private volatile Runnable meanwhile = () -> {};

  /** What happens between the snapshot and each count in it. */
  void meanwhile(Runnable writing) {
    meanwhile = writing;
  }

  @Override
  public Map<String, Long> count(Connection snapshot, LocalDate on) throws SQLException {
    return Map.of("thing", things(snapshot));
  }

  @Override
  public Map<String, Long> countByArea(Connection snapshot, LocalDate on) throws SQLException {
    return Map.of("thing@110105001000", things(snapshot));
  }

  private long things(Connection snapshot) throws SQLException {
    meanwhile.run();
    try (Statement statement = snapshot.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from counted_thing")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public DomainEvent counted(Map<String, Long> counts, Cut cut) {
    return new MemberCounted(counts, cut.countedThrough(), cut.alsoCounted());
  }

  @Override
  public DomainEvent countedByArea(Map<String, Long> counts, Cut cut) {
    return new MemberCountedByArea(counts, cut.countedThrough(), cut.alsoCounted());
  }
}
