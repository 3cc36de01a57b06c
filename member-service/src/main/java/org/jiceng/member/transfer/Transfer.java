package org.jiceng.member.transfer;

import static org.jiceng.member.transfer.TransferState.APPROVED;
import static org.jiceng.member.transfer.TransferState.CANCELLED;
import static org.jiceng.member.transfer.TransferState.COMPLETED;
import static org.jiceng.member.transfer.TransferState.EXPIRED;
import static org.jiceng.member.transfer.TransferState.REFUSED;
import static org.jiceng.member.transfer.TransferState.REQUESTED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.events.MemberEvent.TransferApproved;
import org.jiceng.events.MemberEvent.TransferCancelled;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.MemberEvent.TransferExpired;
import org.jiceng.events.MemberEvent.TransferRefused;
import org.jiceng.events.MemberEvent.TransferRequested;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.membership.Member;

/**
 * Moves a member's affiliation from one organisation to another; the member belongs to the source
 * until receipt.
 */
final class Transfer {
  final UUID id;
  final UUID memberId;
  final UUID sourceId;
  final UUID destinationId;
  final LocalDate requestedOn;
  TransferState state = REQUESTED;
  Letter letter;
  LocalDate closedOn;
  String reasonCode;
  byte[] reason;
  long version;

  Transfer(UUID id, UUID memberId, UUID sourceId, UUID destinationId, LocalDate requestedOn) {
    this.id = id;
    this.memberId = memberId;
    this.sourceId = sourceId;
    this.destinationId = destinationId;
    this.requestedOn = requestedOn;
  }

  /** A new one, out of where the member is. */
  static Transfer of(UUID id, Member member, UUID destinationId, LocalDate on) {
    return new Transfer(id, member.id(), member.organizationId(), destinationId, on);
  }

  /** What asking for it tells: of a present member, to another organisation. */
  TransferRequested request(Member member) {
    member.requireCurrent();
    if (destinationId.equals(sourceId)) {
      throw new Problem(TransferProblems.TO_ITSELF).at("destinationId");
    }
    requireNotBefore(member.affiliatedOn(), requestedOn);
    return new TransferRequested(id, memberId, sourceId, destinationId);
  }

  /** The source agrees and issues a letter. */
  TransferApproved approve(String letterNumber, LocalDate on, TransferPolicy policy) {
    require(REQUESTED);
    requireNotBefore(requestedOn, on);
    letter = new Letter(letterNumber, on, policy.validUntil(on));
    state = APPROVED;
    version++;
    return new TransferApproved(id, memberId, sourceId, destinationId, letter.validUntil());
  }

  /** The destination receives the member, who belongs there from that day on. */
  TransferCompleted receive(Member member, LocalDate on, LocalDate today) {
    require(APPROVED);
    letter.requireGood(today);
    requireNotBefore(letter.issuedOn(), on);
    member.requireCurrent();
    if (!sourceId.equals(member.organizationId())) {
      throw new Problem(TransferProblems.MEMBER_ELSEWHERE);
    }
    member.move(destinationId, on);
    close(COMPLETED, null, on);
    return new TransferCompleted(id, memberId, sourceId, destinationId);
  }

  /** The source (before the letter) or the destination (after it) says no. */
  TransferRefused refuse(String reason, LocalDate on) {
    require(REQUESTED, APPROVED);
    requireNotBefore(lastFact(), on);
    close(REFUSED, reason, on);
    return new TransferRefused(id, memberId, sourceId, destinationId, reason);
  }

  /** Whoever asked for it does so no longer. */
  TransferCancelled cancel(String reason, LocalDate on) {
    require(REQUESTED, APPROVED);
    requireNotBefore(lastFact(), on);
    close(CANCELLED, reason, on);
    return new TransferCancelled(id, memberId, sourceId, destinationId);
  }

  /** The letter has run out; from the day after its last. */
  TransferExpired expire(LocalDate today) {
    require(APPROVED);
    if (!letter.isExpired(today)) {
      throw new IllegalStateException("the letter of transfer " + id + " is still good");
    }
    close(EXPIRED, null, letter.validUntil().plusDays(1));
    return new TransferExpired(id, memberId, sourceId, destinationId);
  }

  /** The day of the last fact about it. */
  LocalDate lastFact() {
    return letter == null ? requestedOn : letter.issuedOn();
  }

  private void close(TransferState end, String reason, LocalDate on) {
    state = end;
    reasonCode = reason;
    closedOn = on;
    version++;
  }

  private void require(TransferState... possible) {
    if (!Set.of(possible).contains(state)) {
      String wanted = Arrays.stream(possible).map(Enum::name).collect(Collectors.joining(", "));
      throw new Problem(TransferProblems.OTHER_STATE, state, wanted);
    }
  }

  private static void requireNotBefore(LocalDate first, LocalDate on) {
    if (on.isBefore(first)) {
      throw Problem.violation("effectiveOn", "before-last-change", first);
    }
  }
}
