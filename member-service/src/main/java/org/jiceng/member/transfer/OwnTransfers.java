package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Messages;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.Persons;

/** The transfers of the member who is calling, the latest first. */
@ApplicationScoped
class OwnTransfers {
  private static final String OWN = "select t.* from transfer t where t.member_id = ?";

  private final Transfers transfers;
  private final Organizations organizations;
  private final Persons persons;
  private final Database database;
  private final Caller caller;
  private final Audit audit;

  OwnTransfers(
      Transfers transfers,
      Organizations organizations,
      Persons persons,
      Database database,
      Caller caller,
      Audit audit) {
    this.transfers = transfers;
    this.organizations = organizations;
    this.persons = persons;
    this.database = database;
    this.caller = caller;
    this.audit = audit;
  }

  /** The member who the caller is (404 for who is none). */
  UUID me() {
    return caller.memberId().orElseThrow(Problem::notFound);
  }

  Page<OwnTransferView> page(PageRequest request, Messages words) {
    Conditions query =
        new Conditions(OWN, me())
            .and("t.transfer_id < ?", request.cursor().map(c -> c.uuid(0)).orElse(null));
    List<Transfer> found =
        query.list(database, "t.transfer_id desc", request.fetchSize(), Transfers::transfer);
    Page<Transfer> page = request.page(found, transfer -> Cursor.of(transfer.id));
    audit.read("transfer", page.items().stream().map(transfer -> transfer.id).toList());
    return new Page<>(views(page.items(), words), page.nextCursor());
  }

  /** One that the member has just acted on. */
  OwnTransferView one(UUID id, Messages words) {
    return views(List.of(transfers.require(id)), words).get(0);
  }

  private List<OwnTransferView> views(List<Transfer> found, Messages words) {
    Map<UUID, String> names =
        organizations.names(
            found.stream()
                .flatMap(transfer -> Stream.of(transfer.sourceId, transfer.destinationId))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return found.stream().map(transfer -> view(transfer, names, words)).toList();
  }

  private OwnTransferView view(Transfer transfer, Map<UUID, String> names, Messages words) {
    String elsewhere = persons.openText(transfer.elsewhere);
    String from = transfer.sourceId == null ? elsewhere : names.get(transfer.sourceId);
    String to = transfer.destinationId == null ? elsewhere : names.get(transfer.destinationId);
    Letter letter = transfer.letter;
    return new OwnTransferView(
        transfer.id,
        transfer.direction,
        transfer.state,
        words.text("own-transfer." + transfer.state, List.of(named(from), named(to))),
        from,
        to,
        transfer.requestedOn,
        transfer.deadlines.dueOn(),
        letter == null ? null : letter.number(),
        letter == null ? null : letter.validUntil(),
        transfer.reasonCode,
        transfer.state == TransferState.REQUESTED,
        transfer.version);
  }

  private static String named(String name) {
    return name == null ? "–" : name;
  }
}
