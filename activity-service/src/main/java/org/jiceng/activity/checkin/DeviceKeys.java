package org.jiceng.activity.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Database;

/** The keys of all phones; those that were revoked are kept, and never come back. */
@ApplicationScoped
class DeviceKeys {
  // One at a time registers keys for a member, so that their number holds.
  private static final String HOLD =
      "select pg_advisory_xact_lock(hashtextextended('device-key:' || ?::text, 0))";

  private static final String ADD =
      """
      insert into device_key (device_key_id, member_id, thumbprint, jwk, registered_at)
      values (?, ?, ?, ?, ?) on conflict (thumbprint) do nothing""";

  private static final String REVOKE =
      "update device_key set revoked_at = ? where device_key_id = ? and revoked_at is null";

  private static final String USABLE =
      "select * from device_key where device_key_id = ? and member_id = ? and jwk is not null";

  private final Database database;

  DeviceKeys(Database database) {
    this.database = database;
  }

  void hold(UUID member) {
    database.list(HOLD, row -> true, member);
  }

  /** All of a member's, the latest first. */
  List<DeviceKey> of(UUID member) {
    return database.list(
        "select * from device_key where member_id = ? order by registered_at desc, device_key_id",
        DeviceKeys::read,
        member);
  }

  Optional<DeviceKey> find(UUID id, UUID member) {
    return database.first(
        "select * from device_key where device_key_id = ? and member_id = ?",
        DeviceKeys::read,
        id,
        member);
  }

  /** The same, while its public half is known. */
  Optional<DeviceKey> usable(UUID id, UUID member) {
    return database.first(USABLE, DeviceKeys::read, id, member);
  }

  /** Whether it is new to all. */
  boolean add(DeviceKey key) {
    return database.change(
            ADD,
            key.id(),
            key.memberId(),
            key.thumbprint(),
            key.jwk(),
            key.registeredAt().atOffset(ZoneOffset.UTC))
        == 1;
  }

  boolean revoke(UUID id, Instant at) {
    return database.change(REVOKE, at.atOffset(ZoneOffset.UTC), id) == 1;
  }

  private static DeviceKey read(ResultSet row) throws SQLException {
    OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
    return new DeviceKey(
        row.getObject("device_key_id", UUID.class),
        row.getObject("member_id", UUID.class),
        row.getString("thumbprint"),
        row.getString("jwk"),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        revoked == null ? null : revoked.toInstant());
  }
}
