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

  private interface Counting {
    DomainEvent of(Tally tally, Connection connection) throws SQLException;
  }

  @Scheduled(
      every = "${jiceng.tally.every:60s}",
      delayed = "${jiceng.tally.every:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void keep() throws SQLException {
    publishChanged("DISTRICT", Tally::count);
  }

  // Hundreds of counts, kept in the log for ever: seldom
  @Scheduled(
      every = "${jiceng.tally.by-area-every:1h}",
      delayed = "${jiceng.tally.by-area-every:1h}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void keepByArea() throws SQLException {
    publishChanged("AREA", Tally::countByArea);
  }

  /**
   * Counts now, in all and by area; true if what is counted differs from the last tally and was
   * therefore published.
   */
  @Transactional
  public boolean publishChanged() throws SQLException {
    boolean inAll = publishChanged("DISTRICT", Tally::count);
    return publishChanged("AREA", Tally::countByArea) || inAll;
  }

  private boolean publishChanged(String kind, Counting counting) throws SQLException {
    boolean published = false;
    for (Tally tally : tallies) {
      try (Connection connection = dataSource.getConnection()) {
        DomainEvent counted = counting.of(tally, connection);
        if (isNews(connection, kind, CloudEventCodec.dataToJson(counted))) {
          outbox.append(counted, clock.today());
          published = true;
        }
      }
    }
    return published;
  }

  private static boolean isNews(Connection connection, String kind, String counts)
      throws SQLException {
    String sql =
        """
        with mine as (select pg_try_advisory_xact_lock(?) as held)
        insert into last_tally (kind, counts) select ?, ?::jsonb from mine where held
        on conflict (kind) do update set counts = excluded.counts
         where last_tally.counts <> excluded.counts
        returning 1""";
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      upsert.setInt(1, LOCK);
      upsert.setString(2, kind);
      upsert.setString(3, counts);
      try (ResultSet rows = upsert.executeQuery()) {
        return rows.next();
      }
    }
  }
}
