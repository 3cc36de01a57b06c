package org.jiceng.member.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Where one sees what waits for other districts, and has it sent again. */
@ApplicationScoped
class MessageDesk {
  private static final String REVIVE =
      """
      update exchange_message set state = 'WAITING', refusals = 0, next_attempt_at = ?
       where message_id = ? and state in ('WAITING', 'DEAD')
      returning *""";

  private final Database database;
  private final Scopes scopes;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<MessageWaiting> bell;

  MessageDesk(
      Database database,
      Scopes scopes,
      Audit audit,
      BusinessClock clock,
      Event<MessageWaiting> bell) {
    this.database = database;
    this.scopes = scopes;
    this.audit = audit;
    this.clock = clock;
    this.bell = bell;
  }

  Page<MessageView> page(MessageView.State state, String peer, PageRequest page) {
    scopes.requireWholeDistrict();
    List<MessageView> found =
        new Conditions("select * from exchange_message where true")
            .and("state = ?", state)
            .and("peer = ?", peer)
            .and("message_id > ?", page.cursor().map(cursor -> cursor.uuid(0)).orElse(null))
            .list(database, "message_id", page.fetchSize(), MessageView::of);
    return page.page(found, message -> Cursor.of(message.id()));
  }

  MessageView sendAgain(UUID id) {
    scopes.requireWholeDistrict();
    MessageView sent =
        database
            .first(REVIVE, MessageView::of, Messages.at(clock.now()), id)
            .orElseThrow(() -> notDead(id));
    audit.write("send-again", "exchange-message", id);
    bell.fire(new MessageWaiting());
    return sent;
  }

  private Problem notDead(UUID id) {
    return database
        .first("select 1 from exchange_message where message_id = ?", row -> 1, id)
        .map(there -> new Problem(ExchangeProblems.NOT_DEAD))
        .orElseGet(Problem::notFound);
  }
}
