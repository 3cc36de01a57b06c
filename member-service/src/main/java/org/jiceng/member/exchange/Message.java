package org.jiceng.member.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Something that another district has to be told. */
record Message(
    UUID id, UUID transferId, String peer, MessageKind kind, int attempts, int refusals) {
  static Message of(ResultSet row) throws SQLException {
    return new Message(
        row.getObject("message_id", UUID.class),
        row.getObject("transfer_id", UUID.class),
        row.getString("peer"),
        MessageKind.valueOf(row.getString("kind")),
        row.getInt("attempts"),
        row.getInt("refusals"));
  }
}
