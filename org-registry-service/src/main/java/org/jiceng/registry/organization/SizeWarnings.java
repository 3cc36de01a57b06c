package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.problem.Messages;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/**
 * Warns, and no more, when the full members of an organisation and of all below it are too few or
 * too many for its type. The bounds are those of the rule of data quality SIZE_OUT_OF_BOUNDS, from
 * the day on which it holds and while it is switched on; members are counted as they are now.
 */
@ApplicationScoped
public class SizeWarnings {
  // No further is counted than decides.
  private static final String SIZE =
      """
      select bounds.at_least, bounds.at_most, size.members
        from quality_rule rule
       cross join lateral (
         values ('BRANCH', (parameters ->> 'branchAtLeast')::bigint,
                 (parameters ->> 'branchAtMost')::bigint),
                ('GENERAL_BRANCH', (parameters ->> 'generalBranchAtLeast')::bigint,
                 (parameters ->> 'generalBranchAtMost')::bigint),
                ('COMMITTEE', (parameters ->> 'committeeAtLeast')::bigint, 2147483647))
             bounds (type, at_least, at_most)
       cross join lateral (
         select count(*) as members
           from (select 1
                   from organization top
                   join organization below on below.path <@ top.path
                   join neighbour_record m on m.organization_id = below.id
                                          and m.kind = 'MEMBER' and not m.probationary
                                          and (m.ends_at is null or m.ends_at > now())
                  where top.id = ?
                  limit case when bounds.at_most = 2147483647 then bounds.at_least
                             else bounds.at_most + 1 end) counted) size
       where rule.code = 'SIZE_OUT_OF_BOUNDS' and rule.enabled and rule.since <= ?
         and bounds.type = ?
         and size.members not between bounds.at_least and bounds.at_most""";

  private final Tables tables;
  private final BusinessClock clock;
  private final HttpHeaders headers;

  SizeWarnings(Tables tables, BusinessClock clock, HttpHeaders headers) {
    this.tables = tables;
    this.clock = clock;
    this.headers = headers;
  }

  /** The organisation after a change of that day (today if null), with what to look at. */
  OrganizationView with(OrganizationView changed, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    return changed.warning(of(changed.id(), changed.type(), on));
  }

  /** What to look at if the organisation is of that type on that day, in the caller's language. */
  public List<Warning> of(UUID organization, OrganizationType type, LocalDate on) {
    Condition size = new Condition(SIZE).with(organization).with(on).with(type.name());
    return tables.list(size, "", this::warning);
  }

  private Warning warning(ResultSet row) throws SQLException {
    long atLeast = row.getLong(1);
    long atMost = row.getLong(2);
    long members = row.getLong(3);
    return members < atLeast
        ? said("members-too-few", members, atLeast)
        : said("members-too-many", atMost);
  }

  private Warning said(String code, Object... numbers) {
    Messages messages = Messages.in(headers.getAcceptableLanguages());
    return new Warning(code, messages.text("warning." + code, List.of(numbers)));
  }
}
