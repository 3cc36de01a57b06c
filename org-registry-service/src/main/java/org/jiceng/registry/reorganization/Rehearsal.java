package org.jiceng.registry.reorganization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.registry.organization.Warning;

/**
 * What a reorganisation would do, found by doing it and taking it back. The counts are of what each
 * organisation has; totals are the same before and after, but for the organisations and posts that
 * end and begin.
 */
public record Rehearsal(
    ReorganizationKind kind,
    LocalDate effectiveOn,
    List<Effect> organizations,
    Map<String, Long> totalBefore,
    Map<String, Long> totalAfter,
    List<Move> members) {

  /** What an organisation has before and after, and whether its size then fits its type. */
  public record Effect(
      UUID organizationId,
      String code,
      String name,
      boolean begins,
      boolean ends,
      Map<String, Long> before,
      Map<String, Long> after,
      List<Warning> warnings) {}

  /** Where a member would go; at most a thousand are named. */
  public record Move(UUID memberId, UUID from, UUID to) {}
}
