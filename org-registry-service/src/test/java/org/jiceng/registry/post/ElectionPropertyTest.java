package org.jiceng.registry.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.PostKind;
import org.jiceng.kit.policy.DatedPeriod;
import org.jiceng.kit.problem.Problem;

/** Whatever days are given, a term begins when it may, and runs as long as its type has it. */
class ElectionPropertyTest {
  private static final LocalDate FOUNDED = LocalDate.of(2000, 1, 1);
  private static final TermPolicy POLICY =
      new TermPolicy() {
        @Override
        public DatedPeriod branch() {
          return new DatedPeriod("0001-01-01=P3Y");
        }

        @Override
        public DatedPeriod committee() {
          return new DatedPeriod("0001-01-01=P5Y");
        }
      };

  @Property
  void aTermBeginsAfterTheLastOneBeganAndRunsItsLength(
      @ForAll OrganizationType type,
      @ForAll boolean active,
      @ForAll @IntRange(min = -9, max = 40) int held,
      @ForAll @IntRange(min = -9, max = 40) int from,
      @ForAll @IntRange(min = 0, max = 40) int last,
      @ForAll @IntRange(min = 0, max = 40) int now) {
    LocalDate heldOn = FOUNDED.plusDays(held);
    LocalDate begins = FOUNDED.plusDays(from);
    LocalDate today = FOUNDED.plusDays(now);
    UUID organization = UUID.randomUUID();
    Election.Electorate electorate =
        new Election.Electorate(organization, type, active, FOUNDED, FOUNDED.plusDays(last));
    NewElection wanted =
        new NewElection(heldOn, begins, List.of(new NewElection.Elected(PostKind.SECRETARY, null)));
    boolean allowed =
        active && held >= 0 && held <= now && from >= held && from <= now && from > last;

    Election election;
    try {
      election = Election.hold(UUID.randomUUID(), electorate, wanted, POLICY, today);
    } catch (Problem refused) {
      assertThat(allowed).as(refused.getMessage()).isFalse();
      return;
    }

    assertThat(allowed).isTrue();
    int years = type.name().endsWith("COMMITTEE") ? 5 : 3;
    assertThat(election.termEndsOn()).isEqualTo(begins.plusYears(years));
    assertThat(election.held().organizationId()).isEqualTo(organization);
  }
}
