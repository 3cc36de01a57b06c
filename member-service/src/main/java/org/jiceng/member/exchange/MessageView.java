package org.jiceng.member.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message to another district, without what it says.
 *
 * @param failure what befell it last, such as {@code no-connection}, {@code timeout} or the type of
 *     the problem that it was refused with
 */
@Schema(name = "ExchangeMessage")
public record MessageView(
    UUID id,
    UUID transferId,
    String peer,
    MessageKind kind,
    State state,
    int attempts,
    String failure,
    Instant nextAttemptAt,
    Instant createdAt,
    Instant settledAt) {

  /** How far it has come. */
  public enum State {
    /** Sent until it is answered. */
    WAITING,
    ANSWERED,
    /** A later fact has made it needless. */
    OBSOLETE,
    /** It arrives and is refused as such: something has to be put right, then it is sent again. */
    DEAD
  }

  static MessageView of(ResultSet row) throws SQLException {
    State state = State.valueOf(row.getString("state"));
    return new MessageView(
        row.getObject("message_id", UUID.class),
        row.getObject("transfer_id", UUID.class),
        row.getString("peer"),
        MessageKind.valueOf(row.getString("kind")),
        state,
        row.getInt("attempts"),
        row.getString("failure"),
        state == State.WAITING ? moment(row, "next_attempt_at") : null,
        moment(row, "created_at"),
        moment(row, "settled_at"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
