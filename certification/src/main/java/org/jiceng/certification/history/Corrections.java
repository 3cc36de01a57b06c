package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jiceng.events.MemberEvent.AdmissionRevoked;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.events.MemberEvent.DuplicateMerged;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MembershipEnd;

/** What was recorded of members was wrong, and is told to have been. */
final class Corrections {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final List<Member> members;

  Corrections(Chronicle chronicle, Line line, List<Member> members) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
    this.members = members;
  }

  void happen() {
    if (members.isEmpty()) {
      return;
    }
    Member member = dice.of(members);
    switch (dice.below(6)) {
      case 0, 1 -> correct(member, elsewhere(member));
      case 2, 3 -> correct(member, onAnotherDay(member));
      case 4 -> enteredInError(member);
      default -> merge(member);
    }
  }

  /** One of the stays was in another organisation. */
  private List<Stay> elsewhere(Member member) {
    List<Stay> right = new ArrayList<>(member.stays);
    int which = dice.below(right.size());
    Stay wrong = right.get(which);
    right.set(which, new Stay(line.any(wrong.from()), wrong.from(), wrong.to()));
    return right;
  }

  /** One of the stays began, and the one before it ended, on another day. */
  private List<Stay> onAnotherDay(Member member) {
    List<Stay> right = new ArrayList<>(member.stays);
    int which = dice.below(right.size());
    Stay wrong = right.get(which);
    LocalDate earliest =
        which == 0 ? wrong.from().minusDays(dice.below(400)) : right.get(which - 1).from();
    LocalDate latest = wrong.to() == null ? chronicle.today() : wrong.to();
    int days = (int) (latest.toEpochDay() - earliest.toEpochDay());
    LocalDate from = earliest.plusDays(dice.below(days + 1));
    right.set(which, new Stay(wrong.organization(), from, wrong.to()));
    if (which > 0 && right.get(which - 1).to().equals(wrong.from())) {
      Stay before = right.get(which - 1);
      right.set(which - 1, new Stay(before.organization(), before.from(), from));
    } else if (which > 0 && from.isBefore(right.get(which - 1).to())) {
      right.set(which, wrong);
    }
    return right;
  }

  private void correct(Member member, List<Stay> right) {
    revoke(member, member.stays.stream().filter(stay -> !right.contains(stay)).toList());
    enter(member, right.stream().filter(stay -> !member.stays.contains(stay)).toList());
    member.stays.clear();
    member.stays.addAll(right);
  }

  /** The record should never have been. */
  private void enteredInError(Member member) {
    end(member);
    revoke(member, member.stays);
    if (member.admittedBy != null) {
      chronicle.tell(new AdmissionRevoked(member.id, member.admittedBy), member.admittedOn);
    }
    members.remove(member);
  }

  /** The record was a second one of a person who is kept as another member. */
  private void merge(Member duplicate) {
    List<Member> others = members.stream().filter(m -> m != duplicate && m.isCurrent()).toList();
    if (others.isEmpty()) {
      return;
    }
    Member kept = dice.of(others);
    end(duplicate);
    List<Stay> lacking =
        duplicate.stays.stream()
            .filter(stay -> !stay.isEmpty() && kept.stays.stream().noneMatch(stay::overlaps))
            .toList();
    enter(kept, lacking);
    kept.stays.addAll(0, lacking);
    kept.stays.sort(Comparator.comparing(Stay::from));
    revoke(duplicate, duplicate.stays);
    chronicle.tell(new DuplicateMerged(duplicate.id, kept.id), chronicle.today());
    if (duplicate.admittedBy != null && kept.admittedBy != null) {
      chronicle.tell(
          new AdmissionRevoked(duplicate.id, duplicate.admittedBy), duplicate.admittedOn);
    }
    members.remove(duplicate);
  }

  private void end(Member member) {
    if (member.isCurrent()) {
      chronicle.tell(
          new MembershipEnded(
              member.id, member.last().organization(), MembershipEnd.ENTERED_IN_ERROR),
          chronicle.today());
      member.end(chronicle.today());
    }
  }

  private void revoke(Member member, List<Stay> stays) {
    stays.forEach(
        s ->
            chronicle.tell(
                new AffiliationRevoked(member.id, s.organization(), s.from(), s.to()), s.from()));
  }

  private void enter(Member member, List<Stay> stays) {
    stays.forEach(
        s ->
            chronicle.tell(
                new AffiliationEntered(member.id, s.organization(), s.from(), s.to()), s.from()));
  }
}
