package org.jiceng.member.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.personal.PersonalCipher;
import org.jiceng.kit.time.BusinessClock;

/** What is to be said to other districts. */
@ApplicationScoped
class Messages {
  private static final String PUT =
      """
      insert into exchange_message (message_id, transfer_id, peer, kind, state, body,
                                    next_attempt_at, created_at)
      values (?, ?, ?, ?, 'WAITING', ?, ?, ?)""";

  // Of each transfer only the first that is unanswered, dead or not, so that none overtakes
  // another.
  private static final String DUE =
      """
      select * from exchange_message m
       where m.state = 'WAITING' and m.next_attempt_at <= ?
         and not exists (select from exchange_message earlier
                          where earlier.transfer_id = m.transfer_id
                            and earlier.state in ('WAITING', 'DEAD')
                            and earlier.sequence < m.sequence)
       order by m.next_attempt_at, m.sequence limit 100""";

  private static final String ASKING =
      "select * from exchange_message where state = 'WAITING' and kind = 'RELEASE' order by sequence";

  // The transfer first, as whoever takes a step in it and then says so.
  private static final String HOLD_TRANSFER =
      "select 1 from transfer where transfer_id = ? for no key update";

  private static final String HOLD =
      "select * from exchange_message where message_id = ? and state = 'WAITING' for update";

  private static final String SETTLE =
      """
      update exchange_message set state = ?, body = null, failure = null, settled_at = ?
       where message_id = ?""";

  private static final String FORGET =
      """
      update exchange_message set state = 'OBSOLETE', body = null, settled_at = ?
       where transfer_id = ? and state in ('WAITING', 'DEAD')""";

  private static final String POSTPONE =
      """
      update exchange_message
         set attempts = ?, refusals = ?, state = ?, failure = ?, next_attempt_at = ?
       where message_id = ? and state = 'WAITING'""";

  private static final String HURRY =
      """
      update exchange_message set next_attempt_at = ?
       where message_id in
             (select message_id from exchange_message
               where peer = ? and state = 'WAITING' and refusals = 0 and next_attempt_at > ?
                 for update skip locked)""";

  private final Database database;
  private final PersonalCipher cipher;
  private final ObjectMapper json;
  private final BusinessClock clock;

  Messages(Database database, PersonalCipher cipher, ObjectMapper json, BusinessClock clock) {
    this.database = database;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /** One more to be sent, in the transaction of what it tells of. */
  void put(MessageKind kind, UUID transferId, String peer, Object body) {
    OffsetDateTime now = at(clock.now());
    database.change(
        PUT, UuidCreator.getTimeOrderedEpoch(), transferId, peer, kind, sealed(body), now, now);
  }

  /** Those that may go out now. */
  List<Message> due() {
    return database.list(DUE, Message::of, at(clock.now()));
  }

  /** Those that ask for a release, due or not. */
  List<Message> asking() {
    return database.list(ASKING, Message::of);
  }

  byte[] body(Message message) {
    return cipher.decryptBytes(
        database
            .first(
                "select body from exchange_message where message_id = ?",
                row -> row.getBytes(1),
                message.id())
            .orElseThrow());
  }

  /** The message, if it still waits, which is this transaction's until it ends. */
  Optional<Message> holdWaiting(Message message) {
    database.first(HOLD_TRANSFER, row -> 1, message.transferId());
    return database.first(HOLD, Message::of, message.id());
  }

  /** It has been answered, and what it told of a person is forgotten. */
  void answered(Message message) {
    database.change(SETTLE, "ANSWERED", at(clock.now()), message.id());
  }

  /** Nobody has to hear any more what still waits about a transfer. */
  void forget(UUID transferId) {
    database.change(FORGET, at(clock.now()), transferId);
  }

  void postpone(Message message, boolean refused, boolean dead, String failure, Instant next) {
    database.change(
        POSTPONE,
        message.attempts() + 1,
        message.refusals() + (refused ? 1 : 0),
        dead ? "DEAD" : "WAITING",
        failure,
        at(next),
        message.id());
  }

  /** A district that lives has no need to wait for what only its silence had put off. */
  void hurry(String peer) {
    OffsetDateTime now = at(clock.now());
    database.change(HURRY, now, peer, now);
  }

  static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private byte[] sealed(Object body) {
    try {
      return cipher.encrypt(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message could not be written", e);
    }
  }
}
