package org.jiceng.member.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.events.Urgency;

/**
 * The clocks of the state that a transfer waits in.
 *
 * @param dueOn by when the office that has to act should have; it is reminded on that day
 * @param escalateOn from when on the office above it is told
 * @param remindedOn when it was reminded; null when not yet
 * @param escalatedOn when the one above was told; null when not yet
 */
record Deadlines(
    LocalDate dueOn, LocalDate escalateOn, LocalDate remindedOn, LocalDate escalatedOn) {
  /** What runs for nobody. */
  static final Deadlines NONE = new Deadlines(null, null, null, null);

  /** They start when a state is entered; none lasts longer than one may act at all. */
  static Deadlines from(LocalDate today, LocalDate actUntil, TransferPolicy policy) {
    return new Deadlines(
        earlier(today.plus(policy.reminderAfter().on(today)), actUntil),
        earlier(today.plus(policy.escalationAfter().on(today)), actUntil),
        null,
        null);
  }

  static Deadlines of(ResultSet row) throws SQLException {
    return new Deadlines(
        row.getObject("due_on", LocalDate.class),
        row.getObject("escalate_on", LocalDate.class),
        row.getObject("reminded_on", LocalDate.class),
        row.getObject("escalated_on", LocalDate.class));
  }

  /** What is to be told by today and has not been, in this order. */
  List<Urgency> untold(LocalDate today) {
    List<Urgency> untold = new ArrayList<>();
    if (remindedOn == null && isReached(dueOn, today)) {
      untold.add(Urgency.REMINDER);
    }
    if (escalatedOn == null && isReached(escalateOn, today)) {
      untold.add(Urgency.ESCALATION);
    }
    return untold;
  }

  /** The day from which on it was to be told. */
  LocalDate of(Urgency urgency) {
    return urgency == Urgency.REMINDER ? dueOn : escalateOn;
  }

  /** Whether the office above is concerned, whatever has been told. */
  boolean isEscalated(LocalDate today) {
    return isReached(escalateOn, today);
  }

  private static boolean isReached(LocalDate day, LocalDate today) {
    return day != null && !today.isBefore(day);
  }

  private static LocalDate earlier(LocalDate day, LocalDate bound) {
    return bound != null && bound.isBefore(day) ? bound : day;
  }
}
