package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jiceng.events.MemberEvent;
import org.jiceng.events.MemberEvent.TransferEvent;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.policy.DatedPeriod;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.membership.Affiliation;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.MemberSample;

/**
 * Whatever two offices do with a member, in whatever order and however badly dated: the member is
 * affiliated to exactly one organisation at each instant of the membership and to none outside it,
 * and whoever counts by the events counts the same as whoever wrote down what was done.
 */
class RandomLivesTest {
  private static final LocalDate ADMITTED = LocalDate.parse("2009-01-01");
  private static final TransferPolicy POLICY = new Defaults();

  private static final class Defaults implements TransferPolicy {
    @Override
    public DatedPeriod letterValidity() {
      return new DatedPeriod("0001-01-01=P3M");
    }

    @Override
    public DatedPeriod decisionWithin() {
      return new DatedPeriod("0001-01-01=P1M");
    }

    @Override
    public DatedPeriod mendingWithin() {
      return new DatedPeriod("0001-01-01=P1M");
    }

    @Override
    public DatedPeriod reminderAfter() {
      return new DatedPeriod("0001-01-01=P7D");
    }

    @Override
    public DatedPeriod escalationAfter() {
      return new DatedPeriod("0001-01-01=P21D");
    }
  }

  enum Act {
    REQUEST,
    APPROVE,
    RECEIVE,
    SEND_BACK,
    REISSUE,
    CANCEL,
    CONFIRM,
    EXTEND,
    SUSPEND,
    RESUME,
    WITHDRAW,
    EXPEL,
    END_PROBATION,
    ENTERED_IN_ERROR,
    RESTORE,
    MOVE_A_BOUNDARY,
    CHANGE_A_STAY,
    CORRECT_THE_END,
    CORRECT_CONFIRMATION,
    MERGE
  }

  /** A command, so many days after the one before, dated so many days back. */
  record Step(Act act, int days, int back, boolean there, int pick) {}

  @Provide
  Arbitrary<List<Step>> interleavings() {
    Arbitrary<Act> acts =
        Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of(Act.values())),
            Tuple.of(6, Arbitraries.of(Act.REQUEST, Act.APPROVE, Act.RECEIVE, Act.RESTORE)),
            Tuple.of(2, Arbitraries.of(Act.CONFIRM, Act.RESUME)));
    Arbitrary<Step> step =
        Combinators.combine(
                acts,
                Arbitraries.integers().between(0, 60),
                Arbitraries.integers().between(0, 40),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 99))
            .as(Step::new);
    return step.list().ofMinSize(10).ofMaxSize(60);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void atEachInstantOfTheMembershipThereIsOneAffiliationAndEventsCountTheSame(
      @ForAll("interleavings") List<Step> steps) {
    World world = new World();
    steps.forEach(world::take);
    for (LocalDate day = ADMITTED.minusDays(400);
        !day.isAfter(world.today);
        day = day.plusDays(1)) {
      world.checkOn(day);
    }
    world.checkNow();
  }

  /** A period from a day to the day before another; null: still. */
  private record Span(LocalDate from, LocalDate to) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
  }

  /** The two offices, their member, what was done, and what events have told. */
  private static final class World {
    private final UUID here = new UUID(0, 1);
    private final UUID there = new UUID(0, 2);
    private final Member member = MemberSample.onProbation(here, ADMITTED);
    private final Counting told = new Counting();
    private List<Affiliation> stays =
        new ArrayList<>(List.of(new Affiliation(here, ADMITTED, null)));
    private final List<Span> suspensions = new ArrayList<>();
    private LocalDate confirmedOn;
    private boolean mayHaveGaps;
    private LocalDate today = ADMITTED;
    private Transfer transfer;

    World() {
      told.fold(member.admitted(), ADMITTED);
    }

    void take(Step step) {
      today = today.plusDays(step.days());
      try {
        act(step, today.minusDays(step.back()));
      } catch (Problem refused) {
        assertThat(refused.type().status()).isBetween(409, 422);
      }
    }

    void checkOn(LocalDate day) {
      for (UUID office : List.of(here, there)) {
        long counted = stays.stream().filter(stay -> at(stay, office, day)).count();
        assertThat(told.on(office, day)).as("%s on %s", office, day).isEqualTo((int) counted);
      }
      long places = stays.stream().filter(stay -> at(stay, stay.organizationId(), day)).count();
      assertThat(places).as("on %s", day).isLessThanOrEqualTo(1);
      if (mustBeSomewhere(day)) {
        assertThat(places).as("on %s", day).isEqualTo(1);
      }
    }

    void checkNow() {
      assertThat(MemberSample.status(member))
          .isEqualTo(confirmedOn == null ? MembershipStatus.PROBATIONARY : MembershipStatus.FULL);
      if (!stays.isEmpty()) {
        assertThat(last().organizationId()).isEqualTo(member.organizationId());
        assertThat(last().validFrom()).isEqualTo(member.affiliatedOn());
        assertThat(last().validTo()).isEqualTo(MemberSample.endedOn(member));
      }
    }

    private void act(Step step, LocalDate on) {
      UUID place = step.there() ? there : here;
      switch (step.act()) {
        case CONFIRM -> {
          MemberSample.confirm(member, on);
          requireInRights(on);
          confirmedOn = on;
        }
        case EXTEND -> MemberSample.extend(member, ADMITTED.plusMonths(18 + step.pick() % 7), on);
        case SUSPEND -> {
          MemberSample.suspend(member, on);
          suspensions.add(new Span(on, null));
        }
        case RESUME -> {
          MemberSample.resume(member, on);
          endSuspension(on);
        }
        case WITHDRAW -> end(MembershipEnd.WITHDRAWN, on);
        case EXPEL -> end(MembershipEnd.EXPELLED, on);
        case END_PROBATION -> end(MembershipEnd.PROBATION_ENDED, on);
        case ENTERED_IN_ERROR -> {
          if (step.pick() < 10) {
            end(MembershipEnd.ENTERED_IN_ERROR, on);
            MemberSample.unsaid(member, stays).forEach(event -> told.fold(event, on));
            stays.clear();
          }
        }
        case RESTORE -> {
          told.fold(MemberSample.restore(member, place, on), on);
          mayHaveGaps = true;
          stays.add(new Affiliation(place, on, null));
        }
        case CORRECT_CONFIRMATION -> {
          LocalDate right = step.there() ? on : null;
          MemberSample.correctConfirmation(member, right);
          confirmedOn = right;
        }
        case MERGE -> merge(place, step);
        case MOVE_A_BOUNDARY, CHANGE_A_STAY, CORRECT_THE_END -> correct(step, place);
        default -> transfer(step, place, on);
      }
    }

    private void end(MembershipEnd reason, LocalDate on) {
      told.fold(MemberSample.end(member, reason, on), on);
      endStay(on);
      endSuspension(on);
      if (transfer != null && transfer.state.isOpen()) {
        LocalDate last = transfer.lastFact();
        transfer.cancel("MEMBERSHIP_ENDED", on.isBefore(last) ? last : on);
      }
    }

    private void correct(Step step, UUID place) {
      if (stays.isEmpty()) {
        return;
      }
      List<Affiliation> right = new ArrayList<>(stays);
      int n = step.pick() % right.size();
      Affiliation stay = right.get(n);
      switch (step.act()) {
        case CHANGE_A_STAY ->
            right.set(n, new Affiliation(place, stay.validFrom(), stay.validTo()));
        case CORRECT_THE_END ->
            right.set(
                right.size() - 1,
                new Affiliation(
                    last().organizationId(),
                    last().validFrom(),
                    step.there() ? null : today.minusDays(step.back())));
        default -> {
          LocalDate boundary = stay.validFrom().plusDays(step.pick() - 50);
          right.set(n, new Affiliation(stay.organizationId(), boundary, stay.validTo()));
          if (n > 0) {
            Affiliation before = right.get(n - 1);
            right.set(
                n - 1, new Affiliation(before.organizationId(), before.validFrom(), boundary));
          }
        }
      }
      MemberSample.correct(member, stays, right, today)
          .forEach(event -> told.fold(event, ADMITTED));
      stays = right;
      if (transfer != null
          && transfer.state.isOpen()
          && !transfer.sourceId.equals(member.organizationId())) {
        transfer.cancel("AFFILIATION_CORRECTED", today);
      }
    }

    /** A second record turns up, and is merged; whatever it told is worth nothing by then. */
    private void merge(UUID place, Step step) {
      LocalDate since = ADMITTED.minusDays(200).plusDays(step.pick() * 3L);
      if (since.isAfter(today)) {
        return;
      }
      Member duplicate = MemberSample.at(place, since);
      Affiliation theirs = new Affiliation(place, since, null);
      if (step.back() > 0 && !since.plusDays(step.back()).isAfter(today)) {
        theirs = new Affiliation(place, since, since.plusDays(step.back()));
        MemberSample.end(duplicate, MembershipEnd.WITHDRAWN, theirs.validTo());
      }
      List<MemberEvent> events = new ArrayList<>();
      events.addAll(MemberSample.takeOver(member, duplicate, stays, List.of(theirs)));
      mayHaveGaps = true;
      told.fold(duplicate.admitted(), since);
      if (theirs.validTo() != null) {
        told.fold(
            new MemberEvent.MembershipEnded(duplicate.id(), place, MembershipEnd.WITHDRAWN),
            theirs.validTo());
      }
      events.addAll(MemberSample.mergeInto(duplicate, member, List.of(theirs), today));
      events.forEach(event -> told.fold(event, today));
      Affiliation entered = theirs;
      if (stays.stream().noneMatch(own -> overlap(own, entered)) && !isEmpty(entered)) {
        stays.add(entered);
        stays.sort(
            Comparator.comparing(Affiliation::validFrom)
                .thenComparing(
                    Affiliation::validTo, Comparator.nullsLast(Comparator.naturalOrder())));
      }
    }

    private void transfer(Step step, UUID place, LocalDate on) {
      if (step.act() == Act.REQUEST) {
        if (transfer == null || !transfer.state.isOpen()) {
          Transfer wanted = Transfer.within(UUID.randomUUID(), member, place, on);
          wanted.request(member, today, POLICY);
          transfer = wanted;
        }
      } else if (transfer != null) {
        TransferEvent event =
            switch (step.act()) {
              case APPROVE -> transfer.approve("L", on, today, POLICY);
              case SEND_BACK -> transfer.sendBack("WRONG", on, today, POLICY);
              case REISSUE -> transfer.reissue("M", member, on, POLICY);
              case CANCEL -> transfer.cancel(null, on);
              default -> transfer.receive(member, on, today);
            };
        told.fold(event, on);
        if (step.act() == Act.RECEIVE) {
          requireInRights(on);
          endStay(on);
          stays.add(new Affiliation(transfer.destinationId, on, null));
        }
      }
    }

    private void requireInRights(LocalDate on) {
      assertThat(suspensions).noneMatch(span -> span.covers(on));
    }

    private void endStay(LocalDate on) {
      Affiliation last = stays.remove(stays.size() - 1);
      assertThat(on).isAfterOrEqualTo(last.validFrom());
      stays.add(new Affiliation(last.organizationId(), last.validFrom(), on));
    }

    private void endSuspension(LocalDate on) {
      suspensions.replaceAll(span -> span.to() == null ? new Span(span.from(), on) : span);
    }

    /**
     * From the first stay to the end; but an end may be lifted later, and another record know less.
     */
    private boolean mustBeSomewhere(LocalDate day) {
      return !stays.isEmpty()
          && !day.isBefore(mayHaveGaps ? last().validFrom() : stays.get(0).validFrom())
          && (last().validTo() == null || day.isBefore(last().validTo()));
    }

    private Affiliation last() {
      return stays.get(stays.size() - 1);
    }

    private static boolean at(Affiliation stay, UUID office, LocalDate day) {
      return stay.organizationId().equals(office)
          && new Span(stay.validFrom(), stay.validTo()).covers(day);
    }

    private static boolean isEmpty(Affiliation stay) {
      return stay.validFrom().equals(stay.validTo());
    }

    private static boolean overlap(Affiliation one, Affiliation other) {
      return !isEmpty(one)
          && (one.validTo() == null || other.validFrom().isBefore(one.validTo()))
          && (other.validTo() == null || one.validFrom().isBefore(other.validTo()));
    }
  }
}
