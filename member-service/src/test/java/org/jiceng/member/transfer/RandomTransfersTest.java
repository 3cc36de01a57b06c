package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiceng.events.MemberEvent.LetterReissued;
import org.jiceng.events.MemberEvent.TransferCancelled;
import org.jiceng.events.MemberEvent.TransferCompleted;
import org.jiceng.events.MemberEvent.TransferEvent;
import org.jiceng.events.MemberEvent.TransferExpired;
import org.jiceng.events.MemberEvent.TransferRefused;
import org.jiceng.events.MemberEvent.TransferRequested;
import org.jiceng.events.MembershipEnd;
import org.jiceng.kit.policy.DatedPeriod;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.MemberSample;

/**
 * Whatever two offices do, in whatever order and however badly dated: the member is affiliated to
 * exactly one organisation at each instant until death, and what events tell says the same.
 */
class RandomTransfersTest {
  private static final LocalDate ADMITTED = LocalDate.parse("2009-01-01");
  private static final TransferPolicy POLICY = new Periods();

  /** The defaults. */
  static final class Periods implements TransferPolicy {
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
    SEND_BACK,
    REISSUE,
    ACKNOWLEDGE,
    RECEIVE,
    REFUSE,
    CANCEL,
    EXPIRE,
    DIE
  }

  /** A command, so many days after the one before, dated so many days back. */
  record Step(Act act, int days, int back, boolean there) {}

  /** One stay at an organisation; open while {@code to} is null. */
  record Stay(UUID at, LocalDate from, LocalDate to) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
  }

  @Provide
  Arbitrary<List<Step>> interleavings() {
    Arbitrary<Step> step =
        Combinators.combine(
                Arbitraries.of(Act.values()),
                Arbitraries.integers().between(0, 60),
                Arbitraries.integers().between(0, 20),
                Arbitraries.of(true, false))
            .as(Step::new);
    return step.list().ofMaxSize(40);
  }

  @Property(tries = 500)
  void atEachInstantTheMemberIsAtExactlyOnePlace(@ForAll("interleavings") List<Step> steps) {
    World world = new World();
    steps.forEach(world::take);
    for (LocalDate day = ADMITTED; !day.isAfter(world.today); day = day.plusDays(1)) {
      LocalDate at = day;
      assertThat(world.stays.stream().filter(stay -> stay.covers(at)))
          .hasSize(world.diedOn != null && !day.isBefore(world.diedOn) ? 0 : 1);
    }
    assertThat(world.affiliationByEvents).isEqualTo(world.member.organizationId());
    assertThat(world.opened - world.closed).isBetween(0, 1);
  }

  /** The two offices, their member, and what events have told. */
  private static final class World {
    private final UUID here = new UUID(0, 1);
    private final UUID there = new UUID(0, 2);
    private final Member member = MemberSample.at(here, ADMITTED);
    private final List<Stay> stays = new ArrayList<>(List.of(new Stay(here, ADMITTED, null)));
    private UUID affiliationByEvents = here;
    private LocalDate today = ADMITTED;
    private LocalDate diedOn;
    private Transfer transfer;
    private int opened;
    private int closed;

    void take(Step step) {
      today = today.plusDays(step.days());
      LocalDate on = today.minusDays(step.back());
      try {
        act(step, on);
      } catch (Problem refused) {
        assertThat(refused.type().status()).isBetween(409, 422);
      }
    }

    private void act(Step step, LocalDate on) {
      boolean open = transfer != null && transfer.state.isOpen();
      switch (step.act()) {
        case REQUEST -> {
          if (!open) {
            Transfer wanted =
                Transfer.within(UUID.randomUUID(), member, step.there() ? there : here, on);
            told(wanted.request(member, today, POLICY), on);
            transfer = wanted;
          }
        }
        case DIE -> {
          MemberSample.end(member, MembershipEnd.DECEASED, on);
          diedOn = on;
          endStay(on);
          if (open) {
            LocalDate last = transfer.lastFact();
            told(transfer.cancel("MEMBERSHIP_ENDED", on.isBefore(last) ? last : on), on);
          }
        }
        default -> {
          if (transfer != null) {
            told(decide(step.act(), on), on);
          }
        }
      }
    }

    private TransferEvent decide(Act act, LocalDate on) {
      return switch (act) {
        case APPROVE -> transfer.approve("L", on, today, POLICY);
        case SEND_BACK -> transfer.sendBack("WRONG", on, today, POLICY);
        case REISSUE -> transfer.reissue("M", member, on, POLICY);
        case ACKNOWLEDGE -> transfer.acknowledge(on);
        case RECEIVE -> transfer.receive(member, on, today);
        case REFUSE -> transfer.refuse("NO", on);
        case CANCEL -> transfer.cancel(null, on);
        default -> expire();
      };
    }

    /** As the sweep does: only what is due. */
    private TransferEvent expire() {
      boolean due = transfer.isOverdue(today);
      return due || !transfer.state.isOpen() ? transfer.expire(today) : null;
    }

    private void told(TransferEvent event, LocalDate on) {
      if (event instanceof TransferCompleted completed) {
        affiliationByEvents = completed.destinationId();
        assertThat(today).isBeforeOrEqualTo(transfer.letter.validUntil());
        endStay(on);
        stays.add(new Stay(completed.destinationId(), on, null));
      }
      if (event instanceof TransferRequested) {
        opened++;
      } else if (event instanceof TransferCompleted
          || event instanceof TransferRefused
          || event instanceof TransferCancelled
          || event instanceof TransferExpired) {
        closed++;
      } else if (event instanceof LetterReissued && closed == opened) {
        closed--;
      }
    }

    private void endStay(LocalDate on) {
      Stay last = stays.remove(stays.size() - 1);
      assertThat(on).isAfterOrEqualTo(last.from());
      stays.add(new Stay(last.at(), last.from(), on));
    }
  }
}
