package org.jiceng.reporting.selfcheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pass that runs, as whoever works on it writes it down. */
record Pass(UUID id, String fingerprint, OffsetDateTime startedAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String RUNNING =
      "select id, fingerprint, started_at from self_check where state = 'RUNNING'";
  private static final String BEGIN =
      "insert into self_check (id, state, fingerprint, started_at) values (?, 'RUNNING', ?, now())";
  private static final String END =
      """
      update self_check
         set state = ?, positions = ?::jsonb, digests = ?::jsonb, differences = ?::jsonb,
             failure = left(?, 500), finished_at = greatest(now(), started_at),
             events = (select coalesce(sum(p.events), 0) from replay_partition p
                        where p.replay_id = self_check.id)
       where id = ?""";
  private static final String FORGET_PARTITIONS =
      "delete from replay_partition where replay_id = ?";
  private static final String FORGET_OLD =
      """
      delete from self_check where id in (
        select id from self_check order by started_at desc, id desc offset ?)""";
  private static final String LAST_END = "select max(finished_at) from self_check";

  // What the tables are like, and what program folds into them.
  private static final String FINGERPRINT =
      """
      select ? || ' ' || md5(string_agg(version || ' ' || coalesce(checksum, 0), ',' order by version))
        from flyway_schema_history where version is not null""";

  /** What a pass found. */
  record Findings(
      SelfCheck.State state,
      Map<?, ?> positions,
      Map<?, ?> digests,
      Map<?, ?> differences,
      String failure) {
    static Findings without(SelfCheck.State state, String why) {
      return new Findings(state, Map.of(), Map.of(), Map.of(), why);
    }
  }

  static Optional<Pass> running(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RUNNING);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Pass(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getObject(3, OffsetDateTime.class)))
          : Optional.empty();
    }
  }

  static Pass begin(String fingerprint, Connection connection) throws SQLException {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setObject(1, id);
      insert.setString(2, fingerprint);
      insert.executeUpdate();
    }
    return running(connection).orElseThrow();
  }

  static String fingerprint(String version, Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FINGERPRINT)) {
      select.setString(1, version);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** When the last pass ended. */
  static Optional<OffsetDateTime> lastEnd(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LAST_END);
        ResultSet row = select.executeQuery()) {
      row.next();
      return Optional.ofNullable(row.getObject(1, OffsetDateTime.class));
    }
  }

  /** Ends it, and forgets the oldest beyond so many. */
  void end(Findings found, int keep, Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(END);
        PreparedStatement partitions = connection.prepareStatement(FORGET_PARTITIONS);
        PreparedStatement old = connection.prepareStatement(FORGET_OLD)) {
      update.setString(1, found.state().name());
      update.setString(2, text(found.positions()));
      update.setString(3, text(found.digests()));
      update.setString(4, text(found.differences()));
      update.setString(5, found.failure());
      update.setObject(6, id);
      update.executeUpdate();
      partitions.setObject(1, id);
      partitions.executeUpdate();
      old.setInt(1, keep);
      old.executeUpdate();
    }
  }

  private static String text(Map<?, ?> map) {
    try {
      return JSON.writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
