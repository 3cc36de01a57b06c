package org.jiceng.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jiceng.kit.problem.Problem;

/** Which times may be wished for. */
class SlotTest {
  private static final Instant NOW = Instant.parse("2009-12-31T16:00:00Z");
  private static final BookingPolicy POLICY = new TestPolicy();

  @Property
  void aSlotIsTakenAsItWasWishedOrRefused(
      @ForAll @LongRange(min = -100_000, max = 100_000) long start,
      @ForAll @LongRange(min = -100_000, max = 100_000) long length) {
    Instant startsAt = NOW.plusSeconds(start);
    Instant endsAt = startsAt.plusSeconds(length);
    boolean allowed =
        length > 0
            && start >= 0
            && length <= POLICY.longest().toSeconds()
            && start <= POLICY.furthestAhead().toSeconds();
    if (allowed) {
      assertThat(Slot.wished(startsAt, endsAt, NOW, POLICY)).isEqualTo(new Slot(startsAt, endsAt));
    } else {
      assertThatThrownBy(() -> Slot.wished(startsAt, endsAt, NOW, POLICY))
          .isInstanceOf(Problem.class);
    }
  }
}
