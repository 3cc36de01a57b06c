package org.jiceng.member.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.member.person.Persons;

/** Who is on probation now, whoever may be confirmed first coming first. */
@ApplicationScoped
public class Probations {
  // What held on the day of joining decides, unless probation was extended.
  private static final String OVER_ON =
      """
      coalesce(m.probation_until, (m.joined_on +
        (select split_part(policy, '=', 2)::interval
           from unnest(string_to_array(?, ',')) policy
          where split_part(policy, '=', 1)::date <= m.joined_on
          order by split_part(policy, '=', 1)::date desc limit 1))::date)""";

  private static final String ON_PROBATION =
      """
        from member m
       where m.status = 'PROBATIONARY' and m.ended_on is null
         and m.organization_id in (
               select organization_id from organization_node where path <@ ?::ltree)""";

  private static final String SELECT =
      "select * from (select m.*, " + OVER_ON + " as over_on" + ON_PROBATION + ") m where true";

  private static final String COUNT =
      """
      select count(*) filter (where over_on <= ?), count(*) filter (where over_on > ? and over_on <= ?)
        from (select\s"""
          + OVER_ON
          + " as over_on"
          + ON_PROBATION
          + ") m";

  private static final String BELOW =
      """
      m.organization_id in (select organization_id from organization_node
        where path <@ (select path from organization_node where organization_id = ?))""";

  private static final String EVERYWHERE = "";

  private final Database database;
  private final MembershipPolicy policy;
  private final Persons persons;
  private final Scopes scopes;
  private final Audit audit;
  private final BusinessClock clock;

  Probations(
      Database database,
      MembershipPolicy policy,
      Persons persons,
      Scopes scopes,
      Audit audit,
      BusinessClock clock) {
    this.database = database;
    this.policy = policy;
    this.persons = persons;
    this.scopes = scopes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How many of the caller's members may be confirmed.
   *
   * @param over by that day
   * @param ending later, by the other day
   */
  public record Counts(long over, long ending) {}

  /** How many may be confirmed by today, and how many more by the end of a time. */
  public Counts count(LocalDate today, LocalDate soon) {
    return database
        .first(
            COUNT,
            row -> new Counts(row.getLong(1), row.getLong(2)),
            today,
            today,
            soon,
            policy.probation().toString(),
            path())
        .orElseThrow();
  }

  private record Line(Member member, LocalDate overOn) {
    static Line of(ResultSet row) throws SQLException {
      return new Line(Members.member(row), row.getObject("over_on", LocalDate.class));
    }
  }

  Page<Probation> page(ProbationFilter filter, PageRequest request) {
    List<Line> found =
        wanted(filter, request)
            .list(database, "m.over_on, m.member_id", request.fetchSize(), Line::of);
    Page<Line> page = request.page(found, last -> Cursor.of(last.overOn, last.member.id));
    audit.read("member", page.items().stream().map(line -> line.member.id).toList());
    return new Page<>(page.items().stream().map(this::seen).toList(), page.nextCursor());
  }

  private Conditions wanted(ProbationFilter filter, PageRequest request) {
    Conditions query =
        new Conditions(SELECT, policy.probation().toString(), path())
            .and(filter.includeSubtree ? BELOW : "m.organization_id = ?", filter.organizationId)
            .and("m.over_on <= ?", filter.overBy);
    request
        .cursor()
        .ifPresent(
            after -> query.and("(m.over_on, m.member_id) > (?, ?)", after.date(0), after.uuid(1)));
    return query;
  }

  private String path() {
    return scopes.pathPrefix().orElse(EVERYWHERE);
  }

  private Probation seen(Line line) {
    MemberView member = MemberView.of(line.member, persons.seen(line.member.person));
    return Probation.of(member, line.overOn, policy, clock.today());
  }
}
