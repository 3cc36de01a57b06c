package org.jiceng.member.membership;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A probationary member, and from when on confirmation is possible.
 *
 * @param extensionFrom until when it would have to be extended at least today; null where it has
 *     been already
 * @param extensionTo until when it could be extended at most today; null likewise
 */
public record Probation(
    MemberView member,
    @Schema(
            examples = "2010-03-01",
            description = "The first day on which confirmation is possible")
        LocalDate overOn,
    @Schema(examples = "2010-09-01") LocalDate extensionFrom,
    @Schema(examples = "2011-03-01") LocalDate extensionTo) {

  static Probation of(MemberView member, LocalDate overOn, MembershipPolicy policy, LocalDate on) {
    boolean extended = member.probationUntil() != null;
    return new Probation(
        member,
        overOn,
        extended ? null : overOn.plus(policy.extensionAtLeast().on(on)),
        extended ? null : overOn.plus(policy.extensionAtMost().on(on)));
  }

  @Override
  public String toString() {
    return "the probation of " + member;
  }
}
