package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import org.jiceng.events.MemberEvent;
import org.jiceng.events.TransferStep;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.member.membership.Arrivals;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.MemberAffiliated;
import org.jiceng.member.membership.Members;
import org.jiceng.member.membership.MembershipOver;

/**
 * What crossing the district's border does to a membership: it ends here, or begins here. Whether
 * the caller may, is the desk's to ask; whether the transfer can, its own.
 */
@ApplicationScoped
class Crossings {
  private final Transfers transfers;
  private final IncomingPersons newcomers;
  private final Members members;
  private final Arrivals arrivals;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<MembershipOver> endings;
  private final Event<MemberAffiliated> beginnings;

  Crossings(
      Transfers transfers,
      IncomingPersons newcomers,
      Members members,
      Arrivals arrivals,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<MembershipOver> endings,
      Event<MemberAffiliated> beginnings) {
    this.transfers = transfers;
    this.newcomers = newcomers;
    this.members = members;
    this.arrivals = arrivals;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.endings = endings;
    this.beginnings = beginnings;
  }

  /** The member belongs to another district from that day on. */
  void leave(Transfer transfer, Member member, LocalDate on) {
    MemberEvent ended = transfer.leave(member, on);
    members.keepEnd(member);
    transfers.keep(transfer);
    tell(ended, on);
    tell(transfer.told(TransferStep.COMPLETED), on);
    audit.write("end", "member", member.id());
    audit.write("leave", "transfer", transfer.id);
    endings.fire(new MembershipOver(member.id(), on));
  }

  /** Whoever was on the way in is a member from that day on. */
  void arrive(Transfer transfer, LocalDate on) {
    Member newcomer = newcomers.require(transfer).member(transfer, on);
    MemberEvent admitted = transfer.arrive(newcomer, on, clock.today());
    arrivals.add(newcomer);
    transfers.keep(transfer);
    tell(admitted, on);
    tell(transfer.told(TransferStep.COMPLETED), on);
    audit.write("admit", "member", newcomer.id());
    audit.write("receive", "transfer", transfer.id);
    beginnings.fire(MemberAffiliated.of(newcomer));
  }

  /** The other district asks for the member by one of the letters; answers the day of the move. */
  LocalDate release(Transfer transfer, Member member, int letter) {
    MemberEvent ended = transfer.release(member, letter, clock.today());
    LocalDate on = transfer.closedOn;
    members.keepEnd(member);
    transfers.keep(transfer);
    tell(ended, on);
    tell(transfer.told(TransferStep.COMPLETED), on);
    audit.write("end", "member", member.id());
    audit.write("release", "transfer", transfer.id);
    endings.fire(new MembershipOver(member.id(), on));
    return on;
  }

  /** The other district has released whoever was on the way in. */
  void arriveReleased(Transfer transfer, LocalDate on) {
    Member newcomer = newcomers.require(transfer).member(transfer, on);
    MemberEvent admitted = transfer.arriveReleased(newcomer, on);
    arrivals.add(newcomer);
    transfers.keep(transfer);
    tell(admitted, on);
    tell(transfer.told(TransferStep.COMPLETED), on);
    audit.write("admit", "member", newcomer.id());
    audit.write("receive", "transfer", transfer.id);
  }

  /** Refuses who is a present member here already (409). */
  void requireNoMember(Transfer transfer) {
    arrivals.requireNoMember(newcomers.require(transfer).person());
  }

  private void tell(MemberEvent event, LocalDate on) {
    outbox.append(event, on);
  }
}
