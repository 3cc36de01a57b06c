package org.jiceng.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiceng.activity.site.Place;
import org.jiceng.events.ActivityEvent.BookingCancelled;
import org.jiceng.events.ActivityEvent.BookingWithdrawn;
import org.jiceng.events.Approval;
import org.jiceng.kit.problem.Problem;

/** Whatever is done to a booking at whatever moment, it stands where a small model says. */
class BookingLifeTest {
  private static final Instant NOON = Instant.parse("2027-01-08T04:00:00Z");
  private static final Duration FROM_NOW = Duration.ofHours(6);
  private static final BookingPolicy POLICY = new TestPolicy();

  private enum Verb {
    CONFIRM,
    APPROVE,
    REFUSE,
    CANCEL,
    CANCEL_AS_MANAGER,
    CHECK_IN
  }

  /** Something done so many minutes after whatever was done before. */
  private record Step(Verb verb, int minutesLater) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Verb.class),
            Arbitraries.of(0, 1, 4, 5, 30, 120, 239, 240, 330, 360, 390))
        .as(Step::new)
        .list()
        .ofMaxSize(6);
  }

  @Property
  void aBookingStandsWhereTheModelSays(
      @ForAll boolean manual, @ForAll boolean held, @ForAll("steps") List<Step> steps) {
    Place place = place(manual ? Approval.MANUAL : Approval.AUTOMATIC, 0, 0);
    Booking booking = wish(place, null);
    if (held) {
      booking.hold(POLICY);
    } else {
      booking.book(place, POLICY);
    }
    BookingState model =
        held ? BookingState.HELD : manual ? BookingState.REQUESTED : BookingState.CONFIRMED;
    long minute = 0;
    for (Step step : steps) {
      minute += step.minutesLater;
      model = afterClock(model, minute);
      BookingState next = after(model, step.verb, minute, manual);
      Instant now = NOON.plus(Duration.ofMinutes(minute));
      if (next == null) {
        BookingState before = booking.state;
        assertThatThrownBy(() -> act(booking, step.verb, place, now)).isInstanceOf(Problem.class);
        assertThat(booking.state).as("a refusal changes nothing").isEqualTo(before);
      } else {
        act(booking, step.verb, place, now);
        model = next;
      }
      assertThat(booking.stateAt(now)).isEqualTo(model);
    }
  }

  /** A hold ends after 5 minutes, a request at its start, an empty room half an hour later. */
  private static BookingState afterClock(BookingState state, long minute) {
    return switch (state) {
      case HELD -> minute >= 5 ? BookingState.LAPSED : state;
      case REQUESTED -> minute >= 360 ? BookingState.LAPSED : state;
      case CONFIRMED -> minute >= 390 ? BookingState.NO_SHOW : state;
      default -> state;
    };
  }

  /** Where it stands then; null where that cannot be done. */
  private static BookingState after(BookingState state, Verb verb, long minute, boolean manual) {
    boolean open =
        state == BookingState.HELD
            || state == BookingState.REQUESTED
            || state == BookingState.CONFIRMED;
    return switch (verb) {
      case CONFIRM ->
          state != BookingState.HELD
              ? null
              : manual ? BookingState.REQUESTED : BookingState.CONFIRMED;
      case APPROVE -> state == BookingState.REQUESTED ? BookingState.CONFIRMED : null;
      case REFUSE -> state == BookingState.REQUESTED ? BookingState.REFUSED : null;
      case CANCEL ->
          open && (state != BookingState.CONFIRMED || minute <= 240)
              ? BookingState.CANCELLED
              : null;
      case CANCEL_AS_MANAGER -> open ? BookingState.CANCELLED : null;
      case CHECK_IN ->
          state == BookingState.CONFIRMED && minute >= 330 ? BookingState.CHECKED_IN : null;
    };
  }

  private static void act(Booking booking, Verb verb, Place place, Instant now) {
    switch (verb) {
      case CONFIRM -> booking.confirmHold(place, now, POLICY);
      case APPROVE -> booking.approve(now, POLICY);
      case REFUSE -> booking.refuse("NEEDED", now);
      case CANCEL -> booking.cancel(now, booking.startsAt.minus(POLICY.cancelBefore()));
      case CANCEL_AS_MANAGER -> booking.cancel(now, booking.endsAt);
      case CHECK_IN -> booking.checkIn(place, now, POLICY);
    }
  }

  @Example
  void whatWasNeverConfirmedIsWithdrawnAndNotCancelled() {
    Booking held = wish(place(Approval.AUTOMATIC, 0, 0), null);
    held.hold(POLICY);
    assertThat(held.cancel(NOON, held.endsAt)).isInstanceOf(BookingWithdrawn.class);
    Booking confirmed = wish(place(Approval.AUTOMATIC, 0, 0), null);
    confirmed.book(place(Approval.AUTOMATIC, 0, 0), POLICY);
    assertThat(confirmed.cancel(NOON, confirmed.endsAt)).isInstanceOf(BookingCancelled.class);
  }

  @Example
  void theBuffersOfTheSpaceAreFrozenIntoTheBooking() {
    Booking booking = wish(place(Approval.AUTOMATIC, 15, 20), null);
    assertThat(booking.blockedFrom).isEqualTo(booking.startsAt.minusSeconds(900));
    assertThat(booking.blockedUntil).isEqualTo(booking.endsAt.plusSeconds(1200));
  }

  @Example
  void whoeverManagesThePlaceNeedsNoApprovalForOwnUse() {
    Place place = place(Approval.MANUAL, 0, 0);
    Booking own =
        Booking.wish(UUID.randomUUID(), place, place.managingOrganizationId(), slot(), null, NOON);
    own.book(place, POLICY);
    assertThat(own.state).isEqualTo(BookingState.CONFIRMED);
  }

  @Example
  void morePersonsThanTheSpaceHoldsAreRefused() {
    assertThatThrownBy(() -> wish(place(Approval.AUTOMATIC, 0, 0), 21)).isInstanceOf(Problem.class);
    assertThat(wish(place(Approval.AUTOMATIC, 0, 0), 20).attendees).isEqualTo(20);
  }

  @Example
  void theVersionThatAnOverdueBookingShowsIsTheOneThatTheSweepWrites() {
    Booking booking = wish(place(Approval.AUTOMATIC, 0, 0), null);
    booking.hold(POLICY);
    assertThat(booking.versionAt(NOON)).isZero();
    assertThat(booking.versionAt(NOON.plus(POLICY.holdFor()))).isEqualTo(1);
  }

  private static Booking wish(Place place, Integer attendees) {
    return Booking.wish(UUID.randomUUID(), place, UUID.randomUUID(), slot(), attendees, NOON);
  }

  private static Slot slot() {
    Instant start = NOON.plus(FROM_NOW);
    return new Slot(start, start.plus(Duration.ofHours(2)));
  }

  private static Place place(Approval approval, int before, int after) {
    return new Place(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "110105001001",
        20,
        null,
        before,
        after,
        approval);
  }
}
