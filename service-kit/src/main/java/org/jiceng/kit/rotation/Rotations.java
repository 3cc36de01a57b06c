package org.jiceng.kit.rotation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.time.BusinessClock;

/** The rotations there were, and how far the present one has come. */
@ApplicationScoped
class Rotations {
  private static final String BY_ID = "select * from key_rotation where id = ?";
  private static final String LATEST =
      "select * from key_rotation order by started_at desc, id desc limit 1";
  private static final String STEPS =
      "select * from key_rotation_step where rotation_id = ? order by no";

  // One that was begun under other keys than are current now leads nowhere any more.
  private static final String SUPERSEDE =
      """
      update key_rotation set state = 'SUPERSEDED', finished_at = ?
       where state = 'RUNNING' and (cipher_key, index_key) <> (?, ?)""";

  // The index key_rotation_one decides which of two comes first.
  private static final String BEGIN =
      """
      insert into key_rotation (id, state, cipher_key, index_key, started_by, started_at)
      values (?, 'RUNNING', ?, ?, ?, ?) on conflict do nothing""";
  private static final String ADD_STEP =
      "insert into key_rotation_step (rotation_id, no, table_name) values (?, ?, ?)";

  private static final String HOLD_STEP =
      """
      select s.* from key_rotation_step s join key_rotation r on r.id = s.rotation_id
       where r.state = 'RUNNING' and r.cipher_key = ? and r.index_key = ?
         and s.finished_at is null
       order by s.no limit 1 for update of s skip locked""";
  private static final String KEEP_STEP =
      """
      update key_rotation_step
         set position = ?, rows_changed = ?, pass_changed = ?, rows_failed = ?, finished_at = ?
       where rotation_id = ? and no = ?""";
  private static final String COMPLETE =
      """
      update key_rotation r set state = 'COMPLETED', finished_at = ?
       where r.state = 'RUNNING'
         and not exists (select from key_rotation_step s
                          where s.rotation_id = r.id and s.finished_at is null)
      returning id""";

  private final AgroalDataSource dataSource;
  private final PersonalCipher cipher;
  private final BlindIndex index;
  private final BusinessClock clock;

  Rotations(
      AgroalDataSource dataSource, PersonalCipher cipher, BlindIndex index, BusinessClock clock) {
    this.dataSource = dataSource;
    this.cipher = cipher;
    this.index = index;
    this.clock = clock;
  }

  Optional<KeyRotation> find(UUID id) {
    return select(BY_ID, id);
  }

  Optional<KeyRotation> latest() {
    return select(LATEST, null);
  }

  /** Begins one to the keys that are current; false when such a one runs already. */
  boolean begin(UUID id, String by, List<Passage> passages) {
    try (Connection connection = dataSource.getConnection()) {
      try (PreparedStatement update = connection.prepareStatement(SUPERSEDE)) {
        update.setObject(1, now());
        update.setString(2, cipher.currentKey());
        update.setString(3, index.currentKey());
        update.executeUpdate();
      }
      try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
        insert.setObject(1, id);
        insert.setString(2, cipher.currentKey());
        insert.setString(3, index.currentKey());
        insert.setString(4, by);
        insert.setObject(5, now());
        if (insert.executeUpdate() == 0) {
          return false;
        }
      }
      addSteps(connection, id, passages);
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("the rotation could not be begun", e);
    }
  }

  private static void addSteps(Connection connection, UUID id, List<Passage> passages)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD_STEP)) {
      for (int no = 0; no < passages.size(); no++) {
        insert.setObject(1, id);
        insert.setInt(2, no);
        insert.setString(3, passages.get(no).name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The next step to be gone on with, which is this transaction's alone. */
  Optional<RotationStep> holdStep(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLD_STEP)) {
      select.setString(1, cipher.currentKey());
      select.setString(2, index.currentKey());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(RotationStep.of(row)) : Optional.empty();
      }
    }
  }

  void keep(Connection connection, RotationStep step) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(KEEP_STEP)) {
      update.setArray(
          1, step.position() == null ? null : connection.createArrayOf("text", step.position()));
      update.setLong(2, step.rowsChanged());
      update.setLong(3, step.passChanged());
      update.setLong(4, step.rowsFailed());
      update.setObject(5, step.finished() ? now() : null);
      update.setObject(6, step.rotationId());
      update.setInt(7, step.no());
      update.executeUpdate();
    }
  }

  /** Ends the one whose steps are all done; which it was. */
  Optional<UUID> complete(Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(COMPLETE)) {
      update.setObject(1, now());
      try (ResultSet row = update.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC);
  }

  private Optional<KeyRotation> select(String sql, UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      if (id != null) {
        select.setObject(1, id);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(rotation(connection, row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the rotation could not be read", e);
    }
  }

  private static KeyRotation rotation(Connection connection, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new KeyRotation(
        id,
        KeyRotation.State.valueOf(row.getString("state")),
        row.getString("cipher_key"),
        row.getString("index_key"),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        steps(connection, id));
  }

  private static List<KeyRotation.Step> steps(Connection connection, UUID id) throws SQLException {
    List<KeyRotation.Step> steps = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(STEPS)) {
      select.setObject(1, id);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          RotationStep step = RotationStep.of(rows);
          steps.add(
              new KeyRotation.Step(
                  step.table(), step.rowsChanged(), step.rowsFailed(), step.finished()));
        }
      }
    }
    return steps;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
