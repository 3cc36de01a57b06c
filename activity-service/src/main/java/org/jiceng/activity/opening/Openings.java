package org.jiceng.activity.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiceng.events.HolidayRule;
import org.jiceng.kit.database.Database;

/** The weeks and exceptions there are. */
@ApplicationScoped
class Openings {
  private static final String WEEKS =
      """
      select effective_on, holiday_rule, monday, tuesday, wednesday, thursday, friday, saturday,
             sunday, holiday
        from opening_week w
       where site_id = ? and effective_on < ?
         and effective_on >= coalesce((select max(effective_on) from opening_week
                                        where site_id = w.site_id and effective_on <= ?), ?)
       order by effective_on""";
  private static final String WEEKS_ON =
      """
      select distinct on (site_id)
             effective_on, holiday_rule, monday, tuesday, wednesday, thursday, friday, saturday,
             sunday, holiday, site_id
        from opening_week where site_id = any(?) and effective_on <= ?
       order by site_id, effective_on desc""";
  private static final String EXCEPTIONS_ON =
      """
      select site_id, on_day, hours from opening_exception
       where site_id = any(?) and on_day = ? and hours is not null""";
  private static final String SET_WEEK =
      """
      insert into opening_week (site_id, effective_on, holiday_rule, monday, tuesday, wednesday,
                                thursday, friday, saturday, sunday, holiday)
      values (?, ?, ?, ?::int4multirange, ?::int4multirange, ?::int4multirange, ?::int4multirange,
              ?::int4multirange, ?::int4multirange, ?::int4multirange, ?::int4multirange)
      on conflict (site_id, effective_on) do update
        set holiday_rule = excluded.holiday_rule, monday = excluded.monday,
            tuesday = excluded.tuesday, wednesday = excluded.wednesday,
            thursday = excluded.thursday, friday = excluded.friday,
            saturday = excluded.saturday, sunday = excluded.sunday, holiday = excluded.holiday""";
  private static final String EXCEPTIONS =
      """
      select on_day, hours from opening_exception
       where site_id = ? and on_day >= ? and on_day < ? and hours is not null order by on_day""";
  private static final String SET_EXCEPTION =
      """
      insert into opening_exception (site_id, on_day, hours) values (?, ?, ?::int4multirange)
      on conflict (site_id, on_day) do update set hours = excluded.hours""";
  private static final String WITHDRAW_EXCEPTION =
      """
      update opening_exception set hours = null
       where site_id = ? and on_day = ? and hours is not null""";

  private final Database database;
  private final Holidays holidays;

  Openings(Database database, Holidays holidays) {
    this.database = database;
    this.holidays = holidays;
  }

  private record DatedWeek(LocalDate effectiveOn, OpeningWeek week) {}

  private record DatedHours(LocalDate day, DayHours hours) {}

  /** What decides about a site from a day to another, which is not included. */
  OpeningRules rules(UUID siteId, LocalDate from, LocalDate until) {
    return new OpeningRules(
        weeks(siteId, from, until), holidays.between(from, until), exceptions(siteId, from, until));
  }

  /** What decides about many sites on one day, by two questions. */
  Map<UUID, OpeningRules> rules(List<UUID> siteIds, LocalDate day) {
    Map<UUID, Map<LocalDate, OpeningWeek>> weeks = new HashMap<>();
    database.list(
        WEEKS_ON,
        row -> {
          DatedWeek found = week(row);
          return weeks.put(id(row, 11), Map.of(found.effectiveOn(), found.week()));
        },
        siteIds,
        day);
    Map<UUID, Map<LocalDate, DayHours>> exceptions = new HashMap<>();
    database.list(
        EXCEPTIONS_ON,
        row -> exceptions.put(id(row, 1), Map.of(day, DayHours.parse(row.getString(3)))),
        siteIds,
        day);
    Map<LocalDate, Holiday> said = holidays.between(day, day.plusDays(1));
    return siteIds.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                site ->
                    new OpeningRules(
                        weeks.getOrDefault(site, Map.of()),
                        said,
                        exceptions.getOrDefault(site, Map.of()))));
  }

  /** The week that is in force on a day, and those that follow before another. */
  Map<LocalDate, OpeningWeek> weeks(UUID siteId, LocalDate from, LocalDate until) {
    Map<LocalDate, OpeningWeek> weeks = new TreeMap<>();
    database
        .list(WEEKS, Openings::week, siteId, until, from, from)
        .forEach(found -> weeks.put(found.effectiveOn(), found.week()));
    return weeks;
  }

  Map<LocalDate, DayHours> exceptions(UUID siteId, LocalDate from, LocalDate until) {
    Map<LocalDate, DayHours> exceptions = new TreeMap<>();
    database
        .list(
            EXCEPTIONS,
            row -> new DatedHours(date(row, 1), DayHours.parse(row.getString(2))),
            siteId,
            from,
            until)
        .forEach(found -> exceptions.put(found.day(), found.hours()));
    return exceptions;
  }

  void set(UUID siteId, LocalDate effectiveOn, OpeningWeek week) {
    List<DayHours> days = week.days();
    database.change(
        SET_WEEK,
        siteId,
        effectiveOn,
        week.holidayRule(),
        days.get(0).toString(),
        days.get(1).toString(),
        days.get(2).toString(),
        days.get(3).toString(),
        days.get(4).toString(),
        days.get(5).toString(),
        days.get(6).toString(),
        week.holidayHours().toString());
  }

  void except(UUID siteId, LocalDate day, DayHours hours) {
    database.change(SET_EXCEPTION, siteId, day, hours.toString());
  }

  /** Whether there was one. */
  boolean withdrawException(UUID siteId, LocalDate day) {
    return database.change(WITHDRAW_EXCEPTION, siteId, day) > 0;
  }

  private static DatedWeek week(ResultSet row) throws SQLException {
    DayHours[] days = new DayHours[8];
    for (int i = 0; i < days.length; i++) {
      days[i] = DayHours.parse(row.getString(3 + i));
    }
    return new DatedWeek(
        date(row, 1),
        new OpeningWeek(
            List.of(days).subList(0, 7), HolidayRule.valueOf(row.getString(2)), days[7]));
  }

  private static UUID id(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static LocalDate date(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
