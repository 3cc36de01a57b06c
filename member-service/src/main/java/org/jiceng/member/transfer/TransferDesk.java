package org.jiceng.member.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MemberEvent.TransferEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.Members;
import org.jiceng.member.membership.MembershipOver;
import org.jiceng.member.organization.Organizations;
import org.jiceng.member.person.Persons;

/**
 * Where transfers are asked for, approved, received and ended: each in one transaction with its
 * event. Whoever holds both a member and a transfer takes the member first.
 */
@ApplicationScoped
public class TransferDesk {
  private static final String MEMBERSHIP_ENDED = "MEMBERSHIP_ENDED";

  private final Transfers transfers;
  private final TransferViews views;
  private final Persons persons;
  private final Members members;
  private final Offices offices;
  private final Organizations organizations;
  private final Preconditions preconditions;
  private final TransferPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  TransferDesk(
      Transfers transfers,
      TransferViews views,
      Persons persons,
      Members members,
      Offices offices,
      Organizations organizations,
      Preconditions preconditions,
      TransferPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.transfers = transfers;
    this.views = views;
    this.persons = persons;
    this.members = members;
    this.offices = offices;
    this.organizations = organizations;
    this.preconditions = preconditions;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  TransferView request(NewTransfer wanted) {
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    Member member = members.hold(wanted.memberId());
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Transfer transfer = Transfer.of(id, member, wanted.destinationId(), on);
    transfer.reason = persons.seal(wanted.reason());
    offices.requireEither(transfer);
    TransferEvent requested = transfer.request(member);
    organizations.requireActive("destinationId", transfer.destinationId, transfer.sourceId);
    transfers.add(transfer);
    return answer(requested, transfer, on, "request");
  }

  TransferView approve(UUID id, String letterNumber, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Transfer transfer = transfers.hold(id);
    offices.requireSource(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent approved = transfer.approve(letterNumber, on, policy);
    transfers.keepApproval(transfer);
    return answer(approved, transfer, on, "approve");
  }

  TransferView receive(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Member member = members.hold(transfers.require(id).memberId);
    Transfer transfer = transfers.hold(id);
    offices.requireDestination(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent completed = transfer.receive(member, on, clock.today());
    organizations.requireActive("destinationId", transfer.destinationId);
    members.keepMove(member);
    transfers.keepEnd(transfer);
    return answer(completed, transfer, on, "receive");
  }

  TransferView refuse(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Transfer transfer = transfers.hold(id);
    offices.requireTurn(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent refused = transfer.refuse(reasonCode, on);
    transfers.keepEnd(transfer);
    return answer(refused, transfer, on, "refuse");
  }

  TransferView cancel(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Transfer transfer = transfers.hold(id);
    offices.requireEither(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent cancelled = transfer.cancel(reasonCode, on);
    transfers.keepEnd(transfer);
    return answer(cancelled, transfer, on, "cancel");
  }

  /** A transfer does not outlive the membership. */
  void cancelOf(@Observes MembershipOver over) {
    transfers
        .holdOpenOf(over.memberId())
        .ifPresent(
            transfer -> {
              LocalDate last = transfer.lastFact();
              LocalDate on = over.on().isBefore(last) ? last : over.on();
              TransferEvent cancelled = transfer.cancel(MEMBERSHIP_ENDED, on);
              transfers.keepEnd(transfer);
              tell(cancelled, transfer, on, "cancel");
            });
  }

  /** Expires a transfer whose letter has run out, unless another deals with it just now. */
  void expire(UUID id) {
    LocalDate today = clock.today();
    transfers
        .holdDue(id, today)
        .ifPresent(
            transfer -> {
              TransferEvent expired = transfer.expire(today);
              transfers.keepEnd(transfer);
              tell(expired, transfer, transfer.closedOn, "expire");
            });
  }

  private TransferView answer(TransferEvent event, Transfer transfer, LocalDate on, String action) {
    tell(event, transfer, on, action);
    return views.of(transfer);
  }

  private void tell(TransferEvent event, Transfer transfer, LocalDate on, String action) {
    outbox.append(event, on);
    audit.write(action, "transfer", transfer.id);
  }
}
