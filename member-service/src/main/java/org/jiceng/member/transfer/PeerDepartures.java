package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MemberEvent.TransferEvent;
import org.jiceng.events.TransferDirection;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.Members;
import org.jiceng.member.person.Persons;

/**
 * The source's end of a transfer that another district answers. This district alone decides whether
 * the member goes, and from when on.
 */
@ApplicationScoped
public class PeerDepartures {
  private static final String NAME = "select name from organization_node where organization_id = ?";

  private final Transfers transfers;
  private final Crossings crossings;
  private final Members members;
  private final Persons persons;
  private final Database database;
  private final TransferPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  PeerDepartures(
      Transfers transfers,
      Crossings crossings,
      Members members,
      Persons persons,
      Database database,
      TransferPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.transfers = transfers;
    this.crossings = crossings;
    this.members = members;
    this.persons = persons;
    this.database = database;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whom the other district is offered, and by which letter. */
  public Traveller traveller(UUID transferId) {
    Transfer transfer = transfers.require(transferId);
    Member member = members.require(transfer.memberId);
    Letter letter = transfer.letter;
    audit.write("offer", "member", member.id());
    return new Traveller(
        persons.open(member.person()),
        member.profile().ethnicity(),
        member.profile().education(),
        member.status(),
        member.joinedOn(),
        database.first(NAME, row -> row.getString(1), transfer.sourceId).orElseThrow(),
        letter.number(),
        letter.issuedOn(),
        letter.validUntil());
  }

  /**
   * From which day on the member belongs to the other district. The first time this ends the
   * membership here; every other time it is the same day.
   */
  public LocalDate release(String peer, UUID transferId, int letter) {
    Member member = members.hold(require(peer, transferId).memberId);
    Transfer transfer = transfers.hold(transferId);
    return isGone(transfer) ? transfer.closedOn : crossings.release(transfer, member, letter);
  }

  /** The other district does not want the member. */
  public void refused(String peer, UUID transferId, int letter, String reasonCode) {
    Transfer transfer = hold(peer, transferId);
    keep(transfer, transfer.refusedElsewhere(letter, reasonCode, clock.today()), "refuse");
  }

  /** The other district wants the letter put right. */
  public void returned(String peer, UUID transferId, int letter, String reasonCode) {
    Transfer transfer = hold(peer, transferId);
    keep(transfer, transfer.returnedElsewhere(letter, reasonCode, clock.today(), policy), "return");
  }

  /**
   * The member is one there: the receipt, and with it the end of this district's responsibility.
   */
  public void arrived(String peer, UUID transferId) {
    Transfer transfer = hold(peer, transferId);
    if (transfer.state != TransferState.ACKNOWLEDGED) {
      keep(transfer, transfer.acknowledge(transfer.closedOn), "acknowledge");
    }
  }

  private static boolean isGone(Transfer transfer) {
    return transfer.state == TransferState.COMPLETED
        || transfer.state == TransferState.ACKNOWLEDGED;
  }

  private Transfer hold(String peer, UUID transferId) {
    require(peer, transferId);
    return transfers.hold(transferId);
  }

  /** What another district has no part in is not there for it (404). */
  private Transfer require(String peer, UUID transferId) {
    Transfer transfer = transfers.require(transferId);
    if (transfer.direction != TransferDirection.OUT || !peer.equals(transfer.peer)) {
      throw Problem.notFound();
    }
    return transfer;
  }

  private void keep(Transfer transfer, TransferEvent told, String action) {
    transfers.keep(transfer);
    outbox.append(told, transfer.lastFact());
    audit.write(action, "transfer", transfer.id);
  }
}
