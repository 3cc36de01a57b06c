package org.jiceng.activity.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.opening.SpacesReopened;
import org.jiceng.kit.database.Database;

/** Offers what a closure that was called off leaves free to whoever waits for it. */
@ApplicationScoped
class ReopenedSpaces {
  private static final String HOLD =
      """
      select space_id from space
       where site_id = ? and (?::uuid is null or space_id = ?) and closed_on is null
       order by space_id for no key update""";

  private final Database database;
  private final BookingNews news;

  ReopenedSpaces(Database database, BookingNews news) {
    this.database = database;
    this.news = news;
  }

  void offer(@Observes SpacesReopened reopened) {
    Slot free = new Slot(reopened.startsAt(), reopened.endsAt());
    for (UUID space : held(reopened)) {
      news.freed(new SlotsFreed(space, List.of(free)));
    }
  }

  private List<UUID> held(SpacesReopened reopened) {
    return database.list(
        HOLD,
        row -> row.getObject(1, UUID.class),
        reopened.siteId(),
        reopened.spaceId(),
        reopened.spaceId());
  }
}
