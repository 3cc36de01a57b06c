package org.jiceng.activity.booking;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiceng.activity.space.Usability;
import org.jiceng.activity.space.Use;
import org.jiceng.events.ActivityEvent.BookingEvent;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.time.BusinessClock;

/** Books many times of a space at once: by a handful of statements, however many they are. */
@ApplicationScoped
public class SeriesBookings {
  private final Bookings bookings;
  private final BookingTable table;
  private final OverdueBookings overdue;
  private final Admission admission;
  private final Usability usability;
  private final BookingPolicy policy;
  private final BookingNews news;
  private final BusinessClock clock;

  SeriesBookings(
      Bookings bookings,
      BookingTable table,
      OverdueBookings overdue,
      Admission admission,
      Usability usability,
      BookingPolicy policy,
      BookingNews news,
      BusinessClock clock) {
    this.bookings = bookings;
    this.table = table;
    this.overdue = overdue;
    this.admission = admission;
    this.usability = usability;
    this.policy = policy;
    this.news = news;
    this.clock = clock;
  }

  /** What became of each. The organisation is held before the space, as everywhere. */
  public List<Occurrence> book(SeriesWish wish) {
    Instant now = clock.now();
    wish.slots().forEach(slot -> slot.require(now, policy));
    Usage usage = admission.of(wish.organizationId(), wish.place());
    bookings.holdSpace(wish.place().spaceId());
    return book(wish, usage, now);
  }

  /** The same, once the space is held. */
  List<Occurrence> book(SeriesWish wish, Usage usage, Instant now) {
    overdue.clear(wish.place(), span(wish.slots()), now);
    List<Occurrence> planned = plan(wish, usage);
    requireAll(wish, planned);
    if (wish.dryRun()) {
      return planned;
    }
    List<Occurrence> booked = write(wish, planned, now);
    requireAll(wish, booked);
    return booked;
  }

  private List<Occurrence> plan(SeriesWish wish, Usage usage) {
    List<Slot> blocked = wish.slots().stream().map(s -> s.blockedAt(wish.place())).toList();
    Set<Integer> taken = table.taken(wish.place().spaceId(), blocked);
    Map<Instant, ProblemType> refused = refused(wish);
    List<Occurrence> planned = new ArrayList<>();
    for (int i = 0; i < wish.slots().size(); i++) {
      Slot slot = wish.slots().get(i);
      planned.add(
          taken.contains(i)
              ? Occurrence.missed(slot, BookingProblems.TAKEN.code())
              : Optional.ofNullable(refused.get(slot.startsAt()))
                  .or(() -> usage.take(slot).map(Problem::type))
                  .map(why -> Occurrence.missed(slot, why.code()))
                  .orElseGet(() -> Occurrence.had(slot, null)));
    }
    return planned;
  }

  /** A closure that is being decided waits for the space that the caller holds. */
  private Map<Instant, ProblemType> refused(SeriesWish wish) {
    return usability.refusals(
        wish.place(),
        wish.slots().stream()
            .map(slot -> new Use(slot.startsAt(), slot.endsAt(), wish.organizationId()))
            .toList());
  }

  private static void requireAll(SeriesWish wish, List<Occurrence> occurrences) {
    List<Occurrence> exceptions = occurrences.stream().filter(o -> !o.isHad()).toList();
    if (wish.allOrNothing() && !exceptions.isEmpty()) {
      throw new Problem(BookingProblems.SERIES_NOT_FREE, exceptions.size(), occurrences.size())
          .with("exceptions", exceptions);
    }
  }

  private List<Occurrence> write(SeriesWish wish, List<Occurrence> planned, Instant now) {
    List<Booking> wishes = new ArrayList<>();
    Map<UUID, BookingEvent> events = new HashMap<>();
    Map<Slot, UUID> ids = new HashMap<>();
    for (Occurrence occurrence : planned) {
      if (occurrence.isHad()) {
        Booking booking = booking(wish, occurrence, now);
        events.put(booking.id, booking.book(wish.place(), policy));
        ids.put(booking.slot(), booking.id);
        wishes.add(booking);
      }
    }
    Set<UUID> added = wishes.isEmpty() ? Set.of() : table.add(wishes);
    List<UUID> told = wishes.stream().map(b -> b.id).filter(added::contains).toList();
    news.tellAll(told.stream().map(events::get).toList(), told, "book");
    return planned.stream().map(o -> written(o, ids, added)).toList();
  }

  /** One who books a single time does not hold the space, and may have come first. */
  private static Occurrence written(Occurrence planned, Map<Slot, UUID> ids, Set<UUID> added) {
    Slot slot = new Slot(planned.startsAt(), planned.endsAt());
    UUID id = ids.get(slot);
    if (id == null) {
      return planned;
    }
    return added.contains(id)
        ? Occurrence.had(slot, id)
        : Occurrence.missed(slot, BookingProblems.TAKEN.code());
  }

  private static Booking booking(SeriesWish wish, Occurrence occurrence, Instant now) {
    Booking booking =
        Booking.wish(
            UuidCreator.getTimeOrderedEpoch(),
            wish.place(),
            wish.organizationId(),
            new Slot(occurrence.startsAt(), occurrence.endsAt()),
            wish.attendees(),
            now);
    booking.seriesId = wish.seriesId();
    return booking;
  }

  private static Slot span(List<Slot> slots) {
    return new Slot(slots.get(0).startsAt(), slots.get(slots.size() - 1).endsAt());
  }
}
