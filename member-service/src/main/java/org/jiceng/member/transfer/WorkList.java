package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.transfer.TransferFilter.Direction;
import org.jiceng.member.transfer.TransferFilter.Order;

/** What lies on the desk of each office, and a member's own transfers. */
@ApplicationScoped
public class WorkList {
  private static final String SELECT = "select t.* from transfer t where true";
  private static final String LEAVING = within("t.source_id");
  private static final String COMING = within("t.destination_id");
  private static final String TURN = within("t.turn_id");
  // What has run out is nobody's turn, also before the sweep has closed it.
  private static final String ACTABLE =
      "(t.act_until is null or t.act_until >= ? or t.release_asked_on is not null)";
  private static final String WAITING =
      "t.state in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED')";

  private static final String LETTER_OUT = "t.state in ('APPROVED', 'RETURNED') and t.valid_until";

  private final Transfers transfers;
  private final Offices offices;
  private final TransferViews views;
  private final Database database;
  private final Scopes scopes;
  private final Caller caller;
  private final Audit audit;
  private final BusinessClock clock;

  WorkList(
      Transfers transfers,
      Offices offices,
      TransferViews views,
      Database database,
      Scopes scopes,
      Caller caller,
      Audit audit,
      BusinessClock clock) {
    this.transfers = transfers;
    this.offices = offices;
    this.views = views;
    this.database = database;
    this.scopes = scopes;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  TransferView one(UUID id) {
    Transfer transfer = transfers.require(id);
    offices.requireSight(transfer);
    audit.read("transfer", id);
    return views.of(transfer);
  }

  Page<TransferView> page(TransferFilter filter, PageRequest page) {
    Conditions query = new Conditions(SELECT);
    if (offices.mayLook()) {
      String path = scopes.pathPrefix().orElse(null);
      withinScope(query, filter, path);
      atEnd(query, filter, path);
    } else {
      query
          .and("t.member_id = ?", caller.memberId().orElseThrow(Problem::notFound))
          .and("t.turn_id is null and ?", filter.turn ? false : null);
      atEnd(query, filter, null);
    }
    query
        .and("t.member_id = ?", filter.memberId)
        .and("t.batch_id = ?", filter.batchId)
        .and("t.state = ?", filter.state)
        .and(WAITING + " and t.due_on <= ?", filter.due)
        .and(WAITING + " and t.due_on < ?", filter.overdue ? clock.today() : null)
        .and(WAITING + " and t.escalate_on <= ?", filter.escalated ? clock.today() : null);
    if (filter.letterUntil != null) {
      query.and(LETTER_OUT + " between ? and ?", clock.today(), filter.letterUntil);
    }
    List<Transfer> found = inOrder(query, filter.order, page);
    Page<Transfer> cut = page.page(found, transfer -> cursor(transfer, filter.order));
    audit.read("transfer", cut.items().stream().map(transfer -> transfer.id).toList());
    return new Page<>(views.of(cut.items()), cut.nextCursor());
  }

  private List<Transfer> inOrder(Conditions query, Order order, PageRequest page) {
    if (order == Order.entry) {
      query.and("t.transfer_id > ?", page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
      return query.list(database, "t.transfer_id", page.fetchSize(), Transfers::transfer);
    }
    query.and(WAITING + " and ?", true);
    page.cursor()
        .ifPresent(
            after -> query.and("(t.due_on, t.transfer_id) > (?, ?)", after.date(0), after.uuid(1)));
    return query.list(database, "t.due_on, t.transfer_id", page.fetchSize(), Transfers::transfer);
  }

  private static Cursor cursor(Transfer last, Order order) {
    return order == Order.entry ? Cursor.of(last.id) : Cursor.of(last.deadlines.dueOn(), last.id);
  }

  private void withinScope(Conditions query, TransferFilter filter, String path) {
    query
        .and("t.turn_id is not null and ?", filter.turn ? true : null)
        .and(ACTABLE, filter.turn ? clock.today() : null)
        .and(TURN, filter.turn ? path : null);
    if (filter.direction == null) {
      query.and("(" + LEAVING + " or " + COMING + ")", path, path);
    } else {
      query.and(filter.direction == Direction.in ? COMING : LEAVING, path);
    }
  }

  /** Who may not see the source of a request may not find it by its source either. */
  private static void atEnd(Conditions query, TransferFilter filter, String path) {
    UUID end = filter.organizationId;
    if (filter.direction != null) {
      query.and(filter.direction == Direction.in ? "t.destination_id = ?" : "t.source_id = ?", end);
    } else if (end != null && path != null) {
      query.and(
          "(t.destination_id = ? or t.source_id = ?"
              + " and (t.letter_number is not null or t.batch_id is not null or "
              + LEAVING
              + "))",
          end,
          end,
          path);
    } else if (end != null) {
      query.and("(t.source_id = ? or t.destination_id = ?)", end, end);
    }
  }

  private static String within(String column) {
    return column + " in (select organization_id from organization_node where path <@ ?::ltree)";
  }
}
