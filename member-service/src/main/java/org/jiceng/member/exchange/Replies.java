package org.jiceng.member.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.personal.BlindIndex;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** What was answered to the messages of other districts, kept for ever. */
@ApplicationScoped
class Replies {
  // A second one that comes at the same time waits here for the first to commit.
  private static final String BEGIN =
      """
      insert into exchange_reply (peer, message_id, fingerprint, fingerprint_key, received_at)
      values (?, ?, ?, ?, ?)
      on conflict (peer, message_id) do nothing""";
  private static final String FIRST =
      """
      select fingerprint, fingerprint_key, answer from exchange_reply
       where peer = ? and message_id = ?""";
  private static final String KEEP =
      "update exchange_reply set answer = ? where peer = ? and message_id = ?";

  private final Database database;
  private final BlindIndex index;
  private final ObjectMapper json;
  private final BusinessClock clock;

  Replies(Database database, BlindIndex index, ObjectMapper json, BusinessClock clock) {
    this.database = database;
    this.index = index;
    this.json = json;
    this.clock = clock;
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by its bytes
  private record First(byte[] fingerprint, String key, String answer) {}

  /** The first answer; empty if this is the first time. Another message under its id is 422. */
  Optional<Answer> first(PeerRequest request) {
    int begun =
        database.change(
            BEGIN,
            request.peer(),
            request.messageId(),
            index.of(request.content()),
            index.currentKey(),
            Messages.at(clock.now()));
    if (begun == 1) {
      return Optional.empty();
    }
    First first =
        database
            .first(
                FIRST,
                row -> new First(row.getBytes(1), row.getString(2), row.getString(3)),
                request.peer(),
                request.messageId())
            .orElseThrow();
    if (isAnother(request, first)) {
      throw new Problem(ExchangeProblems.MESSAGE_CHANGED);
    }
    return Optional.of(read(first.answer()));
  }

  /** Under a key that is gone nothing can be told apart any more; the first answer harms nobody. */
  private boolean isAnother(PeerRequest request, First first) {
    return index.knows(first.key()) && !index.matches(first.fingerprint(), request.content());
  }

  /** Keeps the answer in the transaction of its effect. */
  void keep(PeerRequest request, Answer answer) {
    database.change(KEEP, write(answer), request.peer(), request.messageId());
  }

  private Answer read(String answer) {
    try {
      return json.readValue(answer, Answer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer could not be read", e);
    }
  }

  private String write(Answer answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer could not be written", e);
    }
  }
}
