package org.jiceng.member.transfer;

import static org.jiceng.member.transfer.TransferState.ACKNOWLEDGED;
import static org.jiceng.member.transfer.TransferState.APPROVED;
import static org.jiceng.member.transfer.TransferState.CANCELLED;
import static org.jiceng.member.transfer.TransferState.COMPLETED;
import static org.jiceng.member.transfer.TransferState.EXPIRED;
import static org.jiceng.member.transfer.TransferState.REFUSED;
import static org.jiceng.member.transfer.TransferState.REQUESTED;
import static org.jiceng.member.transfer.TransferState.RETURNED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.events.MemberEvent.ExternalTransferAdvanced;
import org.jiceng.events.MemberEvent.LetterReissued;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.ReceiptAcknowledged;
import org.jiceng.events.MemberEvent.TransferApproved;
import org.jiceng.events.MemberEvent.TransferCancelled;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.MemberEvent.TransferEvent;
import org.jiceng.events.MemberEvent.TransferExpired;
import org.jiceng.events.MemberEvent.TransferRefused;
import org.jiceng.events.MemberEvent.TransferRequested;
import org.jiceng.events.MemberEvent.TransferReturned;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.TransferDirection;
import org.jiceng.events.TransferStep;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.membership.Member;

/**
 * Moves a member's affiliation from one organisation to another; the member belongs to the source
 * until receipt. Of a transfer {@code OUT} of the district or {@code IN}to it only one end lies
 * here, and the other is null.
 */
final class Transfer {
  final UUID id;
  final TransferDirection direction;
  final UUID memberId;
  final UUID sourceId;
  final UUID destinationId;
  final LocalDate requestedOn;
  TransferState state = REQUESTED;
  LocalDate waitingSince;

  /** The last day on which the office whose turn it is may act; null once it is over. */
  LocalDate actUntil;

  /** The clocks of the present state; they start when it is kept. */
  Deadlines deadlines = Deadlines.NONE;

  Letter letter;
  LocalDate closedOn;
  LocalDate acknowledgedOn;
  String reasonCode;
  byte[] reason;
  byte[] elsewhere;

  /** The other district that this one hands members over to, or takes them from; null: by paper. */
  String peer;

  /**
   * How many letters have been issued for it; what the other district says is about one of them.
   */
  int issue;

  /** Since when the other district is being asked to release the member; null: it is not. */
  LocalDate releaseAskedOn;

  /** The batch it belongs to; null where it was asked for by itself. */
  UUID batchId;

  long version;

  Transfer(
      UUID id,
      TransferDirection direction,
      UUID memberId,
      UUID sourceId,
      UUID destinationId,
      LocalDate requestedOn) {
    this.id = id;
    this.direction = direction;
    this.memberId = memberId;
    this.sourceId = sourceId;
    this.destinationId = destinationId;
    this.requestedOn = requestedOn;
    this.waitingSince = requestedOn;
  }

  /** A new one, out of where the member is. */
  static Transfer within(UUID id, Member member, UUID destinationId, LocalDate on) {
    return new Transfer(
        id, TransferDirection.WITHIN, member.id(), member.organizationId(), destinationId, on);
  }

  /** A new one, out of the district. */
  static Transfer out(UUID id, Member member, LocalDate on) {
    return new Transfer(id, TransferDirection.OUT, member.id(), member.organizationId(), null, on);
  }

  /** One that another district has issued a letter for; its member will be one here at receipt. */
  static Transfer in(UUID id, UUID memberId, UUID destinationId, Letter letter, LocalDate on) {
    Transfer transfer =
        new Transfer(id, TransferDirection.IN, memberId, null, destinationId, letter.issuedOn());
    transfer.waitingSince = on;
    transfer.letter = letter;
    transfer.state = APPROVED;
    transfer.actUntil = letter.validUntil();
    return transfer;
  }

  /** What asking for it tells: of a present member, to another organisation. */
  TransferEvent request(Member member, LocalDate today, TransferPolicy policy) {
    member.requireInRights();
    if (sourceId.equals(destinationId)) {
      throw new Problem(TransferProblems.TO_ITSELF).at("destinationId");
    }
    requireNotBefore(member.affiliatedOn(), requestedOn);
    actUntil = policy.decideUntil(today);
    return told(TransferStep.REQUESTED);
  }

  /** What announcing someone from elsewhere tells: by a letter that is still good. */
  TransferEvent announce(LocalDate today) {
    letter.requireGood(today);
    return told(TransferStep.REQUESTED);
  }

  /** The source agrees and issues a letter. */
  TransferEvent approve(String letterNumber, LocalDate on, LocalDate today, TransferPolicy policy) {
    require(REQUESTED);
    if (isOverdue(today)) {
      throw new Problem(TransferProblems.REQUEST_LAPSED, actUntil);
    }
    requireNotBefore(requestedOn, on);
    issue(letterNumber, on, policy);
    return told(TransferStep.APPROVED);
  }

  /** The destination sends the letter back: something in it must be put right. */
  TransferEvent sendBack(String reason, LocalDate on, LocalDate today, TransferPolicy policy) {
    require(APPROVED);
    requireNotAsking();
    requireNotBefore(letter.issuedOn(), on);
    reasonCode = reason;
    go(RETURNED, on);
    LocalDate mended = policy.mendUntil(today);
    actUntil = mended.isAfter(letter.validUntil()) ? mended : letter.validUntil();
    return told(TransferStep.RETURNED);
  }

  /**
   * The source issues the letter anew, also one that has run out while the member is still there.
   */
  TransferEvent reissue(String letterNumber, Member member, LocalDate on, TransferPolicy policy) {
    require(APPROVED, RETURNED, EXPIRED);
    requireNotBefore(closedOn == null ? waitingSince : closedOn, on);
    requireAtSource(member);
    closedOn = null;
    reasonCode = null;
    issue(letterNumber, on, policy);
    return told(TransferStep.REISSUED);
  }

  /** The destination receives the member, who belongs there from that day on. */
  TransferEvent receive(Member member, LocalDate on, LocalDate today) {
    requireReceivable(on, today);
    requireAtSource(member);
    member.move(destinationId, on);
    close(COMPLETED, null, on);
    return told(TransferStep.COMPLETED);
  }

  /**
   * Another district has received the member, who is affiliated nowhere here from that day on. The
   * news may come after the letter has run out, as long as it was good on that day.
   */
  MembershipEnded leave(Member member, LocalDate on) {
    require(APPROVED, EXPIRED);
    if (peer != null) {
      throw new Problem(TransferProblems.BETWEEN_DISTRICTS, peer);
    }
    requireNotBefore(letter.issuedOn(), on);
    letter.requireGood(on);
    requireAtSource(member);
    MembershipEnded ended = member.end(MembershipEnd.TRANSFERRED_OUT, on);
    close(COMPLETED, null, on);
    return ended;
  }

  /** Someone from another district arrives, and is a member here from that day on. */
  MemberAdmitted arrive(Member newcomer, LocalDate on, LocalDate today) {
    requireReceivable(on, today);
    close(COMPLETED, null, on);
    return newcomer.admitted();
  }

  /** The other district has issued its letter anew. */
  TransferEvent renew(Letter anew, int number, LocalDate today) {
    require(APPROVED, RETURNED);
    letter = anew;
    issue = number;
    reasonCode = null;
    releaseAskedOn = null;
    go(APPROVED, notBeforeLastFact(today));
    actUntil = anew.validUntil();
    return told(TransferStep.REISSUED);
  }

  /** The destination wants to receive; whether, and from when on, the other district says. */
  void askForRelease(LocalDate on, LocalDate today) {
    requireReceivable(on, today);
    requireNotAsking();
    if (!on.equals(today)) {
      throw Problem.violation("effectiveOn", "decided-elsewhere", peer);
    }
    releaseAskedOn = today;
    version++;
  }

  /** There will be no answer to what was asked, since a newer letter is on its way. */
  void askNoLonger() {
    releaseAskedOn = null;
    version++;
  }

  /**
   * The source lets the member go to the other district, which asks for it by one of the letters.
   * Affiliation here ends with this day, so that no day is touched that has begun.
   */
  MembershipEnded release(Member member, int number, LocalDate today) {
    require(APPROVED);
    requireLatest(number);
    letter.requireGood(today);
    requireAtSource(member);
    LocalDate on = today.plusDays(1);
    MembershipEnded ended = member.end(MembershipEnd.TRANSFERRED_OUT, on);
    close(COMPLETED, null, on);
    return ended;
  }

  /** The other district has released the member, who is one here from that very day on. */
  MemberAdmitted arriveReleased(Member newcomer, LocalDate on) {
    require(APPROVED);
    if (releaseAskedOn == null) {
      throw new IllegalStateException("transfer " + id + " is released unasked");
    }
    close(COMPLETED, null, on);
    return newcomer.admitted();
  }

  /** The other district says no to one of the letters. */
  TransferEvent refusedElsewhere(int number, String reason, LocalDate today) {
    require(APPROVED, RETURNED);
    requireLatest(number);
    close(REFUSED, reason, notBeforeLastFact(today));
    return told(TransferStep.REFUSED);
  }

  /** The other district sends one of the letters back. */
  TransferEvent returnedElsewhere(
      int number, String reason, LocalDate today, TransferPolicy policy) {
    require(APPROVED);
    requireLatest(number);
    return sendBack(reason, today, today, policy);
  }

  /** The other district offers the member no longer; if it was being asked, it has said no. */
  TransferEvent withdrawnElsewhere(String reason, LocalDate today) {
    require(APPROVED, RETURNED);
    close(CANCELLED, reason, notBeforeLastFact(today));
    return told(TransferStep.CANCELLED);
  }

  /** The source knows that the member has arrived, and is responsible no longer. */
  TransferEvent acknowledge(LocalDate on) {
    require(COMPLETED);
    requireNotBefore(closedOn, on);
    acknowledgedOn = on;
    go(ACKNOWLEDGED, on);
    return told(TransferStep.ACKNOWLEDGED);
  }

  /** The source (before the letter) or the destination (after it) says no. */
  TransferEvent refuse(String reason, LocalDate on) {
    require(REQUESTED, APPROVED);
    requireNotAsking();
    requireNotBefore(waitingSince, on);
    close(REFUSED, reason, on);
    return told(TransferStep.REFUSED);
  }

  /** The member does not want it any more, and nobody has decided yet. */
  TransferEvent withdraw(String reason, LocalDate on) {
    require(REQUESTED);
    return cancel(reason, on);
  }

  /** Whoever asked for it does so no longer. */
  TransferEvent cancel(String reason, LocalDate on) {
    require(REQUESTED, APPROVED, RETURNED);
    requireNotAsking();
    requireNotBefore(waitingSince, on);
    close(CANCELLED, reason, on);
    return told(TransferStep.CANCELLED);
  }

  /** It was left lying too long; closed on the day after its last. */
  TransferEvent expire(LocalDate today) {
    require(REQUESTED, APPROVED, RETURNED);
    if (!isOverdue(today)) {
      throw new IllegalStateException("transfer " + id + " may still be acted on");
    }
    close(EXPIRED, null, actUntil.plusDays(1));
    return told(TransferStep.EXPIRED);
  }

  /**
   * Whether nobody may act on it any more, whatever anyone has recorded; never while the other
   * district is being asked, since it may have released the member already.
   */
  boolean isOverdue(LocalDate today) {
    return state.isOpen() && releaseAskedOn == null && today.isAfter(actUntil);
  }

  /** The day of the last fact about it. */
  LocalDate lastFact() {
    return waitingSince;
  }

  /** A letter is printed while it is good or has been received, by the district that issued it. */
  void requirePrintable() {
    if (direction == TransferDirection.IN) {
      throw new Problem(TransferProblems.LETTER_FROM_ELSEWHERE);
    }
    require(APPROVED, COMPLETED, ACKNOWLEDGED);
  }

  /** Whether the destination does not know the source: the source has said nothing yet. */
  boolean isDiscreet() {
    return letter == null && batchId == null;
  }

  /** The end that has to act next; null where that lies outside the district, or none has to. */
  UUID turn() {
    return switch (state) {
      case REQUESTED, RETURNED, COMPLETED -> sourceId;
      case APPROVED -> destinationId;
      default -> null;
    };
  }

  /** What a step tells; of a transfer with an end elsewhere, the end that lies here. */
  TransferEvent told(TransferStep step) {
    if (direction != TransferDirection.WITHIN) {
      UUID here = direction == TransferDirection.OUT ? sourceId : destinationId;
      return new ExternalTransferAdvanced(id, memberId, here, direction, step);
    }
    return switch (step) {
      case REQUESTED -> new TransferRequested(id, memberId, sourceId, destinationId);
      case APPROVED ->
          new TransferApproved(id, memberId, sourceId, destinationId, letter.validUntil());
      case RETURNED -> new TransferReturned(id, memberId, sourceId, destinationId, reasonCode);
      case REISSUED ->
          new LetterReissued(id, memberId, sourceId, destinationId, letter.validUntil());
      case COMPLETED -> new TransferCompleted(id, memberId, sourceId, destinationId);
      case ACKNOWLEDGED -> new ReceiptAcknowledged(id, memberId, sourceId, destinationId);
      case REFUSED -> new TransferRefused(id, memberId, sourceId, destinationId, reasonCode);
      case CANCELLED -> new TransferCancelled(id, memberId, sourceId, destinationId);
      case EXPIRED -> new TransferExpired(id, memberId, sourceId, destinationId);
    };
  }

  private void requireReceivable(LocalDate on, LocalDate today) {
    require(APPROVED);
    letter.requireGood(today);
    requireNotBefore(letter.issuedOn(), on);
  }

  private void requireAtSource(Member member) {
    member.requireInRights();
    if (!sourceId.equals(member.organizationId())) {
      throw new Problem(TransferProblems.MEMBER_ELSEWHERE);
    }
  }

  private void issue(String letterNumber, LocalDate on, TransferPolicy policy) {
    letter = new Letter(letterNumber, on, policy.validUntil(on));
    issue++;
    go(APPROVED, on);
    actUntil = letter.validUntil();
  }

  private void close(TransferState end, String reason, LocalDate on) {
    reasonCode = reason;
    closedOn = on;
    go(end, on);
    actUntil = null;
    releaseAskedOn = null;
  }

  private void go(TransferState next, LocalDate on) {
    state = next;
    waitingSince = on;
    version++;
  }

  private void requireLatest(int number) {
    if (number != issue) {
      throw new Problem(TransferProblems.LETTER_SUPERSEDED);
    }
  }

  private void requireNotAsking() {
    if (releaseAskedOn != null) {
      throw new Problem(TransferProblems.RELEASE_ASKED, peer);
    }
  }

  /** Facts told by another district bear the day on which they are heard of here. */
  private LocalDate notBeforeLastFact(LocalDate today) {
    return today.isBefore(waitingSince) ? waitingSince : today;
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
