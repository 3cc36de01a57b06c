package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jiceng.events.MemberEvent.ExternalTransferAdvanced;
import org.jiceng.events.MemberEvent.MemberAdmitted;
import org.jiceng.events.MemberEvent.MemberConfirmed;
import org.jiceng.events.MemberEvent.MemberProfileChanged;
import org.jiceng.events.MemberEvent.MemberReassigned;
import org.jiceng.events.MemberEvent.MembershipEnded;
import org.jiceng.events.MemberEvent.MembershipRestored;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.MemberEvent.TransferRequested;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.events.TransferDirection;
import org.jiceng.events.TransferStep;

/** Members come, move, leave and come back. */
final class Members {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final Corrections corrections;
  private final List<Member> members = new ArrayList<>();

  Members(Chronicle chronicle, Line line) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
    this.corrections = new Corrections(chronicle, line, members);
  }

  void happen() {
    switch (dice.below(14)) {
      case 0, 1, 2, 3 -> admit();
      case 4, 5, 6 -> transfer();
      case 7 -> reassign();
      case 8 -> leave();
      case 9 -> end();
      case 10 -> restore();
      case 11 -> confirmOrChange();
      default -> corrections.happen();
    }
  }

  private void admit() {
    LocalDate on = line.day();
    boolean fromOutside = dice.once(4);
    UUID by = fromOutside || dice.once(3) ? null : line.any(on);
    Member member = new Member(dice.id(), line.any(on), by, on);
    members.add(member);
    chronicle.tell(
        new MemberAdmitted(
            member.id,
            member.last().organization(),
            dice.of(MembershipStatus.values()),
            dice.of("1", "2"),
            dice.of("01", "03", "11"),
            dice.of("10", "20", "60"),
            1930 + dice.below(55),
            by),
        on);
    if (fromOutside) {
      external(member, member.last().organization(), TransferDirection.IN, on);
    }
  }

  private void transfer() {
    any(Member::isCurrent, member -> move(member, dice.once(5)));
  }

  private void move(Member member, boolean onlyAsked) {
    LocalDate on = chronicle.daySince(member.changed());
    UUID source = member.last().organization();
    UUID destination = line.any(on);
    UUID transfer = dice.id();
    chronicle.tell(new TransferRequested(transfer, member.id, source, destination), on);
    if (!onlyAsked) {
      member.move(destination, on);
      chronicle.tell(new TransferCompleted(transfer, member.id, source, destination), on);
    }
  }

  private void reassign() {
    any(
        Member::isCurrent,
        member -> {
          LocalDate on = chronicle.daySince(member.changed());
          UUID source = member.last().organization();
          UUID heir = line.any(on);
          member.move(heir, on);
          chronicle.tell(new MemberReassigned(member.id, dice.id(), source, heir), on);
        });
  }

  private void leave() {
    any(
        Member::isCurrent,
        member -> {
          LocalDate on = chronicle.daySince(member.changed());
          UUID last = member.last().organization();
          member.end(on);
          chronicle.tell(new MembershipEnded(member.id, last, MembershipEnd.TRANSFERRED_OUT), on);
          external(member, last, TransferDirection.OUT, on);
        });
  }

  private void end() {
    any(
        Member::isCurrent,
        member -> {
          LocalDate on = chronicle.daySince(member.changed());
          member.end(on);
          chronicle.tell(
              new MembershipEnded(member.id, member.last().organization(), MembershipEnd.WITHDRAWN),
              on);
        });
  }

  private void restore() {
    any(
        member -> !member.isCurrent(),
        member -> {
          LocalDate on = chronicle.daySince(member.changed());
          UUID at = line.any(on);
          member.stays.add(new Stay(at, on, null));
          chronicle.tell(new MembershipRestored(member.id, at, MembershipStatus.FULL), on);
        });
  }

  private void confirmOrChange() {
    any(
        Member::isCurrent,
        member -> {
          LocalDate on = chronicle.daySince(member.changed());
          chronicle.tell(
              dice.once(2)
                  ? new MemberConfirmed(member.id, member.last().organization())
                  : new MemberProfileChanged(member.id, "1", "01", "14", 1950),
              on);
        });
  }

  private void external(Member member, UUID here, TransferDirection direction, LocalDate on) {
    UUID transfer = dice.id();
    chronicle.tell(
        new ExternalTransferAdvanced(
            transfer,
            member.id,
            here,
            direction,
            dice.of(TransferStep.REQUESTED, TransferStep.APPROVED)),
        on);
    chronicle.tell(
        new ExternalTransferAdvanced(transfer, member.id, here, direction, TransferStep.COMPLETED),
        on);
  }

  private void any(Predicate<Member> which, Consumer<Member> then) {
    List<Member> found = members.stream().filter(which).toList();
    if (!found.isEmpty()) {
      then.accept(dice.of(found));
    }
  }
}
