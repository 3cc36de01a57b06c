package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.MemberEvent.AdmissionRevoked;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.ConfirmationCorrected;
import org.jiceng.events.MemberEvent.DuplicateMerged;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.events.MemberEvent.MemberProfileChanged;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipEvent;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.MembershipResumed;
import org.jiceng.events.MemberEvent.MembershipSuspended;
import org.jiceng.events.MemberEvent.PersonErased;
import org.jiceng.events.MemberEvent.ProbationExtended;
import org.jiceng.events.MemberEvent.WorkplaceChanged;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.policy.DatedPeriod;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.person.SealedPerson;

/**
 * A member, affiliated to one organisation at every instant until the membership ends. Rights may
 * rest meanwhile, and an end may be lifted; what was recorded wrongly is put right by facts of its
 * own.
 */
public final class Member {
  private static final Set<MembershipEnd> LIFTABLE =
      EnumSet.of(MembershipEnd.WITHDRAWN, MembershipEnd.EXPELLED, MembershipEnd.PROBATION_ENDED);

  final UUID id;
  SealedPerson person;
  Profile profile;
  MembershipStatus status;
  LocalDate joinedOn;
  LocalDate confirmedOn;
  LocalDate extendedOn;

  /** The first day on which confirmation is possible, once probation has been extended. */
  LocalDate probationUntil;

  /** Since when rights rest, or rested when the membership ended; null: they do not. */
  LocalDate suspendedOn;

  LocalDate resumedOn;
  final UUID admittedBy;
  UUID organizationId;
  LocalDate affiliatedOn;
  UUID workUnitId;
  LocalDate workplaceOn;
  LocalDate endedOn;
  MembershipEnd endReason;
  UUID mergedInto;

  /** Since when nothing is known of who the person was; null: it is. */
  LocalDate erasedOn;

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
    requireInRights();
    requireOnProbation();
    requireProbationOver("effectiveOn", on, policy);
    requireNotBefore(inRightsSince(), on);
    status = MembershipStatus.FULL;
    confirmedOn = on;
    version++;
    return new MemberConfirmed(id, organizationId);
  }

  /** Lets probation last until a later day; once, and within the limits of that day's policy. */
  ProbationExtended extendProbation(LocalDate until, LocalDate on, MembershipPolicy policy) {
    requireInRights();
    requireOnProbation();
    if (extendedOn != null) {
      throw new Problem(MembershipProblems.ALREADY_EXTENDED, probationUntil);
    }
    requireNotBefore(inRightsSince(), on);
    policy.requireExtension(joinedOn, until, on);
    extendedOn = on;
    probationUntil = until;
    version++;
    return new ProbationExtended(id, organizationId, until);
  }

  /** Rights rest from that day on; the affiliation stays. */
  MembershipSuspended suspend(LocalDate on) {
    requireInRights();
    requireNotBefore(lastFact(), on);
    suspendedOn = on;
    version++;
    return new MembershipSuspended(id, organizationId);
  }

  /** Rights are whole again from that day on. */
  MembershipResumed resume(LocalDate on) {
    requireCurrent();
    if (suspendedOn == null) {
      throw new Problem(MembershipProblems.NOT_SUSPENDED);
    }
    requireNotBefore(lastFact(), on);
    suspendedOn = null;
    resumedOn = on;
    version++;
    return new MembershipResumed(id, organizationId);
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

  /** A membership that ended by a decision goes on, at an organisation, from that day on. */
  MembershipRestored restore(UUID at, LocalDate on) {
    requireNotErased();
    if (endReason == null || !LIFTABLE.contains(endReason)) {
      throw new Problem(MembershipProblems.NOT_RESTORABLE);
    }
    requireNotBefore(endedOn, on);
    resumedOn = suspendedOn == null ? resumedOn : endedOn;
    suspendedOn = null;
    endedOn = null;
    endReason = null;
    organizationId = at;
    affiliatedOn = on;
    version++;
    return new MembershipRestored(id, at, status);
  }

  /** What a record tells that should never have been: none of its stays was. */
  List<AffiliationRevoked> unsaid(Stays recorded) {
    return endReason == MembershipEnd.ENTERED_IN_ERROR
        ? recorded.revoked(id, Stays.NONE)
        : List.of();
  }

  /** Nor did an organisation here admit anybody by it, if it says that one did. */
  Optional<AdmissionRevoked> unadmitted() {
    return endReason == MembershipEnd.ENTERED_IN_ERROR && admittedBy != null
        ? Optional.of(new AdmissionRevoked(id, admittedBy))
        : Optional.empty();
  }

  /** As {@link #unadmitted}, of a second record; where it alone tells of the admission, it was. */
  Optional<AdmissionRevoked> unadmittedBeside(Member kept) {
    return kept.admittedBy == null ? Optional.empty() : unadmitted();
  }

  /**
   * The stays that were, instead of those on record; the last tells whether, and until when, the
   * membership lasted. An end that never was is gone with it.
   */
  List<MembershipEvent> correctStays(Stays recorded, Stays right) {
    requireMeant();
    right.requireFrom(joinedOn);
    right.requireNoGapBut(recorded);
    Affiliation last = right.last();
    if (endedOn == null && last.validTo() != null) {
      throw Problem.violation("affiliations", "last-stay-closed");
    }
    organizationId = last.organizationId();
    affiliatedOn = last.validFrom();
    endedOn = last.validTo();
    endReason = endedOn == null ? null : endReason;
    if (endedOn != null && endedOn.isBefore(lastFact())) {
      throw Problem.violation("affiliations", "before-last-change", lastFact());
    }
    version++;
    return changes(recorded, right);
  }

  /** Confirmation was that day and no other; null: never. */
  ConfirmationCorrected correctConfirmation(LocalDate on, MembershipPolicy policy) {
    requireMeant();
    if (status == MembershipStatus.PROBATIONARY) {
      throw new Problem(MembershipProblems.NOT_FULL);
    }
    if (on != null) {
      requireProbationOver("confirmation.on", on, policy);
      if (endedOn != null && on.isAfter(endedOn)) {
        throw Problem.violation("confirmation.on", "after-end", endedOn);
      }
    }
    if (on != null && on.equals(confirmedOn)) {
      throw Problem.violation("confirmation.on", "nothing-to-correct");
    }
    confirmedOn = on;
    status = on == null ? MembershipStatus.PROBATIONARY : MembershipStatus.FULL;
    version++;
    return new ConfirmationCorrected(id, organizationId, on);
  }

  /** Joined that day and no other. Figures do not know the day, so nothing is told. */
  void correctJoining(LocalDate on, LocalDate birth) {
    requireMeant();
    if (on.equals(joinedOn)) {
      throw Problem.violation("joinedOn", "nothing-to-correct");
    }
    if (!on.isAfter(birth)) {
      throw Problem.violation("joinedOn", "joined-before-birth");
    }
    joinedOn = on;
    version++;
  }

  /** Everything on record comes after joining, and confirmation after probation (422). */
  void requireOrder(Stays stays, MembershipPolicy policy) {
    stays.requireFrom(joinedOn);
    if (confirmedOn != null) {
      requireProbationOver("joinedOn", confirmedOn, policy);
    }
  }

  /** Takes over what only a second record of the same person knows. */
  List<MembershipEvent> takeOver(Member duplicate, Stays own, Stays theirs) {
    requireMeant();
    duplicate.requireMeant();
    if (endedOn != null && (duplicate.endedOn == null || duplicate.endedOn.isAfter(endedOn))) {
      throw new Problem(MembershipProblems.KEEP_THE_OTHER);
    }
    Stays whole = own.with(theirs);
    LocalDate first = whole.first().validFrom();
    joinedOn = first.isBefore(joinedOn) ? first : joinedOn;
    version++;
    return changes(own, whole);
  }

  /** Closes a second record of a person who is kept as another member. */
  List<MembershipEvent> mergeInto(Member kept, Stays recorded, LocalDate today) {
    List<MembershipEvent> told = new ArrayList<>();
    if (endedOn == null) {
      told.add(end(MembershipEnd.ENTERED_IN_ERROR, today));
    } else {
      endReason = MembershipEnd.ENTERED_IN_ERROR;
      version++;
    }
    mergedInto = kept.id;
    told.addAll(unsaid(recorded.endingOn(endedOn)));
    told.add(new DuplicateMerged(id, kept.id));
    return told;
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

  /**
   * Nobody knows any more who the person was; what figures count stays.
   *
   * @param retention how long a person has to be known at least, by and from the day of the end
   */
  public PersonErased erase(DatedPeriod retention, LocalDate today) {
    requireNotErased();
    if (endedOn == null) {
      throw new Problem(MembershipProblems.NOT_OVER);
    }
    LocalDate first = endedOn.plus(retention.on(endedOn));
    if (today.isBefore(first)) {
      throw new Problem(MembershipProblems.STILL_RETAINED, first);
    }
    person = SealedPerson.ERASED;
    erasedOn = today;
    version++;
    return new PersonErased(id);
  }

  /** Belongs to another organisation from that day on, and not to the present one. */
  public void move(UUID destinationId, LocalDate on) {
    requireInRights();
    requireNotBefore(inRightsSince(), on);
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

  /** Refuses when the membership has ended, or rests (409). */
  public void requireInRights() {
    requireCurrent();
    if (suspendedOn != null) {
      throw new Problem(MembershipProblems.SUSPENDED, suspendedOn);
    }
  }

  /** Refuses when it is not known any more who the person was (409). */
  public void requireNotErased() {
    if (erasedOn != null) {
      throw new Problem(MembershipProblems.ERASED, erasedOn);
    }
  }

  public UUID id() {
    return id;
  }

  /** Which state of the record this is. */
  public long version() {
    return version;
  }

  /** Since when the membership is over, or will be; null: it is not. */
  public LocalDate endedOn() {
    return endedOn;
  }

  /** Where the member is affiliated now, or was last. */
  public UUID organizationId() {
    return organizationId;
  }

  /** What identifies the member, sealed. */
  public SealedPerson person() {
    return person;
  }

  public Profile profile() {
    return profile;
  }

  public MembershipStatus status() {
    return status;
  }

  public LocalDate joinedOn() {
    return joinedOn;
  }

  /** Since when. */
  public LocalDate affiliatedOn() {
    return affiliatedOn;
  }

  private List<MembershipEvent> changes(Stays recorded, Stays right) {
    List<MembershipEvent> told = new ArrayList<>(recorded.revoked(id, right));
    told.addAll(right.entered(id, recorded));
    return told;
  }

  private LocalDate inRightsSince() {
    return latest(affiliatedOn, resumedOn);
  }

  private LocalDate lastFact() {
    return latest(affiliatedOn, confirmedOn, extendedOn, suspendedOn, resumedOn, workplaceOn);
  }

  private static LocalDate latest(LocalDate... days) {
    return Stream.of(days).filter(Objects::nonNull).max(LocalDate::compareTo).orElseThrow();
  }

  private void requireOnProbation() {
    if (status == MembershipStatus.FULL) {
      throw new Problem(MembershipProblems.ALREADY_FULL);
    }
  }

  private void requireProbationOver(String field, LocalDate on, MembershipPolicy policy) {
    LocalDate first = probationUntil == null ? policy.confirmableFrom(joinedOn) : probationUntil;
    if (on.isBefore(first)) {
      throw Problem.violation(field, "probation-not-over", first);
    }
  }

  /** The record was meant: it has not been withdrawn as an error, and somebody is known by it. */
  private void requireMeant() {
    requireNotErased();
    if (endReason == MembershipEnd.ENTERED_IN_ERROR) {
      throw new Problem(MembershipProblems.IN_ERROR);
    }
  }

  private static void requireNotBefore(LocalDate first, LocalDate on) {
    if (on.isBefore(first)) {
      throw Problem.violation("effectiveOn", "before-last-change", first);
    }
  }
}
