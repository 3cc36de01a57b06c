package org.jiceng.member.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.MemberEvent.AffiliationEntered;
import org.jiceng.events.MemberEvent.AffiliationRevoked;
import org.jiceng.kit.problem.Problem;

/**
 * Where a member was affiliated, from the first stay on: one after the other, never two at once.
 */
record Stays(List<Affiliation> all) {
  static final Stays NONE = new Stays(List.of());

  /** What someone says was right, in any order (422 unless it can have been). */
  static Stays right(List<Affiliation> wanted, LocalDate today) {
    Stays stays = new Stays(sorted(wanted.stream()));
    stays.all.forEach(stay -> requirePossible(stay, today));
    for (int i = 1; i < stays.all.size(); i++) {
      LocalDate before = stays.all.get(i - 1).validTo();
      if (before == null || before.isAfter(stays.all.get(i).validFrom())) {
        throw refused("stays-overlap");
      }
    }
    return stays;
  }

  Affiliation first() {
    return all.get(0);
  }

  Affiliation last() {
    return all.get(all.size() - 1);
  }

  /** The same, but the last ended that day. */
  Stays endingOn(LocalDate day) {
    if (all.isEmpty()) {
      return this;
    }
    List<Affiliation> ended = new ArrayList<>(all.subList(0, all.size() - 1));
    ended.add(new Affiliation(last().organizationId(), last().validFrom(), day));
    return new Stays(ended);
  }

  /** These, and those of the others that overlap none of these. */
  Stays with(Stays others) {
    Stream<Affiliation> lacking =
        others.all.stream()
            .filter(other -> !other.isEmpty() && all.stream().noneMatch(other::overlaps));
    return new Stays(sorted(Stream.concat(all.stream(), lacking)));
  }

  /** Those that the others do not have. */
  List<Affiliation> without(Stays others) {
    return all.stream().filter(stay -> !others.all.contains(stay)).toList();
  }

  /** That these never were, save those that are right. */
  List<AffiliationRevoked> revoked(UUID member, Stays right) {
    return without(right).stream()
        .map(s -> new AffiliationRevoked(member, s.organizationId(), s.validFrom(), s.validTo()))
        .toList();
  }

  /** That these were, save those on record. */
  List<AffiliationEntered> entered(UUID member, Stays recorded) {
    return without(recorded).stream()
        .map(s -> new AffiliationEntered(member, s.organizationId(), s.validFrom(), s.validTo()))
        .toList();
  }

  /** The organisations of all stays in which the two differ. */
  Set<UUID> organizationsOfDifferences(Stays others) {
    Set<UUID> organizations = new HashSet<>();
    without(others).forEach(stay -> organizations.add(stay.organizationId()));
    others.without(this).forEach(stay -> organizations.add(stay.organizationId()));
    return organizations;
  }

  void requireFrom(LocalDate joinedOn) {
    if (first().validFrom().isBefore(joinedOn)) {
      throw refused("affiliated-before-joining");
    }
  }

  /** A member is somewhere at every instant, save between an end and the membership's restoring. */
  void requireNoGapBut(Stays recorded) {
    if (gaps() > recorded.gaps()) {
      throw refused("gap-between-stays");
    }
  }

  private long gaps() {
    long gaps = 0;
    for (int i = 1; i < all.size(); i++) {
      gaps += all.get(i - 1).validTo().equals(all.get(i).validFrom()) ? 0 : 1;
    }
    return gaps;
  }

  private static void requirePossible(Affiliation stay, LocalDate today) {
    if (stay.validFrom().isAfter(today)
        || (stay.validTo() != null && stay.validTo().isAfter(today))) {
      throw refused("in-the-future");
    }
    if (stay.validTo() != null && stay.validTo().isBefore(stay.validFrom())) {
      throw refused("ends-before-it-begins");
    }
  }

  private static List<Affiliation> sorted(Stream<Affiliation> stays) {
    return stays
        .sorted(
            Comparator.comparing(Affiliation::validFrom)
                .thenComparing(
                    Affiliation::validTo, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static Problem refused(String code) {
    return Problem.violation("affiliations", code);
  }
}
