package org.jiceng.member.desk;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.member.membership.Probations;

/** What lies on the desks of one's offices on a day; each count has a list of its own. */
public record DeskToday(
    LocalDate asOf,
    Turns transfers,
    @Schema(description = "Letters from or to one's offices that run out by lettersBy")
        long letters,
    LocalDate lettersBy,
    Mobile mobile,
    LocalDate contactsBy,
    Probations.Counts probations,
    LocalDate probationsBy) {

  /** Transfers in which an office of one's own has to act. */
  public record Turns(
      @Schema(description = "All of them") long waiting,
      @Schema(description = "Of these, due today") long due,
      @Schema(description = "Of these, due before today") long overdue,
      @Schema(description = "Of these, of which the office above is told") long escalated,
      @Schema(description = "Of these, receipts to acknowledge") long receipts) {}

  /** Members who are away, and those whom one is asked to host. */
  public record Mobile(
      @Schema(description = "Own members whose contact is overdue") long contactsOverdue,
      @Schema(description = "Own members whose contact is due by contactsBy") long contactsDue,
      @Schema(description = "Reports by members to decide on") long pending,
      @Schema(description = "Members whom one is asked to host") long asked,
      @Schema(description = "Own members for whom a transfer to the host is proposed")
          long transferDue,
      @Schema(description = "Own members whom the host that was asked does not host yet")
          long unmatched) {}
}
