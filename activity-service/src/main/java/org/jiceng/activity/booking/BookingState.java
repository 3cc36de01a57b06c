package org.jiceng.activity.booking;

import java.util.Set;
import org.jiceng.kit.problem.ProblemType;

/** Where a booking stands in its life; ADR 14 says which follows which. */
public enum BookingState {
  /** Kept for a few minutes while a person decides. */
  HELD("booking-held"),
  /** Waits for approval, and excludes nobody. */
  REQUESTED("booking-requested"),
  CONFIRMED("booking-confirmed"),
  CHECKED_IN("booking-checked-in"),
  /** Nobody came, and what was left of the time was released. */
  NO_SHOW("booking-missed"),
  REFUSED("booking-refused"),
  CANCELLED("booking-cancelled"),
  /** A hold ran out, or a request was not decided on in time. */
  LAPSED("booking-lapsed");

  /** Those that exclude every other; as the constraint booking_no_overlap has it. */
  static final String EXCLUDING = "('HELD', 'CONFIRMED', 'CHECKED_IN')";

  private static final Set<BookingState> THAT_EXCLUDE = Set.of(HELD, CONFIRMED, CHECKED_IN);

  /** Why a command is refused that does not suit a booking in this state. */
  final ProblemType refusal;

  BookingState(String refusal) {
    this.refusal = new ProblemType(409, refusal);
  }

  /** Whether nobody else can have the space. */
  boolean excludes() {
    return THAT_EXCLUDE.contains(this);
  }
}
