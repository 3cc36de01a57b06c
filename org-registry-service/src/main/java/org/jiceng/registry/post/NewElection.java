package org.jiceng.registry.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.PostKind;
import org.jiceng.kit.problem.Problem;

/** The result of an election; the term begins on effectiveOn, or on the day it was held. */
public record NewElection(
    @NotNull @Schema(examples = "2009-06-01") LocalDate heldOn,
    LocalDate effectiveOn,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid Elected> results) {

  /** Who was elected to what; holderId is a member's id where the holder is one of ours. */
  public record Elected(@NotNull PostKind kind, UUID holderId) {}

  /** Refuses posts that nobody elects, a second secretary and a person elected twice. */
  void requireSound() {
    Set<UUID> holders = new HashSet<>();
    boolean secretary = false;
    for (int i = 0; i < results.size(); i++) {
      Elected elected = results.get(i);
      if (!ElectedPosts.KINDS.contains(elected.kind())) {
        throw Problem.violation("results[%d].kind".formatted(i), "not-elected", elected.kind());
      }
      if (elected.kind() == PostKind.SECRETARY && secretary) {
        throw Problem.violation("results[%d].kind".formatted(i), "one-secretary");
      }
      if (elected.holderId() != null && !holders.add(elected.holderId())) {
        throw Problem.violation("results[%d].holderId".formatted(i), "elected-twice");
      }
      secretary |= elected.kind() == PostKind.SECRETARY;
    }
  }
}
