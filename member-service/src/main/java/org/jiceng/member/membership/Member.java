package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.events.MemberEvent.MemberProfileChanged;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.WorkplaceChanged;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.person.SealedPerson;

/** A member, affiliated to one organisation at every instant until the membership ends. */
public final class Member {
  final UUID id;
  SealedPerson person;
  Profile profile;
  MembershipStatus status;
  final LocalDate joinedOn;
  LocalDate confirmedOn;
  final UUID admittedBy;
  UUID organizationId;
  LocalDate affiliatedOn;
  UUID workUnitId;
  LocalDate workplaceOn;
  LocalDate endedOn;
  MembershipEnd endReason;
  long version;

  Member(
      UUID id,
      SealedPerson person,
      Profile profile,
      MembershipStatus status,
      LocalDate joinedOn,
      UUID admittedBy,
      UUID organizationId,
      LocalDate affiliatedOn) {
    this.id = id;
    this.person = person;
    this.profile = profile;
    this.status = status;
    this.joinedOn = joinedOn;
    this.admittedBy = admittedBy;
    this.organizationId = organizationId;
    this.affiliatedOn = affiliatedOn;
  }

  /** The same, known to work in that unit since the affiliation; null: not known. */
  Member workingIn(UUID unitId) {
    workUnitId = unitId;
    workplaceOn = unitId == null ? null : affiliatedOn;
    return this;
  }

  /** What admission tells of the workplace, from the day of affiliation on. */
  Optional<WorkplaceChanged> workplace() {
    return Optional.ofNullable(workUnitId).map(unit -> new WorkplaceChanged(id, unit));
  }

  /** Who comes from another district, and joined there. */
  public static Member arriving(
      UUID id,
      SealedPerson person,
      Profile profile,
      MembershipStatus status,
      LocalDate joinedOn,
      UUID organizationId,
      LocalDate on) {
    return new Member(id, person, profile, status, joinedOn, null, organizationId, on);
  }

  /** What admission tells; it is effective from the day of affiliation. */
  public MemberAdmitted admitted() {
    return new MemberAdmitted(
        id,
        organizationId,
        status,
        profile.sex(),
        profile.ethnicity(),
        profile.education(),
        profile.birthYear(),
        admittedBy);
  }

  /** Makes a probationary member a full one, when probation is over. */
  MemberConfirmed confirm(LocalDate on, MembershipPolicy policy) {
    requireCurrent();
    if (status == MembershipStatus.FULL) {
      throw new Problem(MembershipProblems.ALREADY_FULL);
    }
    LocalDate first = policy.confirmableFrom(joinedOn);
    if (on.isBefore(first)) {
      throw Problem.violation("effectiveOn", "probation-not-over", first);
    }
    requireNotBefore(affiliatedOn, on);
    status = MembershipStatus.FULL;
    confirmedOn = on;
    version++;
    return new MemberConfirmed(id, organizationId);
  }

  /** Ends the membership; from that day the person is affiliated nowhere here. */
  public MembershipEnded end(MembershipEnd reason, LocalDate on) {
    requireCurrent();
    requireNotBefore(lastFact(), on);
    if (reason == MembershipEnd.PROBATION_ENDED && status == MembershipStatus.FULL) {
      throw new Problem(MembershipProblems.ALREADY_FULL).at("reason");
    }
    endedOn = on;
    endReason = reason;
    version++;
    return new MembershipEnded(id, organizationId, reason);
  }

  /** New facts about the person; an event only where figures are touched. */
  Optional<MemberProfileChanged> change(SealedPerson newPerson, Profile newProfile) {
    requireCurrent();
    person = newPerson;
    version++;
    if (newProfile.equals(profile)) {
      return Optional.empty();
    }
    profile = newProfile;
    return Optional.of(
        new MemberProfileChanged(
            id, profile.sex(), profile.ethnicity(), profile.education(), profile.birthYear()));
  }

  /**
   * Part of a change: works in that unit, or in none, from that day on; an event if that is new.
   */
  Optional<WorkplaceChanged> workIn(UUID unitId, LocalDate on) {
    requireCurrent();
    if (Objects.equals(unitId, workUnitId)) {
      return Optional.empty();
    }
    requireNotBefore(workplaceOn == null ? joinedOn : workplaceOn, on);
    workUnitId = unitId;
    workplaceOn = on;
    return Optional.of(new WorkplaceChanged(id, unitId));
  }

  /** Belongs to another organisation from that day on, and not to the present one. */
  public void move(UUID destinationId, LocalDate on) {
    requireCurrent();
    requireNotBefore(affiliatedOn, on);
    organizationId = destinationId;
    affiliatedOn = on;
    version++;
  }

  /** Refuses when the membership has ended (409). */
  public void requireCurrent() {
    if (endedOn != null) {
      throw new Problem(MembershipProblems.ENDED, endedOn);
    }
  }

  public UUID id() {
    return id;
  }

  /** Where the member is affiliated now, or was last. */
  public UUID organizationId() {
    return organizationId;
  }

  /** Who the member is. */
  public SealedPerson person() {
    return person;
  }

  /** Since when. */
  public LocalDate affiliatedOn() {
    return affiliatedOn;
  }

  private LocalDate lastFact() {
    return Stream.of(affiliatedOn, confirmedOn, workplaceOn)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static void requireNotBefore(LocalDate first, LocalDate on) {
    if (on.isBefore(first)) {
      throw Problem.violation("effectiveOn", "before-last-change", first);
    }
  }
}
