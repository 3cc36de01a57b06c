package org.jiceng.registry.post;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RegistryEvent.ElectionHeld;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** An election and the term that it began, from effectiveOn until termEndsOn or the next one. */
record Election(
    UUID id, UUID organizationId, LocalDate heldOn, LocalDate effectiveOn, LocalDate termEndsOn) {
  static final ProblemType NOT_ACTIVE = new ProblemType(409, "organization-not-active");
  static final ProblemType TERM_OVERLAPS = new ProblemType(409, "term-overlaps");

  /**
   * What an election must know of who elects.
   *
   * @param lastTermFrom when the latest term on record began; null if there was no election yet
   */
  record Electorate(
      UUID organizationId,
      OrganizationType type,
      boolean active,
      LocalDate establishedOn,
      LocalDate lastTermFrom) {}

  /** An organisation at work elects; its term begins after every other one has begun. */
  static Election hold(
      UUID id, Electorate electorate, NewElection wanted, TermPolicy policy, LocalDate today) {
    wanted.requireSound();
    LocalDate heldOn = wanted.heldOn();
    LocalDate from = wanted.effectiveOn() == null ? heldOn : wanted.effectiveOn();
    if (!electorate.active()) {
      throw new Problem(NOT_ACTIVE);
    }
    if (heldOn.isAfter(today)) {
      throw Problem.violation("heldOn", "in-the-future");
    }
    if (from.isAfter(today)) {
      throw Problem.violation("effectiveOn", "in-the-future");
    }
    if (from.isBefore(heldOn)) {
      throw Problem.violation("effectiveOn", "before-election", heldOn);
    }
    if (heldOn.isBefore(electorate.establishedOn())) {
      throw Problem.violation("heldOn", "before-established", electorate.establishedOn());
    }
    LocalDate last = electorate.lastTermFrom();
    if (last != null && !from.isAfter(last)) {
      throw new Problem(TERM_OVERLAPS, last).at("effectiveOn");
    }
    return new Election(
        id, electorate.organizationId(), heldOn, from, policy.endOf(electorate.type(), from));
  }

  /** What others are told of it. */
  ElectionHeld held() {
    return new ElectionHeld(id, organizationId, heldOn, termEndsOn);
  }
}
