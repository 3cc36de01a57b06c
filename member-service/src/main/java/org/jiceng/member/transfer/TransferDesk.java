package org.jiceng.member.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.MemberEvent.TransferEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.member.membership.AffiliationCorrected;
import org.jiceng.member.membership.Discretion;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.MemberAffiliated;
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
  private static final String AFFILIATION_CORRECTED = "AFFILIATION_CORRECTED";

  private final Transfers transfers;
  private final Crossings crossings;
  private final TransferViews views;
  private final Persons persons;
  private final Members members;
  private final Offices offices;
  private final Discretion discretion;
  private final Organizations organizations;
  private final Preconditions preconditions;
  private final TransferPolicy policy;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;
  private final Event<PeerStep> peerSteps;
  private final Event<MemberAffiliated> beginnings;

  TransferDesk(
      Transfers transfers,
      Crossings crossings,
      TransferViews views,
      Persons persons,
      Members members,
      Offices offices,
      Discretion discretion,
      Organizations organizations,
      Preconditions preconditions,
      TransferPolicy policy,
      Outbox outbox,
      Audit audit,
      BusinessClock clock,
      Event<PeerStep> peerSteps,
      Event<MemberAffiliated> beginnings) {
    this.transfers = transfers;
    this.crossings = crossings;
    this.views = views;
    this.persons = persons;
    this.members = members;
    this.offices = offices;
    this.discretion = discretion;
    this.organizations = organizations;
    this.preconditions = preconditions;
    this.policy = policy;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.peerSteps = peerSteps;
    this.beginnings = beginnings;
  }

  /** Asks that a member move to another organisation of the district. */
  public TransferView request(NewTransfer wanted) {
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    Member member = members.hold(wanted.memberId());
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Transfer transfer = Transfer.within(id, member, wanted.destinationId(), on);
    transfer.reason = persons.seal(wanted.reason());
    offices.requireEither(transfer);
    organizations.requireActive("destinationId", transfer.destinationId);
    TransferEvent requested = requested(transfer, member);
    return answer(requested, transfer, on, "request");
  }

  /** Why a member cannot go, their source may know and they; for others there is no such member. */
  private TransferEvent requested(Transfer transfer, Member member) {
    try {
      TransferEvent requested = transfer.request(member, clock.today(), policy);
      organizations.requireActive("memberId", transfer.sourceId);
      transfers.add(transfer);
      return requested;
    } catch (Problem refused) {
      throw offices.knowsSource(transfer) ? refused : discretion.denying("member", member.id());
    }
  }

  TransferView approve(UUID id, String letterNumber, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Transfer transfer = transfers.hold(id);
    offices.requireSource(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent approved = transfer.approve(letterNumber, on, clock.today(), policy);
    transfers.keepApproval(transfer);
    return answer(approved, transfer, on, "approve");
  }

  TransferView sendBack(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Transfer transfer = transfers.hold(id);
    offices.requireDestination(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent returned = transfer.sendBack(reasonCode, on, clock.today(), policy);
    transfers.keep(transfer);
    return answer(returned, transfer, on, "return");
  }

  TransferView reissue(UUID id, String letterNumber, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Member member = members.hold(transfers.require(id).memberId);
    Transfer transfer = transfers.hold(id);
    offices.requireSource(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent reissued = transfer.reissue(letterNumber, member, on, policy);
    transfers.keepApproval(transfer);
    return answer(reissued, transfer, on, "reissue");
  }

  TransferView receive(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Transfer found = transfers.require(id);
    return switch (found.direction) {
      case WITHIN -> receiveWithin(found, on);
      case OUT -> leave(found, on);
      case IN -> found.peer == null ? arrive(found, on) : askForRelease(found, on);
    };
  }

  private TransferView receiveWithin(Transfer found, LocalDate on) {
    Member member = members.hold(found.memberId);
    Transfer transfer = transfers.hold(found.id);
    offices.requireDestination(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent completed = transfer.receive(member, on, clock.today());
    organizations.requireActive("destinationId", transfer.destinationId);
    members.keepMove(member);
    transfers.keep(transfer);
    beginnings.fire(MemberAffiliated.of(member));
    return answer(completed, transfer, on, "receive");
  }

  /** The receipt has come back from elsewhere, so the source knows of it by the same act. */
  private TransferView leave(Transfer found, LocalDate on) {
    Member member = members.hold(found.memberId);
    Transfer transfer = transfers.hold(found.id);
    offices.requireSource(transfer);
    preconditions.requireVersion(transfer.version);
    crossings.leave(transfer, member, on);
    TransferEvent acknowledged = transfer.acknowledge(on);
    transfers.keep(transfer);
    return answer(acknowledged, transfer, on, "acknowledge");
  }

  private TransferView arrive(Transfer found, LocalDate on) {
    Transfer transfer = transfers.hold(found.id);
    offices.requireDestination(transfer);
    preconditions.requireVersion(transfer.version);
    organizations.requireActive("destinationId", transfer.destinationId);
    crossings.arrive(transfer, on);
    return views.of(transfer);
  }

  /** This affiliates nobody yet: the other district says from when on. */
  private TransferView askForRelease(Transfer found, LocalDate on) {
    Transfer transfer = transfers.hold(found.id);
    offices.requireDestination(transfer);
    preconditions.requireVersion(transfer.version);
    organizations.requireActive("destinationId", transfer.destinationId);
    transfer.askForRelease(on, clock.today());
    crossings.requireNoMember(transfer);
    transfers.keep(transfer);
    audit.write("ask-for-release", "transfer", transfer.id);
    peerSteps.fire(PeerStep.of(transfer));
    return views.of(transfer);
  }

  TransferView acknowledge(UUID id, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Transfer transfer = transfers.hold(id);
    offices.requireAcknowledging(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent acknowledged = transfer.acknowledge(on);
    transfers.keep(transfer);
    return answer(acknowledged, transfer, on, "acknowledge");
  }

  TransferView refuse(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Transfer transfer = transfers.hold(id);
    offices.requireTurn(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent refused = transfer.refuse(reasonCode, on);
    transfers.keep(transfer);
    return answer(refused, transfer, on, "refuse");
  }

  TransferView cancel(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Transfer transfer = transfers.hold(id);
    offices.requireEither(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent cancelled = transfer.cancel(reasonCode, on);
    transfers.keep(transfer);
    return answer(cancelled, transfer, on, "cancel");
  }

  /** The member's own withdrawal (404 for anybody else). */
  TransferView withdraw(UUID id, String reasonCode) {
    LocalDate today = clock.today();
    Transfer transfer = transfers.hold(id);
    offices.requireOwn(transfer);
    preconditions.requireVersion(transfer.version);
    TransferEvent withdrawn = transfer.withdraw(reasonCode, today);
    transfers.keep(transfer);
    return answer(withdrawn, transfer, today, "cancel");
  }

  /** A transfer does not outlive the membership. */
  void cancelOf(@Observes MembershipOver over) {
    cancelOpen(over.memberId(), MEMBERSHIP_ENDED, over.on());
  }

  /** Nor does it lead away from where the member never was. */
  void cancelOf(@Observes AffiliationCorrected corrected) {
    cancelOpen(corrected.memberId(), AFFILIATION_CORRECTED, corrected.on());
  }

  private void cancelOpen(UUID memberId, String reasonCode, LocalDate since) {
    transfers
        .holdOpenOf(memberId)
        .ifPresent(
            transfer -> {
              LocalDate last = transfer.lastFact();
              LocalDate on = since.isBefore(last) ? last : since;
              TransferEvent cancelled = transfer.cancel(reasonCode, on);
              transfers.keep(transfer);
              tell(cancelled, transfer, on, "cancel");
            });
  }

  /** Expires a transfer that was left lying too long, unless another deals with it just now. */
  void expire(UUID id) {
    LocalDate today = clock.today();
    transfers
        .holdIfFree(id)
        .filter(transfer -> transfer.isOverdue(today))
        .ifPresent(
            transfer -> {
              TransferEvent expired = transfer.expire(today);
              transfers.keep(transfer);
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
    if (transfer.peer != null) {
      peerSteps.fire(PeerStep.of(transfer));
    }
  }
}
