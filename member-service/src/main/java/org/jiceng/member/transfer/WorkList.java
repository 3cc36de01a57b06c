package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.database.Conditions;
import org.jiceng.member.database.Database;
import org.jiceng.member.transfer.TransferFilter.Direction;

/** What lies on the desk of each office, and a member's own transfers; by id, which is by entry. */
@ApplicationScoped
public class WorkList {
  private static final String SELECT = "select t.* from transfer t where true";
  private static final String LEAVING = within("t.source_id");
  private static final String COMING = within("t.destination_id");

  private final Transfers transfers;
  private final Offices offices;
  private final TransferViews views;
  private final Database database;
  private final Scopes scopes;
  private final Caller caller;
  private final Audit audit;

  WorkList(
      Transfers transfers,
      Offices offices,
      TransferViews views,
      Database database,
      Scopes scopes,
      Caller caller,
      Audit audit) {
    this.transfers = transfers;
    this.offices = offices;
    this.views = views;
    this.database = database;
    this.scopes = scopes;
    this.caller = caller;
    this.audit = audit;
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
      withinScope(query, filter.direction);
    } else {
      query.and("t.member_id = ?", caller.memberId().orElseThrow(Problem::notFound));
    }
    atEnd(query, filter)
        .and("t.member_id = ?", filter.memberId)
        .and("t.state = ?", filter.state)
        .and("t.state = 'APPROVED' and t.valid_until <= ?", filter.due)
        .and("t.transfer_id > ?", page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
    List<Transfer> found =
        query.list(database, "t.transfer_id", page.fetchSize(), Transfers::transfer);
    Page<Transfer> cut = page.page(found, transfer -> Cursor.of(transfer.id));
    audit.read("transfer", cut.items().stream().map(transfer -> transfer.id).toList());
    return new Page<>(cut.items().stream().map(views::of).toList(), cut.nextCursor());
  }

  private void withinScope(Conditions query, Direction direction) {
    scopes
        .pathPrefix()
        .ifPresent(
            path -> {
              if (direction == null) {
                query.and("(" + LEAVING + " or " + COMING + ")", path, path);
              } else {
                query.and(direction == Direction.in ? COMING : LEAVING, path);
              }
            });
  }

  private static Conditions atEnd(Conditions query, TransferFilter filter) {
    UUID end = filter.organizationId;
    if (filter.direction == null) {
      return end == null ? query : query.and("(t.source_id = ? or t.destination_id = ?)", end, end);
    }
    return query.and(
        filter.direction == Direction.in ? "t.destination_id = ?" : "t.source_id = ?", end);
  }

  private static String within(String column) {
    return column + " in (select organization_id from organization_node where path <@ ?::ltree)";
  }
}
