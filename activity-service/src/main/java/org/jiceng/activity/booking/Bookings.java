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

/** The bookings there are. */
@ApplicationScoped
public class Bookings implements PanacheRepositoryBase<Booking, UUID> {
  static final Sort ORDER = Sort.by("startsAt", "id");

  // The constraint decides who comes first; "on conflict do nothing" waits for whoever is before us
  // and, unlike a plain insert, cannot deadlock with another that waits for ours. The space is held
  // only as its foreign key holds it anyway, and is seen as a closing has left it (Sites.hold).
  private static final String CONFIRM =
      """
      with open_space as (
        select space_id, site_id from space
         where space_id = :space and closed_on is null
           for key share
      )
      insert into booking (booking_id, site_id, space_id, organization_id, starts_at, ends_at,
                           state, booked_at, version)
      select :id, site_id, space_id, :organization, :startsAt, :endsAt, 'CONFIRMED', :bookedAt, 0
        from open_space
      on conflict do nothing""";

  Booking require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** True if the space was free and is now held; false if it is taken or was closed just now. */
  boolean confirm(Booking booking) {
    return getEntityManager()
            .createNativeQuery(CONFIRM)
            .setParameter("space", booking.spaceId)
            .setParameter("id", booking.id)
            .setParameter("organization", booking.organizationId)
            .setParameter("startsAt", booking.startsAt)
            .setParameter("endsAt", booking.endsAt)
            .setParameter("bookedAt", booking.bookedAt)
            .executeUpdate()
        == 1;
  }

  /** By start; a page after the last booking of the page before. */
  Page<BookingView> page(BookingFilter filter, PageRequest page) {
    Conditions conditions = filter.conditions();
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
            .map(BookingView::of)
            .toList();
    return page.page(rows, booking -> Cursor.of(booking.startsAt(), booking.id()));
  }

  /**
   * The confirmed ones that a closing hits: they end after the moment, in the space or anywhere.
   */
  List<Booking> endingAfter(UUID siteId, UUID spaceId, Instant moment) {
    Conditions conditions =
        new Conditions()
            .and("siteId = :site", "site", siteId)
            .and("spaceId = :space", "space", spaceId)
            .and("endsAt > :moment", "moment", moment)
            .and("state = :state", "state", BookingState.CONFIRMED);
    return find(conditions.text(), ORDER, conditions.parameters())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
