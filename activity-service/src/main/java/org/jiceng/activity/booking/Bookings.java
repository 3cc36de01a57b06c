package org.jiceng.activity.booking;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.list.Conditions;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * The bookings there are. Whoever may free a space, or wants several slots of one, holds the space
 * first: so nobody waits for another in a circle, and the waitlist misses nothing.
 */
@ApplicationScoped
public class Bookings implements PanacheRepositoryBase<Booking, UUID> {
  static final Sort ORDER = Sort.by("startsAt", "id");
  static final List<BookingState> TO_COME =
      List.of(BookingState.HELD, BookingState.REQUESTED, BookingState.CONFIRMED);

  private static final String HOLD =
      "select space_id from space where space_id = ?1 for no key update";
  private static final String HOLD_OF =
      """
      select p.space_id from space p join booking b using (space_id)
       where b.booking_id = ?1 for no key update of p""";

  private final BookingPolicy policy;

  Bookings(BookingPolicy policy) {
    this.policy = policy;
  }

  Booking require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** Keeps all away who free the space or want several slots of it, until the transaction ends. */
  void holdSpace(UUID spaceId) {
    getEntityManager().createNativeQuery(HOLD).setParameter(1, spaceId).getResultList();
  }

  /** A booking as it is now, with its space held. */
  Booking held(UUID id) {
    if (getEntityManager()
        .createNativeQuery(HOLD_OF)
        .setParameter(1, id)
        .getResultList()
        .isEmpty()) {
      throw Problem.notFound();
    }
    return getEntityManager().find(Booking.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Those of them that are there, in the order of their start, as they are now. */
  List<Booking> locked(List<UUID> ids) {
    return find("id in ?1", ORDER, ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** By start; a page after the last booking of the page before. */
  Page<BookingView> page(BookingFilter filter, PageRequest page, Instant now) {
    Conditions conditions = filter.conditions(now, policy.longest());
    page.cursor()
        .ifPresent(
            after ->
                conditions
                    .and("(startsAt, id) > (:afterStart, :afterId)", "afterStart", after.instant(0))
                    .with("afterId", after.uuid(1)));
    List<BookingView> rows =
        find(conditions.text(), ORDER, conditions.parameters())
            .range(0, page.fetchSize() - 1)
            .list()
            .stream()
            .map(booking -> BookingView.of(booking, now))
            .toList();
    return page.page(rows, booking -> Cursor.of(booking.startsAt(), booking.id()));
  }

  /** What a closing hits: what ends after the moment, in the space or anywhere on the site. */
  List<Booking> endingAfter(UUID siteId, UUID spaceId, Instant moment) {
    Conditions conditions =
        new Conditions()
            .and("siteId = :site", "site", siteId)
            .and("spaceId = :space", "space", spaceId)
            .and("endsAt > :moment", "moment", moment)
            .and("state in :states", "states", TO_COME);
    return find(conditions.text(), ORDER, conditions.parameters())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
