package org.jiceng.activity.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.StringJoiner;
import java.util.UUID;
import org.jiceng.kit.area.AreaHierarchy;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.time.BusinessClock;

/** When a site is not shared with an organisation, for those who look for free times. */
@ApplicationScoped
public class Sharings {
  private static final String STANDING =
      """
      select s.own_line_minutes::text, s.same_area_minutes::text, s.organization_id = ?::uuid,
             exists (select from organization_node m
                      where m.organization_id = s.organization_id
                        and (m.path @> o.path or m.path <@ o.path)),
             exists (select from area_within w
                      where w.within_code = %s and w.area_code = s.area_code
                        and w.valid_to is null)
        from site s left join organization_node o on o.organization_id = ?::uuid
       where s.site_id = ?"""
          .formatted(AreaHierarchy.SUB_DISTRICT_OF.replace("?", "o.area_code"));

  private final Database database;
  private final BusinessClock clock;

  private record Standing(
      WeekMinutes ownLine,
      WeekMinutes sameArea,
      boolean manages,
      boolean isOwnLine,
      boolean isSameArea) {
    WeekMinutes barred() {
      if (manages) {
        return WeekMinutes.none();
      }
      WeekMinutes barred = isOwnLine ? WeekMinutes.none() : ownLine;
      return isSameArea ? barred : barred.and(sameArea);
    }
  }

  Sharings(Database database, BusinessClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The times from a moment to another in which the organisation may not use the site, as the text
   * of a tstzmultirange; none when no organisation (null) is asked about.
   */
  public String barred(UUID siteId, UUID organizationId, Instant from, Instant until) {
    if (organizationId == null) {
      return "{}";
    }
    return database
        .first(
            STANDING,
            row ->
                new Standing(
                    WeekMinutes.parse(row.getString(1)),
                    WeekMinutes.parse(row.getString(2)),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getBoolean(5)),
            organizationId,
            organizationId,
            siteId)
        .map(Standing::barred)
        .map(minutes -> times(minutes, from, until))
        .orElse("{}");
  }

  private String times(WeekMinutes minutes, Instant from, Instant until) {
    ZoneId zone = clock.zone();
    StringJoiner times = new StringJoiner(",", "{", "}");
    if (minutes.isEmpty()) {
      return times.toString();
    }
    LocalDate last = LocalDate.ofInstant(until, zone).plusDays(1);
    LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      for (WeekMinutes.OnDay stretch : minutes.days()) {
        if (stretch.day() == day.getDayOfWeek()) {
          Instant start = moment(day, stretch.from(), zone);
          Instant end = moment(day, stretch.until(), zone);
          if (start.isBefore(end)) {
            times.add("[" + start + "," + end + ")");
          }
        }
      }
    }
    return times.toString();
  }

  private static Instant moment(LocalDate day, int minute, ZoneId zone) {
    return day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
  }
}
