package org.jiceng.activity.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jiceng.kit.database.Database;

/** Who has checked in to what; kept also after the organiser has taken the attendance back. */
@ApplicationScoped
class CheckIns {
  private static final String ADD =
      """
      insert into check_in (activity_id, member_id, device_key_id, shown_from, scanned_at, received_at)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing""";

  private final Database database;

  CheckIns(Database database) {
    this.database = database;
  }

  /** Whether it is the first of that member to that activity. */
  boolean add(CheckInCode code, UUID keyId, Proof.Claims claims, Instant receivedAt) {
    return database.change(
            ADD,
            code.activityId(),
            claims.memberId(),
            keyId,
            code.shownFrom().atOffset(ZoneOffset.UTC),
            claims.scannedAt().atOffset(ZoneOffset.UTC),
            receivedAt.atOffset(ZoneOffset.UTC))
        == 1;
  }
}
