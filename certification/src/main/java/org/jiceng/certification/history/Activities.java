package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityEvent.ActivityHeldJointly;
import org.jiceng.events.ActivityEvent.AttendanceExpected;
import org.jiceng.events.ActivityEvent.AttendanceRecorded;
import org.jiceng.events.ActivityEvent.AttendanceRevoked;
import org.jiceng.events.ActivityKind;

/** Activities that were held, by whom, and who attended or turned out not to have. */
final class Activities {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final List<Held> held = new ArrayList<>();

  /** An activity on its day, with the attendances on record. */
  record Held(UUID id, UUID organization, LocalDate on, List<AttendanceRecorded> attendances) {}

  Activities(Chronicle chronicle, Line line) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
  }

  /** Those that took place, for whoever pays for one. */
  List<Held> held() {
    return held;
  }

  void happen() {
    if (held.isEmpty() || dice.once(2)) {
      hold();
      return;
    }
    Held activity = dice.of(held);
    if (activity.attendances.isEmpty() || dice.once(2)) {
      attend(activity);
    } else {
      revoke(activity);
    }
  }

  private void hold() {
    LocalDate on = line.day();
    Held activity = new Held(dice.id(), line.any(on), on, new ArrayList<>());
    held.add(activity);
    ActivityKind kind = dice.of(ActivityKind.values());
    chronicle.tell(new ActivityHeld(activity.id, activity.organization, kind), on);
    if (dice.once(3)) {
      chronicle.tell(
          new ActivityHeldJointly(activity.id, line.any(on), activity.organization, kind), on);
    }
    if (dice.once(2)) {
      chronicle.tell(
          new AttendanceExpected(activity.id, activity.organization, kind, dice.below(9)), on);
    }
    for (int came = dice.below(4); came > 0; came--) {
      attend(activity);
    }
  }

  private void attend(Held activity) {
    UUID registration = dice.once(3) ? dice.id() : null;
    boolean known = registration == null || dice.once(2);
    AttendanceRecorded attendance =
        new AttendanceRecorded(
            dice.id(),
            activity.id,
            activity.organization,
            registration,
            known ? dice.id() : null,
            known ? line.any(activity.on) : null);
    activity.attendances.add(attendance);
    chronicle.tell(attendance, activity.on);
  }

  private void revoke(Held activity) {
    AttendanceRecorded wrong = activity.attendances.remove(dice.below(activity.attendances.size()));
    chronicle.tell(
        new AttendanceRevoked(
            wrong.attendanceId(),
            wrong.activityId(),
            wrong.organizationId(),
            wrong.registrationId(),
            wrong.memberId(),
            wrong.homeId(),
            null),
        activity.on);
  }
}
