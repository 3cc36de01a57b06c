package org.jiceng.activity.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/**
 * Keeps {@code open_time}: when each site is open, day by day and some way ahead, as plain moments
 * that an index answers. So {@link OpeningRules} is the only place that knows the rule.
 */
@ApplicationScoped
class OpenTimes {
  private static final String CLEAR = "delete from open_time where site_id = ? and on_day >= ?";
  private static final String CLEAR_DAY =
      "delete from open_time where on_day = ? and site_id = any(?)";
  private static final String FILL =
      """
      insert into open_time (site_id, on_day, starts_at, ends_at)
      select site::uuid, on_day::date, starts_at::timestamptz, ends_at::timestamptz
        from unnest(string_to_array(?, ','), string_to_array(?, ','), string_to_array(?, ','),
                    string_to_array(?, ',')) as t (site, on_day, starts_at, ends_at)""";
  private static final String THROUGH = "update site set opening_until = ? where site_id = ?";
  private static final String WORKED_OUT_FOR =
      "select site_id from site where opening_until >= ? and closed_on is null and site_id > ?"
          + " order by site_id limit ?";
  private static final int SITES_AT_ONCE = 500;

  private final Openings openings;
  private final Holidays holidays;
  private final Database database;
  private final OpeningPolicy policy;
  private final BusinessClock clock;

  OpenTimes(
      Openings openings,
      Holidays holidays,
      Database database,
      OpeningPolicy policy,
      BusinessClock clock) {
    this.openings = openings;
    this.holidays = holidays;
    this.database = database;
    this.policy = policy;
    this.clock = clock;
  }

  /** Works out a site's days from yesterday on; what was before stays as it was. */
  void workOut(UUID siteId) {
    holidays.hold();
    LocalDate from = clock.today().minusDays(1);
    LocalDate until = clock.today().plusDays(policy.daysWorkedOut());
    Rows rows = new Rows();
    rows.add(siteId, openings.rules(siteId, from, until), from, until);
    database.change(CLEAR, siteId, from);
    rows.fill();
    database.change(THROUGH, until.minusDays(1), siteId);
  }

  /** Works out one day of every site, when the district's calendar has changed. */
  void workOut(LocalDate day) {
    UUID last = new UUID(0, 0);
    List<UUID> sites = workedOutFor(day, last);
    while (!sites.isEmpty()) {
      Rows rows = new Rows();
      openings
          .rules(sites, day)
          .forEach((site, rules) -> rows.add(site, rules, day, day.plusDays(1)));
      database.change(CLEAR_DAY, day, sites);
      rows.fill();
      last = sites.get(sites.size() - 1);
      sites = workedOutFor(day, last);
    }
  }

  private List<UUID> workedOutFor(LocalDate day, UUID after) {
    return database.list(
        WORKED_OUT_FOR, row -> row.getObject(1, UUID.class), day, after, SITES_AT_ONCE);
  }

  /** Rows on their way into the table. */
  private final class Rows {
    private final List<String> sites = new ArrayList<>();
    private final List<String> days = new ArrayList<>();
    private final List<String> starts = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    void add(UUID siteId, OpeningRules rules, LocalDate from, LocalDate until) {
      for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
        for (OpenTime open : rules.times(day, clock.zone())) {
          sites.add(siteId.toString());
          days.add(day.toString());
          starts.add(open.startsAt().toString());
          ends.add(open.endsAt().toString());
        }
      }
    }

    void fill() {
      if (!sites.isEmpty()) {
        database.change(
            FILL,
            String.join(",", sites),
            String.join(",", days),
            String.join(",", starts),
            String.join(",", ends));
      }
    }
  }
}
