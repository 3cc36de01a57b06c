package org.jiceng.kit.succession;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.kit.outbox.Outbox;

/**
 * Carries out what the registry decided, step by step, each step with its events in one
 * transaction: a machine that dies goes on where the last step ended. One instance at a time.
 */
@ApplicationScoped
public class Following {
  private static final Logger LOG = Logger.getLogger(Following.class);
  private static final int LOCK = 0x5CCE;
  private static final int STEP = 1000;
  private static final String UNFOLLOWED =
      """
      select reorganization_id from reorganization where followed_at is null
       order by effective_on, reorganization_id""";

  // A row only for the instance that holds the lock: nobody else goes on.
  private static final String HELD =
      """
      select effective_on, followed_at is not null from reorganization
       where reorganization_id = ? and pg_try_advisory_xact_lock(?)""";
  private static final String FOLLOWED =
      """
      update reorganization set followed_at = coalesce(followed_at, now())
       where reorganization_id = ?""";

  private final AgroalDataSource dataSource;
  private final Instance<Follower> followers;
  private final Outbox outbox;

  Following(AgroalDataSource dataSource, @Any Instance<Follower> followers, Outbox outbox) {
    this.dataSource = dataSource;
    this.followers = followers;
    this.outbox = outbox;
  }

  private record Held(LocalDate effectiveOn, boolean followed) {}

  @Scheduled(
      every = "${jiceng.succession.follow-every:1s}",
      delayed = "${jiceng.succession.follow-every:1s}",
      identity = "follow-reorganizations",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void followAll() {
    for (Follower follower : followers) {
      unfollowed().forEach(id -> follow(follower, id));
    }
  }

  /** Whoever was affiliated, hosted or booked while the decision was still on its way. */
  @Scheduled(
      every = "${jiceng.succession.late-every:1m}",
      delayed = "${jiceng.succession.late-every:1m}",
      identity = "follow-latecomers",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void followLate() {
    for (Follower follower : followers) {
      follower.late().forEach(id -> follow(follower, id));
    }
  }

  /** A reorganisation that fails keeps none of the others waiting, and is tried again. */
  private void follow(Follower follower, UUID id) {
    try {
      boolean more = true;
      while (more) {
        more = QuarkusTransaction.requiringNew().call(() -> step(follower, id));
      }
    } catch (RuntimeException e) {
      LOG.errorf(e, "reorganization %s cannot be followed now and will be tried again", id);
    }
  }

  private boolean step(Follower follower, UUID id) throws SQLException {
    List<Held> mine = held(id);
    if (mine.isEmpty()) {
      return false;
    }
    Held reorganization = mine.get(0);
    Map<String, Long> moved = follower.follow(id, STEP);
    boolean complete = moved.isEmpty();
    if (complete && reorganization.followed()) {
      return false;
    }
    if (complete) {
      markFollowed(id);
    }
    outbox.append(
        follower.followed(id, complete || reorganization.followed(), moved),
        reorganization.effectiveOn());
    return !complete;
  }

  private List<UUID> unfollowed() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(UNFOLLOWED);
        ResultSet rows = select.executeQuery()) {
      List<UUID> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the reorganizations cannot be read", e);
    }
  }

  private List<Held> held(UUID id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(HELD)) {
      select.setObject(1, id);
      select.setInt(2, LOCK);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? List.of(new Held(rows.getObject(1, LocalDate.class), rows.getBoolean(2)))
            : List.of();
      }
    }
  }

  private void markFollowed(UUID id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(FOLLOWED)) {
      update.setObject(1, id);
      update.executeUpdate();
    }
  }
}
