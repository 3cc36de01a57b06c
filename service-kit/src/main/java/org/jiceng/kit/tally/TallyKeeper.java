package org.jiceng.kit.tally;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jiceng.events.CloudEventCodec;
import org.jiceng.events.DomainEvent;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;

/** Publishes the service's tally when it has changed; one instance at a time. */
@ApplicationScoped
public class TallyKeeper {
  private static final int LOCK = 0x7A11;

  private final AgroalDataSource dataSource;
  private final List<Tally> tallies;
  private final Outbox outbox;
  private final BusinessClock clock;

  TallyKeeper(
      AgroalDataSource dataSource, @All List<Tally> tallies, Outbox outbox, BusinessClock clock) {
    this.dataSource = dataSource;
    this.tallies = tallies;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(
      every = "${jiceng.tally.every:60s}",
      delayed = "${jiceng.tally.every:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void keep() throws SQLException {
    publishChanged();
  }

  /**
   * Counts now; true if what is counted differs from the last tally and was therefore published.
   */
  @Transactional
  public boolean publishChanged() throws SQLException {
    boolean published = false;
    for (Tally tally : tallies) {
      try (Connection connection = dataSource.getConnection()) {
        DomainEvent counted = tally.count(connection);
        if (isNews(connection, CloudEventCodec.dataToJson(counted))) {
          outbox.append(counted, clock.today());
          published = true;
        }
      }
    }
    return published;
  }

  private static boolean isNews(Connection connection, String counts) throws SQLException {
    String sql =
        """
        with mine as (select pg_try_advisory_xact_lock(?) as held)
        insert into last_tally (counts) select ?::jsonb from mine where held
        on conflict (single) do update set counts = excluded.counts
         where last_tally.counts <> excluded.counts
        returning 1""";
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      upsert.setInt(1, LOCK);
      upsert.setString(2, counts);
      try (ResultSet rows = upsert.executeQuery()) {
        return rows.next();
      }
    }
  }
}
