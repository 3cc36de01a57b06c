package org.jiceng.member.mobile;

import java.time.LocalDate;
import org.jiceng.member.person.SealedPerson;

/**
 * An absence as it stands on a day.
 *
 * @param contactDue the last day for the next contact after those up to that day
 * @param moving whether the member has an open transfer
 */
record AbsenceOnDay(
    Absence absence, SealedPerson person, LocalDate day, LocalDate contactDue, boolean moving) {

  boolean isMobile() {
    return isAway() && !day.isBefore(absence.mobileFrom);
  }

  boolean isOverdue() {
    return isAway() && contactDue.isBefore(day);
  }

  boolean isTransferDue() {
    return isAway() && absence.isMatched() && !moving && !day.isBefore(absence.transferFrom);
  }

  /** Away on that day on the home's word. */
  private boolean isAway() {
    return (absence.state == AbsenceState.CONFIRMED || absence.state == AbsenceState.ENDED)
        && !day.isBefore(absence.since)
        && (absence.endedOn == null || day.isBefore(absence.endedOn));
  }
}
