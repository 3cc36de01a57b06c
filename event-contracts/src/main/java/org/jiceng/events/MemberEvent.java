package org.jiceng.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the member service tells: members, transfers, mobile registrations. */
public sealed interface MemberEvent extends DomainEvent {

  /** The membership life of a person. */
  sealed interface MembershipEvent extends MemberEvent {}

  /**
   * A person is a member, affiliated to the organisation, from the effective date on. Sex,
   * ethnicity and education are codes of GB/T 2261.1, 3304 and 4658; admittedBy is the organisation
   * that admitted (发展) the member, null where another did before the member came to the district.
   */
  @Contract("org.jiceng.member.member-admitted.v1")
  record MemberAdmitted(
      UUID memberId,
      UUID organizationId,
      MembershipStatus status,
      String sex,
      String ethnicity,
      String education,
      int birthYear,
      @Nullable UUID admittedBy)
      implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /** A probationary member is a full member from the effective date on. */
  @Contract("org.jiceng.member.member-confirmed.v1")
  record MemberConfirmed(UUID memberId, UUID organizationId) implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /** New coded attributes from the effective date on. */
  @Contract("org.jiceng.member.member-profile-changed.v1")
  record MemberProfileChanged(
      UUID memberId, String sex, String ethnicity, String education, int birthYear)
      implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * The member works in a unit of the registry from the effective date on, or in none that is known
   * where unitId is null. Whose membership ends no longer counts there, without a word of it.
   */
  @Contract("org.jiceng.member.workplace-changed.v1")
  record WorkplaceChanged(UUID memberId, @Nullable UUID unitId) implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * The person is affiliated to no organisation of the district from the effective date on;
   * organizationId is the last one.
   */
  @Contract("org.jiceng.member.membership-ended.v1")
  record MembershipEnded(UUID memberId, UUID organizationId, MembershipEnd reason)
      implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * A probationary member stays on probation until that day, which is the first on which
   * confirmation is possible.
   */
  @Contract("org.jiceng.member.probation-extended.v1")
  record ProbationExtended(UUID memberId, UUID organizationId, LocalDate until)
      implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * The member's rights rest from the effective date on (停止党籍); the affiliation, and with it every
   * count, is unchanged.
   */
  @Contract("org.jiceng.member.membership-suspended.v1")
  record MembershipSuspended(UUID memberId, UUID organizationId) implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /** A suspended member's rights are whole again from the effective date on. */
  @Contract("org.jiceng.member.membership-resumed.v1")
  record MembershipResumed(UUID memberId, UUID organizationId) implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * A membership that had ended goes on from the effective date (恢复党籍), affiliated to the
   * organisation.
   */
  @Contract("org.jiceng.member.membership-restored.v1")
  record MembershipRestored(UUID memberId, UUID organizationId, MembershipStatus status)
      implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * A stay that had been recorded never was: the member did not belong to the organisation from
   * (inclusive) to (exclusive, null: until now). What was recorded stays readable; figures know
   * better from now on.
   */
  @Contract("org.jiceng.member.affiliation-revoked.v1")
  record AffiliationRevoked(
      UUID memberId, UUID organizationId, LocalDate from, @Nullable LocalDate to)
      implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * A stay that had not been recorded, or not so: the member belonged to the organisation from
   * (inclusive) to (exclusive, null: still).
   */
  @Contract("org.jiceng.member.affiliation-entered.v1")
  record AffiliationEntered(
      UUID memberId, UUID organizationId, LocalDate from, @Nullable LocalDate to)
      implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * Confirmation was recorded for a wrong day, or wrongly at all; on is the right one, null where
   * there was none.
   */
  @Contract("org.jiceng.member.confirmation-corrected.v1")
  record ConfirmationCorrected(UUID memberId, UUID organizationId, @Nullable LocalDate on)
      implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * The organisation admitted nobody on the effective date: the record of it was an error, or a
   * second one of a person whose admission another record tells of.
   */
  @Contract("org.jiceng.member.admission-revoked.v1")
  record AdmissionRevoked(UUID memberId, UUID admittedBy) implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * The record was a second one of a person who is kept as another member; its stays are told apart
   * (revoked, and entered for the other where they were right).
   */
  @Contract("org.jiceng.member.duplicate-merged.v1")
  record DuplicateMerged(UUID memberId, UUID keptMemberId) implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /** What identifies the person has been erased; coded attributes and counts are unchanged. */
  @Contract("org.jiceng.member.person-erased.v1")
  record PersonErased(UUID memberId) implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * The member is affiliated to the destination from the effective date on and not at the source,
   * because the source was reorganised; no transfer letter is needed for that.
   */
  @Contract("org.jiceng.member.member-reassigned.v1")
  record MemberReassigned(UUID memberId, UUID reorganizationId, UUID sourceId, UUID destinationId)
      implements MembershipEvent {
    @Override
    public String aggregateId() {
      return memberId.toString();
    }
  }

  /**
   * The move of one member between two organisations. It shares the order of the member's own
   * events.
   */
  sealed interface TransferEvent extends MemberEvent {}

  /** Someone asked that the member move; affiliation is unchanged. */
  @Contract("org.jiceng.member.transfer-requested.v1")
  record TransferRequested(UUID transferId, UUID memberId, UUID sourceId, UUID destinationId)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /** The source agreed and issued a letter; affiliation is unchanged. */
  @Contract("org.jiceng.member.transfer-approved.v1")
  record TransferApproved(
      UUID transferId, UUID memberId, UUID sourceId, UUID destinationId, LocalDate validUntil)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /**
   * The destination received the member, who is affiliated there from the effective date on and not
   * at the source.
   */
  @Contract("org.jiceng.member.transfer-completed.v1")
  record TransferCompleted(UUID transferId, UUID memberId, UUID sourceId, UUID destinationId)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /** The source or the destination said no; affiliation is unchanged. */
  @Contract("org.jiceng.member.transfer-refused.v1")
  record TransferRefused(
      UUID transferId,
      UUID memberId,
      UUID sourceId,
      UUID destinationId,
      @Nullable String reasonCode)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /** The requester withdrew; affiliation is unchanged. */
  @Contract("org.jiceng.member.transfer-cancelled.v1")
  record TransferCancelled(UUID transferId, UUID memberId, UUID sourceId, UUID destinationId)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /** The letter was not received in time; affiliation is unchanged. */
  @Contract("org.jiceng.member.transfer-expired.v1")
  record TransferExpired(UUID transferId, UUID memberId, UUID sourceId, UUID destinationId)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /** The destination sent the letter back for correction; the source reissues it or withdraws. */
  @Contract("org.jiceng.member.transfer-returned.v1")
  record TransferReturned(
      UUID transferId,
      UUID memberId,
      UUID sourceId,
      UUID destinationId,
      @Nullable String reasonCode)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /** The source issued the letter anew, good until that day; affiliation is unchanged. */
  @Contract("org.jiceng.member.letter-reissued.v1")
  record LetterReissued(
      UUID transferId, UUID memberId, UUID sourceId, UUID destinationId, LocalDate validUntil)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /** The source has acknowledged the receipt: its responsibility for the member ends. */
  @Contract("org.jiceng.member.receipt-acknowledged.v1")
  record ReceiptAcknowledged(UUID transferId, UUID memberId, UUID sourceId, UUID destinationId)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /**
   * A waiting transfer is due, or overdue, at the office that has to act next, which is null where
   * it is outside the district; affiliation is unchanged.
   */
  @Contract("org.jiceng.member.transfer-reminded.v1")
  record TransferReminded(
      UUID transferId, UUID memberId, @Nullable UUID officeId, Urgency urgency, LocalDate due)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /**
   * A transfer out of the district or into it took a step; organizationId is the end that lies
   * here. What it means for the affiliation is told by the member's own events.
   */
  @Contract("org.jiceng.member.external-transfer-advanced.v1")
  record ExternalTransferAdvanced(
      UUID transferId,
      UUID memberId,
      UUID organizationId,
      TransferDirection direction,
      TransferStep step)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /** An open transfer goes on between other ends, since one of them was reorganised. */
  @Contract("org.jiceng.member.transfer-redirected.v1")
  record TransferRedirected(
      UUID transferId, UUID memberId, UUID reorganizationId, UUID sourceId, UUID destinationId)
      implements TransferEvent {
    @Override
    public String aggregateId() {
      return transferId.toString();
    }

    @Override
    public String partitionKey() {
      return memberId.toString();
    }
  }

  /** A member affiliated elsewhere and hosted here. */
  sealed interface MobileEvent extends MemberEvent {}

  /**
   * The host organisation holds a mobile member from the effective date on; memberId where the home
   * is in this district, else null.
   */
  @Contract("org.jiceng.member.mobile-member-hosted.v1")
  record MobileMemberHosted(
      UUID registrationId, UUID hostId, @Nullable UUID homeId, @Nullable UUID memberId)
      implements MobileEvent {
    @Override
    public String aggregateId() {
      return registrationId.toString();
    }
  }

  /** The host organisation no longer holds the mobile member from the effective date on. */
  @Contract("org.jiceng.member.mobile-hosting-ended.v1")
  record MobileHostingEnded(UUID registrationId, UUID hostId, @Nullable String reasonCode)
      implements MobileEvent {
    @Override
    public String aggregateId() {
      return registrationId.toString();
    }
  }

  /** Another organisation is the host from the effective date on: the heir of the former one. */
  @Contract("org.jiceng.member.mobile-host-changed.v1")
  record MobileHostChanged(
      UUID registrationId, UUID reorganizationId, UUID formerHostId, UUID hostId)
      implements MobileEvent {
    @Override
    public String aggregateId() {
      return registrationId.toString();
    }
  }

  /**
   * The home organisation, or the member, reported that a member is away from the effective date
   * on; hostId where an organisation of the district is asked to host. The affiliation is
   * unchanged.
   */
  @Contract("org.jiceng.member.absence-reported.v1")
  record AbsenceReported(UUID absenceId, UUID memberId, UUID homeId, @Nullable UUID hostId)
      implements MobileEvent {
    @Override
    public String aggregateId() {
      return absenceId.toString();
    }
  }

  /**
   * The home's report and the host's are about one person; the hosting is counted once, as before.
   */
  @Contract("org.jiceng.member.absence-matched.v1")
  record AbsenceMatched(
      UUID absenceId, UUID registrationId, UUID memberId, UUID homeId, UUID hostId)
      implements MobileEvent {
    @Override
    public String aggregateId() {
      return absenceId.toString();
    }
  }

  /** The home organisation was in contact with a member who is away, on the effective date. */
  @Contract("org.jiceng.member.absent-member-contacted.v1")
  record AbsentMemberContacted(UUID absenceId, UUID memberId, UUID homeId) implements MobileEvent {
    @Override
    public String aggregateId() {
      return absenceId.toString();
    }
  }

  /**
   * The member is away no longer from the effective date on: returned, moved, or no member any
   * more.
   */
  @Contract("org.jiceng.member.absence-ended.v1")
  record AbsenceEnded(UUID absenceId, UUID memberId, UUID homeId, @Nullable String reasonCode)
      implements MobileEvent {
    @Override
    public String aggregateId() {
      return absenceId.toString();
    }
  }

  /** How members follow a reorganisation. */
  sealed interface MemberFollowing extends MemberEvent {}

  /**
   * Some of the members, open transfers and mobile registrations of a reorganisation have followed
   * it, as many as the counts say; complete when none is left. Who comes late follows later.
   */
  @Contract("org.jiceng.member.reorganization-followed.v1")
  record MembersFollowed(UUID reorganizationId, boolean complete, Map<String, Long> counts)
      implements MemberFollowing {
    @Override
    public String aggregateId() {
      return reorganizationId.toString();
    }
  }

  /** What the member service itself counts, for reconciliation. */
  sealed interface MemberTally extends MemberEvent, ServiceTally {
    @Override
    default String aggregateId() {
      return "member";
    }
  }

  /**
   * The member service's own counts by measure, of some moment before its place in the log. Told no
   * more: {@link MemberCounted} says of which events it is the count.
   */
  @Contract("org.jiceng.member.member-counted.v1")
  record MemberCountedV1(Map<String, Long> counts) implements MemberTally {}

  /** The same by township. Told no more: {@link MemberCountedByArea} has taken its place. */
  @Contract("org.jiceng.member.member-counted-by-area.v1")
  record MemberCountedByAreaV1(Map<String, Long> counts)
      implements MemberTally, ServiceTally.ByTownship {}

  /**
   * The member service's own counts by measure: of all events of its log up to a position
   * (inclusive), and of those that were committed too but had no position yet.
   */
  @Contract("org.jiceng.member.member-counted.v2")
  record MemberCounted(Map<String, Long> counts, long countedThrough, List<UUID> alsoCounted)
      implements MemberTally, ServiceTally.OfNamedEvents {}

  /**
   * The same by township, each count under its measure and, after an @, the code of the township
   * that the first nine digits of the area's code say; no entry for none.
   */
  @Contract("org.jiceng.member.member-counted-by-area.v2")
  record MemberCountedByArea(Map<String, Long> counts, long countedThrough, List<UUID> alsoCounted)
      implements MemberTally, ServiceTally.ByTownship, ServiceTally.OfNamedEvents {}
}
