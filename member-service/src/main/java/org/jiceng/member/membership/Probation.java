package org.jiceng.member.membership;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A probationary member, and from when on confirmation is possible. */
public record Probation(
    MemberView member,
    @Schema(
            examples = "2010-03-01",
            description = "The first day on which confirmation is possible")
        LocalDate overOn) {
  @Override
  public String toString() {
    return "the probation of " + member;
  }
}
