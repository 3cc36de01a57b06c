package org.jiceng.activity.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityEvent.ActivityHeldJointly;
import org.jiceng.events.ActivityEvent.AttendanceEvent;
import org.jiceng.events.ActivityEvent.AttendanceExpected;
import org.jiceng.events.ActivityKind;
import org.jiceng.kit.problem.Problem;

/** From plan to minutes: what an activity may become, and what it never does. */
class ActivityLifeTest {
  private static final Instant NOW = Instant.parse("2026-05-01T01:00:00Z");
  private static final Instant BEGINS = NOW.plus(Duration.ofDays(1));
  private static final LocalDate DAY = LocalDate.parse("2026-05-02");
  private static final UUID LEADER = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private enum Command {
    RESCHEDULE,
    CANCEL,
    HOLD_EARLY,
    HOLD,
    MINUTE,
    LEAVE
  }

  /** Which commands are taken in which state; every other is refused. */
  private static final Map<ActivityState, Set<Command>> TAKEN =
      Map.of(
          ActivityState.PLANNED,
          Set.of(Command.RESCHEDULE, Command.CANCEL, Command.HOLD, Command.LEAVE),
          ActivityState.HELD,
          Set.of(Command.MINUTE),
          ActivityState.MINUTED,
          Set.of(Command.MINUTE),
          ActivityState.CANCELLED,
          Set.of());

  @Property
  void aCommandIsTakenInItsStateAndOtherwiseRefusedWithoutAnyEffect(
      @ForAll @Size(max = 12) List<Command> commands) {
    Activity activity = planned();
    for (Command command : commands) {
      ActivityState before = activity.state();
      boolean gone = command == Command.LEAVE && !activity.holders().contains(OTHER);
      Throwable refused = catchThrowable(() -> order(activity, command));
      boolean taken = TAKEN.get(before).contains(command) && !gone;
      assertThat(refused == null).as(command + " in " + before).isEqualTo(taken);
      assertThat(activity.state()).isEqualTo(taken ? after(before, command) : before);
      assertThat(activity.holders().get(0)).isEqualTo(LEADER);
    }
  }

  @Property
  void oneThatWasHeldIsToldOfOnceForEachOfItsHolders(@ForAll @IntRange(max = 20) int others) {
    List<UUID> holders = Stream.generate(UUID::randomUUID).limit(others + 1).toList();
    Activity activity =
        Activity.held(
            UUID.randomUUID(),
            new NewActivity(holders.get(0), holders, ActivityKind.LECTURE, DAY, null),
            holders);
    List<AttendanceEvent> told = activity.told(7);
    assertThat(told)
        .hasSize(holders.size() + 1)
        .endsWith(new AttendanceExpected(activity.id(), holders.get(0), ActivityKind.LECTURE, 7))
        .filteredOn(ActivityHeld.class::isInstance)
        .containsExactly(new ActivityHeld(activity.id(), holders.get(0), ActivityKind.LECTURE));
    assertThat(told)
        .filteredOn(ActivityHeldJointly.class::isInstance)
        .extracting(e -> ((ActivityHeldJointly) e).organizationId())
        .containsExactlyElementsOf(holders.subList(1, holders.size()));
  }

  @Property
  void aPlanLiesAheadAndIsNoLongerThanAllowed(
      @ForAll @IntRange(min = -100, max = 10_000) int begins,
      @ForAll @IntRange(min = -10, max = 100) int hours) {
    Instant startsAt = NOW.plus(Duration.ofHours(begins));
    Instant endsAt = startsAt.plus(Duration.ofHours(hours));
    boolean good = begins >= 0 && begins <= 366 * 24 && hours > 0 && hours <= 72;
    Throwable refused = catchThrowable(() -> Span.toCome(startsAt, endsAt, NOW, policy()));
    assertThat(refused == null).isEqualTo(good);
  }

  @Example
  void theLeaderCancelsAndDoesNotLeave() {
    Activity activity = planned();
    assertThatThrownBy(() -> activity.leave(LEADER)).isInstanceOf(Problem.class);
    activity.leave(OTHER);
    assertThat(activity.holders()).containsExactly(LEADER);
  }

  @Example
  void signUpClosesWhenTheActivityBeginsAtTheLatest() {
    Activity activity = planned();
    activity.allowSignUp(new SignUpRule(2, NOW, null));
    assertThat(activity.signUpAt(NOW).limit()).isEqualTo(2);
    assertThatThrownBy(() -> activity.signUpAt(NOW.minusSeconds(1))).hasMessage("sign-up-not-yet");
    assertThatThrownBy(() -> activity.signUpAt(BEGINS)).hasMessage("sign-up-closed");
    assertThatThrownBy(() -> activity.allowSignUp(new SignUpRule(2, null, BEGINS.plusSeconds(1))))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> activity.allowSignUp(new SignUpRule(2, BEGINS, BEGINS)))
        .isInstanceOf(Problem.class);
  }

  private static Activity planned() {
    Span span = new Span(BEGINS, BEGINS.plus(Duration.ofHours(2)));
    NewPlan wanted =
        new NewPlan(
            LEADER,
            List.of(OTHER),
            ActivityKind.THEME_DAY,
            "七月主题党日",
            span.startsAt(),
            span.endsAt(),
            null,
            null,
            "广场",
            List.of("学习", "讨论"),
            null);
    return Activity.plan(
        UUID.randomUUID(),
        wanted,
        List.of(LEADER, OTHER),
        span,
        DAY,
        new Venue(null, null, "广场"),
        DAY.minusDays(1));
  }

  private static void order(Activity activity, Command command) {
    switch (command) {
      case RESCHEDULE -> activity.reschedule(new Span(BEGINS, BEGINS.plusSeconds(60)), DAY);
      case CANCEL -> activity.cancel("TOO_FEW");
      case HOLD_EARLY -> activity.hold(NOW, 0);
      case HOLD -> activity.hold(BEGINS, 0);
      case MINUTE -> activity.minute();
      case LEAVE -> activity.leave(OTHER);
    }
  }

  private static ActivityState after(ActivityState before, Command command) {
    return switch (command) {
      case CANCEL -> ActivityState.CANCELLED;
      case HOLD -> ActivityState.HELD;
      case MINUTE -> ActivityState.MINUTED;
      default -> before;
    };
  }

  private static ActivityPolicy policy() {
    return new ActivityPolicy() {
      @Override
      public int planWithinDays() {
        return 366;
      }

      @Override
      public Duration longest() {
        return Duration.ofHours(72);
      }
    };
  }
}
