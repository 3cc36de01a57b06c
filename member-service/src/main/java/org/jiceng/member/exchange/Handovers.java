package org.jiceng.member.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jiceng.kit.database.Database;

/** What other districts have offered, and where members go that are offered to them. */
@ApplicationScoped
class Handovers {
  private static final String BEGIN =
      """
      insert into exchange_handover (peer, handover_id, letter) values (?, ?, 0)
      on conflict (peer, handover_id) do nothing""";
  private static final String HOLD =
      "select * from exchange_handover where peer = ? and handover_id = ? for update";
  private static final String KEEP =
      """
      update exchange_handover set letter = ?, transfer_id = ?
       where peer = ? and handover_id = ?""";

  private final Database database;

  Handovers(Database database) {
    this.database = database;
  }

  /**
   * How far an offer has come.
   *
   * @param letter the last one that was heard of; 0 for none
   * @param transferId what became of it here; null for nothing yet
   */
  record Handover(int letter, UUID transferId) {
    static Handover of(ResultSet row) throws SQLException {
      return new Handover(row.getInt("letter"), row.getObject("transfer_id", UUID.class));
    }
  }

  /** How far it has come, which is this transaction's to change until it ends. */
  Handover hold(String peer, UUID handoverId) {
    database.change(BEGIN, peer, handoverId);
    return database.first(HOLD, Handover::of, peer, handoverId).orElseThrow();
  }

  void keep(String peer, UUID handoverId, Handover now) {
    database.change(KEEP, now.letter(), now.transferId(), peer, handoverId);
  }

  /** What the other district calls a transfer into this one. */
  UUID idOf(UUID transferId) {
    return database
        .first(
            "select handover_id from exchange_handover where transfer_id = ?",
            row -> row.getObject(1, UUID.class),
            transferId)
        .orElseThrow();
  }

  void addDeparture(UUID transferId, String destinationCode) {
    database.change(
        "insert into exchange_departure (transfer_id, destination_code) values (?, ?)",
        transferId,
        destinationCode);
  }

  /** The organisation of the other district that a transfer out of this one leads to. */
  String destinationCode(UUID transferId) {
    return database
        .first(
            "select destination_code from exchange_departure where transfer_id = ?",
            row -> row.getString(1),
            transferId)
        .orElseThrow();
  }
}
