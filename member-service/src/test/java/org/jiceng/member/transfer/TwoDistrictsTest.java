package org.jiceng.member.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiceng.events.MembershipEnd;
import org.jiceng.events.MembershipStatus;
import org.jiceng.kit.problem.Problem;
import org.jiceng.member.membership.Member;
import org.jiceng.member.membership.MemberSample;

/**
 * Two districts that hand a member over, by the rules of {@link Transfer}, while the network
 * between them loses, doubles and reorders requests and answers, which is also what a crash between
 * commit and answer looks like. A message is sent until it is answered, one at a time in each
 * direction; what it did the first time is answered for ever.
 */
class TwoDistrictsTest {
  private static final LocalDate ADMITTED = LocalDate.parse("2009-01-01");
  private static final LocalDate BEGIN = LocalDate.parse("2009-03-01");
  private static final UUID HERE = new UUID(0, 1);
  private static final UUID THERE = new UUID(0, 2);
  private static final TransferPolicy POLICY = new RandomTransfersTest.Periods();

  enum Act {
    APPROVE,
    REISSUE,
    CANCEL,
    EXPIRE_AT_SOURCE,
    DIE,
    RECEIVE,
    SEND_BACK,
    REFUSE,
    CANCEL_THERE,
    EXPIRE_AT_DESTINATION,
    SEND_FROM_SOURCE,
    SEND_FROM_DESTINATION,
    DELIVER,
    DOUBLE,
    LOSE,
    TOMORROW,
    LATER
  }

  /** One act; which of the things under way it is about, where it is about one. */
  record Step(Act act, int which) {}

  enum Kind {
    OFFER,
    WITHDRAWAL,
    RELEASE,
    RETURN,
    REFUSAL,
    ARRIVAL
  }

  /** A message, the same however often it is sent. */
  record Message(int id, Kind kind, int letter, Letter content) {
    boolean fromSource() {
      return kind == Kind.OFFER || kind == Kind.WITHDRAWAL;
    }
  }

  /** What was answered; a day where the member is released. */
  record Answer(boolean taken, boolean superseded, LocalDate day) {}

  /** A request under way, or an answer to it. */
  record Flight(Message message, Answer answer) {}

  @Provide
  Arbitrary<List<Step>> interleavings() {
    Arbitrary<Act> act =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(10, Arbitraries.of(Act.values())),
            net.jqwik.api.Tuple.of(
                20,
                Arbitraries.of(
                    Act.SEND_FROM_SOURCE,
                    Act.SEND_FROM_DESTINATION,
                    Act.DELIVER,
                    Act.DELIVER,
                    Act.DELIVER,
                    Act.RECEIVE,
                    Act.APPROVE)));
    return Combinators.combine(act, Arbitraries.integers().between(0, 9))
        .as(Step::new)
        .list()
        .ofMaxSize(80);
  }

  @Property(tries = 2000)
  void onNoDayTwoAndInTheEndOnNoDayNone(@ForAll("interleavings") List<Step> steps) {
    World world = new World();
    for (Step step : steps) {
      world.take(step);
      world.requireNeverTwo();
      world.requireNoneOnlyWhileReleaseIsUnanswered();
    }
    world.settle();
    world.requireExactlyOne();
    world.requireBothEndsToAgree();
  }

  /** The commonest way, so that it is known to be gone at all. */
  @net.jqwik.api.Example
  void withoutAccidentsTheMemberArrivesOnTheNextDay() {
    World world = new World();
    world.take(new Step(Act.APPROVE, 0));
    world.settle();
    world.take(new Step(Act.RECEIVE, 0));
    assertThat(world.count(BEGIN.plusDays(1))).isEqualTo(1);
    assertThat(world.arrivedOn).isNull();
    world.settle();
    assertThat(world.arrivedOn).isEqualTo(BEGIN.plusDays(1));
    assertThat(world.out.state).isEqualTo(TransferState.ACKNOWLEDGED);
    assertThat(world.in.state).isEqualTo(TransferState.ACKNOWLEDGED);
    world.requireExactlyOne();
  }

  /** Both districts and what is between them. */
  private static final class World {
    private final Member member = MemberSample.at(HERE, ADMITTED);
    private final Transfer out;
    private final Deque<Message> fromSource = new ArrayDeque<>();
    private final Deque<Message> fromDestination = new ArrayDeque<>();
    private final Map<Integer, Answer> answered = new HashMap<>();
    private final List<Flight> underWay = new ArrayList<>();
    private LocalDate today = BEGIN;
    private LocalDate endedOn;
    private boolean died;
    private Transfer in;
    private int heardOf;
    private LocalDate arrivedOn;
    private int messages;

    World() {
      out = Transfer.out(new UUID(1, 1), member, BEGIN);
      out.peer = "there";
      out.request(member, BEGIN, POLICY);
    }

    void take(Step step) {
      try {
        act(step);
      } catch (Problem refused) {
        assertThat(refused.type().status()).isBetween(409, 422);
      }
    }

    private void act(Step step) {
      switch (step.act()) {
        case APPROVE -> {
          out.approve("L", today, today, POLICY);
          offer();
        }
        case REISSUE -> {
          out.reissue("L", member, today, POLICY);
          offer();
        }
        case CANCEL -> {
          out.cancel("STAYS", today);
          withdraw();
        }
        case EXPIRE_AT_SOURCE -> {
          if (out.isOverdue(today)) {
            out.expire(today);
            withdraw();
          }
        }
        case DIE -> die();
        case RECEIVE -> {
          if (in != null) {
            in.askForRelease(today, today);
            say(Kind.RELEASE);
          }
        }
        case SEND_BACK -> {
          if (in != null) {
            in.sendBack("WRONG", today, today, POLICY);
            say(Kind.RETURN);
          }
        }
        case REFUSE -> {
          if (in != null) {
            in.refuse("NO", today);
            say(Kind.REFUSAL);
          }
        }
        case CANCEL_THERE -> {
          if (in != null) {
            in.cancel("NO", today);
            say(Kind.REFUSAL);
          }
        }
        case EXPIRE_AT_DESTINATION -> {
          if (in != null && in.isOverdue(today)) {
            in.expire(today);
          }
        }
        case SEND_FROM_SOURCE -> send(fromSource);
        case SEND_FROM_DESTINATION -> send(fromDestination);
        case DELIVER -> pick(step, true);
        case DOUBLE -> pick(step, false);
        case LOSE -> {
          if (!underWay.isEmpty()) {
            underWay.remove(step.which() % underWay.size());
          }
        }
        case TOMORROW -> today = today.plusDays(1);
        case LATER -> today = today.plusDays(40);
      }
    }

    private void die() {
      MemberSample.end(member, MembershipEnd.DECEASED, today);
      died = true;
      endedOn = today;
      if (out.state.isOpen()) {
        out.cancel("MEMBERSHIP_ENDED", today);
        withdraw();
      }
    }

    private void offer() {
      fromSource.clear();
      fromSource.add(new Message(messages++, Kind.OFFER, out.issue, out.letter));
    }

    private void withdraw() {
      if (out.issue > 0) {
        fromSource.clear();
        fromSource.add(new Message(messages++, Kind.WITHDRAWAL, out.issue, null));
      }
    }

    private void say(Kind kind) {
      fromDestination.add(new Message(messages++, kind, in.issue, null));
    }

    private void send(Deque<Message> queue) {
      if (!queue.isEmpty()) {
        underWay.add(new Flight(queue.peek(), null));
      }
    }

    private void pick(Step step, boolean remove) {
      if (!underWay.isEmpty()) {
        int which = step.which() % underWay.size();
        arrive(remove ? underWay.remove(which) : underWay.get(which));
      }
    }

    private void arrive(Flight flight) {
      if (flight.answer() == null) {
        underWay.add(new Flight(flight.message(), once(flight.message())));
      } else {
        answer(flight.message(), flight.answer());
      }
    }

    /** As the inbox does it: one effect, one answer, a refusal among them. */
    private Answer once(Message message) {
      return answered.computeIfAbsent(
          message.id(),
          id -> refusing(() -> message.fromSource() ? atDestination(message) : atSource(message)));
    }

    private static Answer refusing(Supplier<Answer> effect) {
      try {
        return effect.get();
      } catch (Problem refused) {
        return new Answer(false, refused.type().equals(TransferProblems.LETTER_SUPERSEDED), null);
      }
    }

    private Answer atSource(Message message) {
      boolean gone =
          out.state == TransferState.COMPLETED || out.state == TransferState.ACKNOWLEDGED;
      switch (message.kind()) {
        case RELEASE -> {
          if (!gone) {
            out.release(member, message.letter(), today);
            endedOn = out.closedOn;
          }
          return new Answer(true, false, out.closedOn);
        }
        case RETURN -> out.returnedElsewhere(message.letter(), "WRONG", today, POLICY);
        case REFUSAL -> out.refusedElsewhere(message.letter(), "NO", today);
        default -> {
          if (out.state != TransferState.ACKNOWLEDGED) {
            out.acknowledge(out.closedOn);
          }
        }
      }
      return new Answer(true, false, null);
    }

    private Answer atDestination(Message message) {
      boolean late =
          message.kind() == Kind.OFFER ? message.letter() <= heardOf : message.letter() < heardOf;
      if (late) {
        return new Answer(false, true, null);
      }
      boolean waiting = in != null && in.state.isOpen();
      if (message.kind() == Kind.OFFER) {
        message.content().requireGood(today);
        if (waiting) {
          fromDestination.clear();
          in.renew(message.content(), message.letter(), today);
        } else {
          in = Transfer.in(new UUID(2, messages), new UUID(3, 1), THERE, message.content(), today);
          in.peer = "here";
          in.issue = message.letter();
        }
      } else if (waiting) {
        fromDestination.clear();
        in.withdrawnElsewhere("GONE", today);
      }
      heardOf = message.letter();
      return new Answer(true, false, null);
    }

    /** As it is taken by whoever asked, unless the question is needless by now. */
    private void answer(Message message, Answer answer) {
      Deque<Message> queue = message.fromSource() ? fromSource : fromDestination;
      if (queue.isEmpty() || queue.peek().id() != message.id()) {
        return;
      }
      switch (message.kind()) {
        case OFFER -> {
          if (!answer.taken() && !answer.superseded()) {
            refusing(
                () -> {
                  out.refusedElsewhere(message.letter(), "NO", today);
                  return null;
                });
          }
        }
        case RELEASE -> released(answer);
        case ARRIVAL -> in.acknowledge(in.closedOn);
        default -> {}
      }
      queue.remove();
    }

    private void released(Answer answer) {
      if (answer.taken()) {
        Member newcomer =
            Member.arriving(
                in.memberId,
                member.person(),
                member.profile(),
                MembershipStatus.FULL,
                ADMITTED,
                THERE,
                answer.day());
        arriveAt(newcomer, answer.day());
        say(Kind.ARRIVAL);
      } else if (answer.superseded()) {
        in.askNoLonger();
      } else {
        in.withdrawnElsewhere("NO", today);
      }
    }

    private void arriveAt(Member newcomer, LocalDate day) {
      Transfer arriving = in;
      assertThat(arriving.releaseAskedOn).isNotNull();
      arriving.arriveReleased(newcomer, day);
      arrivedOn = day;
    }

    /** From now on nothing is lost, and everything that waits is said. */
    void settle() {
      for (int round = 0; round < 200; round++) {
        while (!underWay.isEmpty()) {
          arrive(underWay.remove(0));
        }
        if (fromSource.isEmpty() && fromDestination.isEmpty()) {
          return;
        }
        send(fromSource);
        send(fromDestination);
      }
      throw new AssertionError("the districts never come to an end");
    }

    long count(LocalDate day) {
      boolean atSource = endedOn == null || day.isBefore(endedOn);
      boolean atDestination = arrivedOn != null && !day.isBefore(arrivedOn);
      return (atSource ? 1 : 0) + (atDestination ? 1 : 0);
    }

    void requireNeverTwo() {
      for (LocalDate day = BEGIN; !day.isAfter(today.plusDays(2)); day = day.plusDays(1)) {
        assertThat(count(day)).as("%s", day).isLessThan(2);
      }
    }

    void requireNoneOnlyWhileReleaseIsUnanswered() {
      boolean unanswered = endedOn != null && !died && arrivedOn == null;
      assertThat(unanswered && (in == null || in.releaseAskedOn == null)).isFalse();
    }

    void requireExactlyOne() {
      for (LocalDate day = BEGIN; !day.isAfter(today.plusDays(2)); day = day.plusDays(1)) {
        boolean dead = died && !day.isBefore(endedOn);
        assertThat(count(day)).as("%s", day).isEqualTo(dead ? 0 : 1);
      }
    }

    void requireBothEndsToAgree() {
      assertThat(arrivedOn != null).isEqualTo(out.state == TransferState.ACKNOWLEDGED);
      if (in != null && !out.state.isOpen()) {
        // at the latest by its own clock, where a newer letter came too late to be taken
        assertThat(in.state == TransferState.APPROVED && !in.isOverdue(today)).isFalse();
      }
    }
  }
}
