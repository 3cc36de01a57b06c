package org.jiceng.activity.space;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiceng.activity.sharing.WeekMinutes;
import org.jiceng.kit.area.AreaHierarchy;

/**
 * A use of a space that is wished for, by an organisation or (null) by nobody yet: the row {@code
 * u} of queries, and the conditions on it by which space {@code p} of site {@code s} can be used.
 */
public record Use(Instant startsAt, Instant endsAt, UUID organizationId) {
  private static final int COLUMNS = 6;
  private static final String ONE =
      "(values (?::timestamptz, ?::timestamptz, ?::date, ?::date, ?::int4multirange, ?::uuid))";
  private static final String MANY =
      "unnest(?::timestamptz[], ?::timestamptz[], ?::date[], ?::date[], ?::int4multirange[],"
          + " ?::uuid[])";

  /** The clause that makes {@code u} of {@link #arguments}. */
  public static final String WITH = with(ONE);

  /** The same for many uses at once, of {@link #arguments(List, ZoneId, Object...)}. */
  static final String WITH_MANY = with(MANY);

  private static String with(String rows) {
    return """
      with u as materialized (
        select a.*, tstzrange(a.starts_at, a.ends_at) as during, o.path, %s as sub_district,
               array(select own.area_code from area_within own
                      where own.within_code = o.area_code and own.valid_to is null) as own_areas
          from %s
                 as a (starts_at, ends_at, first_day, last_day, minutes, organization_id)
          left join organization_node o on o.organization_id = a.organization_id)
      """
        .formatted(AreaHierarchy.SUB_DISTRICT_OF.replace("?", "o.area_code"), rows);
  }

  /** It lies in one open interval of the site; its days are asked with one more at either end. */
  public static final String OPEN =
      """
      (s.opening_until is null
       or coalesce((select range_agg(tstzrange(t.starts_at, t.ends_at)) @> u.during
                      from open_time t
                     where t.site_id = s.site_id and t.on_day between u.first_day and u.last_day),
                   false))""";

  /** No closure of the space, or of the whole site, lies over it. */
  public static final String NOT_UNDER_CLOSURE =
      """
      not exists (select from closure c
                   where c.site_id = s.site_id and c.cancelled_at is null and c.during && u.during
                     and (c.space_id is null or c.space_id = p.space_id))""";

  /** The strictest audience that it touches has the organisation in it. */
  public static final String ALLOWED =
      """
      (u.organization_id is null or s.organization_id = u.organization_id
       or ((not s.own_line_minutes && u.minutes
            or exists (select from organization_node m
                        where m.organization_id = s.organization_id
                          and (m.path @> u.path or m.path <@ u.path)))
           and (not s.same_area_minutes && u.minutes
                or exists (select from area_within w
                            where w.within_code = u.sub_district and w.area_code = s.area_code
                              and w.valid_to is null))))""";

  /**
   * Which bookings {@code b} keep others out: those that booking_no_overlap is about, but for holds
   * that have run out and for those to which nobody came in time.
   */
  public static final String EXCLUDES =
      "(b.state in ('HELD', 'CONFIRMED', 'CHECKED_IN')"
          + " and (b.held_until is null or b.held_until > now())"
          + " and (b.state <> 'CONFIRMED' or b.release_at is null or b.release_at > now()))";

  /** From when to when they do. */
  static final String BLOCKED = "b.blocked";

  /**
   * Nobody else has the space, with what it takes to set it up and to clear it up. Since no two
   * bookings of a space overlap, the last to begin before the use has ended decides: one step in an
   * index by start, which lies four hours at most behind the moment from which a booking blocks.
   */
  public static final String FREE =
      """
      not coalesce((select upper(%2$s) > u.starts_at - make_interval(mins => p.set_up_minutes)
                      from booking b
                     where b.space_id = p.space_id and %1$s
                       and lower(%2$s) < u.ends_at + make_interval(mins => p.clear_up_minutes)
                       and b.starts_at < u.ends_at + make_interval(mins => p.clear_up_minutes + 240)
                     order by b.starts_at desc limit 1), false)"""
          .formatted(EXCLUDES, BLOCKED);

  /**
   * Joins to a space {@code p} of site {@code s} when it is all of that. The fence makes the
   * database ask it of one space after the other, in the order in which they come, until there are
   * enough.
   */
  public static final String IF_USABLE =
      "cross join lateral (select from u where %s and %s and %s and %s offset 0) usable"
          .formatted(FREE, OPEN, NOT_UNDER_CLOSURE, ALLOWED);

  /** What stands for the question marks of {@link #WITH}, and whatever follows. */
  public List<Object> arguments(ZoneId zone, Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(utc(startsAt));
    arguments.add(utc(endsAt));
    arguments.add(LocalDate.ofInstant(startsAt, zone).minusDays(1));
    arguments.add(LocalDate.ofInstant(endsAt, zone).plusDays(1));
    arguments.add(WeekMinutes.of(startsAt, endsAt, zone).toString());
    arguments.add(organizationId);
    arguments.addAll(Arrays.asList(more));
    return arguments;
  }

  /** What stands for the question marks of {@link #WITH_MANY}, and whatever follows. */
  static List<Object> arguments(List<Use> uses, ZoneId zone, Object... more) {
    List<List<Object>> rows = uses.stream().map(use -> use.arguments(zone)).toList();
    List<Object> arguments = new ArrayList<>();
    for (int column = 0; column < COLUMNS; column++) {
      arguments.add(array(rows, column));
    }
    arguments.addAll(Arrays.asList(more));
    return arguments;
  }

  private static String array(List<List<Object>> rows, int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .map(value -> value == null ? "NULL" : '"' + value.toString() + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
