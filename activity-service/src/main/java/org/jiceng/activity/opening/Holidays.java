package org.jiceng.activity.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiceng.events.HolidayKind;
import org.jiceng.kit.database.Database;

/** The district's calendar: the dates that are no ordinary ones. */
@ApplicationScoped
class Holidays {
  private static final String SELECT =
      """
      select on_day, kind, name, hours_of, version from holiday
       where on_day >= ? and on_day < ? and kind is not null order by on_day""";
  private static final String ONE =
      "select on_day, kind, name, hours_of, version from holiday where on_day = ?";
  private static final String KEEP =
      """
      insert into holiday (on_day, kind, name, hours_of, version) values (?, ?, ?, ?, ?)
      on conflict (on_day) do update
        set kind = excluded.kind, name = excluded.name, hours_of = excluded.hours_of,
            version = excluded.version
      where holiday.version = excluded.version - 1""";

  /** Holds while sites' days are worked out; a change to the calendar waits, or is waited for. */
  private static final String HOLD = "lock table holiday in share mode";

  private final Database database;

  Holidays(Database database) {
    this.database = database;
  }

  /** From a day to another, which is not included. */
  Map<LocalDate, Holiday> between(LocalDate from, LocalDate until) {
    return list(from, until).stream().collect(Collectors.toMap(Holiday::date, Function.identity()));
  }

  List<Holiday> list(LocalDate from, LocalDate until) {
    return database.list(SELECT, Holidays::holiday, from, until);
  }

  Holiday on(LocalDate date) {
    return database.first(ONE, Holidays::holiday, date).orElseGet(() -> Holiday.ordinary(date));
  }

  /** False if somebody else was faster. */
  boolean keep(Holiday changed) {
    return database.change(
            KEEP,
            changed.date(),
            changed.kind() == null ? null : changed.kind().name(),
            changed.name(),
            changed.hoursOf() == null ? null : changed.hoursOf().getValue(),
            changed.version())
        == 1;
  }

  void hold() {
    database.change(HOLD);
  }

  private static Holiday holiday(ResultSet row) throws SQLException {
    String kind = row.getString(2);
    int hoursOf = row.getInt(4);
    return new Holiday(
        row.getObject(1, LocalDate.class),
        kind == null ? null : HolidayKind.valueOf(kind),
        row.getString(3),
        hoursOf == 0 ? null : DayOfWeek.of(hoursOf),
        row.getLong(5));
  }
}
