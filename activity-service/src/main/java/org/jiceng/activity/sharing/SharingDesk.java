package org.jiceng.activity.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.activity.site.ManagedSites;
import org.jiceng.events.ActivityEvent.SharingSet;
import org.jiceng.events.SharingAudience;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** Where it is said who may book at a site. What is booked already stays. */
@ApplicationScoped
class SharingDesk {
  private static final String SELECT =
      """
      select audience, own_line_minutes::text, same_area_minutes::text, version
        from site where site_id = ?""";
  private static final String SET =
      """
      update site set audience = ?, own_line_minutes = ?::int4multirange,
                      same_area_minutes = ?::int4multirange
       where site_id = ?""";

  private final ManagedSites sites;
  private final Database database;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  SharingDesk(
      ManagedSites sites, Database database, Outbox outbox, Audit audit, BusinessClock clock) {
    this.sites = sites;
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  SharingView of(UUID siteId) {
    return database
        .first(
            SELECT,
            row ->
                SharingView.of(
                    siteId,
                    new Sharing(
                        SharingAudience.valueOf(row.getString(1)),
                        WeekMinutes.parse(row.getString(2)),
                        WeekMinutes.parse(row.getString(3))),
                    row.getLong(4)),
            siteId)
        .orElseThrow(Problem::notFound);
  }

  SharingView set(UUID siteId, NewSharing wanted) {
    Sharing sharing = wanted.asSharing();
    sites.change(siteId);
    database.change(
        SET,
        sharing.audience(),
        sharing.ownLine().toString(),
        sharing.sameArea().toString(),
        siteId);
    SharingView set = of(siteId);
    outbox.append(new SharingSet(siteId, sharing.audience(), set.rules().size()), clock.today());
    audit.write("set-sharing", "site", siteId);
    return set;
  }
}
