package org.jiceng.member.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;

/** How many are away and how many are hosted, as an office's first look. */
@ApplicationScoped
public class MobileSummary {
  private static final String COUNT =
      """
      with these as (
        select o.organization_id from organization_node o
         where (?::ltree is null or o.path <@ ?::ltree)
           and (?::uuid is null or o.organization_id = ?::uuid
             or (?::boolean and o.path <@ (select path from organization_node where organization_id = ?::uuid)))),
      d as (select ?::date as day, ?::boolean as past),
      away as (
        select a.*, d.day, case when d.past
                 then coalesce((select c.due_on from absence_contact c
                                 where c.absence_id = a.absence_id and c.contacted_on <= d.day
                                 order by c.contacted_on desc, c.due_on desc limit 1), a.first_due)
                 else a.contact_due end as due
          from absence a cross join d
         where a.home_id in (select organization_id from these)
           and a.state in ('CONFIRMED', 'ENDED') and a.away_since <= d.day
           and (a.ended_on is null or a.ended_on > d.day))
      select count(*),
             count(*) filter (where mobile_from <= day),
             count(*) filter (where due < day),
             count(*) filter (where transfer_from <= day and registration_id is not null
               and not exists (select 1 from transfer t where t.member_id = away.member_id
                                  and t.state in ('REQUESTED', 'APPROVED', 'RETURNED'))),
             (select count(*) from absence p where p.state = 'REPORTED_BY_MEMBER'
                 and p.home_id in (select organization_id from these)),
             (select count(*) from mobile_registration r cross join d
               where r.host_id in (select organization_id from these) and r.hosted_on <= d.day
                 and (r.ended_on is null or r.ended_on > d.day))
        from away""";

  private final Database database;
  private final Scopes scopes;
  private final BusinessClock clock;

  MobileSummary(Database database, Scopes scopes, BusinessClock clock) {
    this.database = database;
    this.scopes = scopes;
    this.clock = clock;
  }

  /** Counts on a day. */
  public record Counts(
      @Schema(description = "Own members who are away") long away,
      @Schema(description = "Of these, for so long that they count as mobile") long mobile,
      @Schema(description = "Of these, whose contact is overdue") long overdue,
      @Schema(description = "Of these, for whom a transfer is proposed") long transferDue,
      @Schema(description = "Reports by members that wait for a decision, today") long pending,
      @Schema(description = "Members of others who are hosted") long hosted) {

    private static Counts of(ResultSet row) throws SQLException {
      return new Counts(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    }
  }

  Counts on(UUID organizationId, boolean includeSubtree, LocalDate asOf) {
    LocalDate day = asOf == null ? clock.today() : asOf;
    if (organizationId != null) {
      scopes.requireWithin(organizationId);
    }
    String path = scopes.pathPrefix().orElse(null);
    return database
        .first(
            COUNT,
            Counts::of,
            path,
            path,
            organizationId,
            organizationId,
            includeSubtree,
            organizationId,
            day,
            day.isBefore(clock.today()))
        .orElseThrow();
  }
}
