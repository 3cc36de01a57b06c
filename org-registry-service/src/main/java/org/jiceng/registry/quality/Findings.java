package org.jiceng.registry.quality;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.FindingClosed;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Named;
import org.jiceng.registry.Tables;
import org.jiceng.registry.Territory;

/** The findings as work lists within the caller's scope. */
@ApplicationScoped
public class Findings implements PanacheRepositoryBase<Finding, UUID> {
  private static final String LIST =
      """
      select f.id, f.rule, f.subject_kind, f.subject_id, f.organization_id, f.area_code, f.state,
             f.opened_on, f.closed_on, f.waived_reason, f.waived_until, f.version
        from finding f left join organization o on o.id = f.organization_id where true""";

  private static final String MINE =
      "(o.path <@ ?::ltree or f.organization_id is null and %s)"
          .formatted(Territory.NOW_WITHIN.formatted("f.area_code"));

  private final Tables tables;
  private final Named named;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Findings(
      Tables tables,
      Named named,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.tables = tables;
    this.named = named;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** What has been open the longest comes first. */
  Page<FindingView> page(FindingFilter filter, PageRequest page) {
    Condition condition = filter.on(new Condition(LIST));
    scopes.pathPrefix().ifPresent(path -> condition.and(MINE, path, named.areaOfScope()));
    page.cursor()
        .ifPresent(c -> condition.and("(f.opened_on, f.id) > (?, ?)", c.date(0), c.uuid(1)));
    List<FindingView> rows =
        tables.list(
            condition, " order by f.opened_on, f.id limit " + page.fetchSize(), Findings::view);
    return page.page(rows, f -> Cursor.of(f.openedOn(), f.id()));
  }

  FindingView find(UUID id) {
    return inScope(findById(id)).view();
  }

  FindingView waive(UUID id, String reasonCode, LocalDate until) {
    Finding finding = inScope(findById(id, LockModeType.PESSIMISTIC_WRITE));
    preconditions.requireVersion(finding.version);
    FindingClosed closed = finding.waive(reasonCode, until, clock.today());
    flush();
    outbox.append(closed, clock.today());
    audit.write("waive", "finding", id);
    return finding.view();
  }

  private Finding inScope(Finding found) {
    Finding finding = Optional.ofNullable(found).orElseThrow(Problem::notFound);
    named.requireCoverageInScope(finding.organizationId, finding.areaCode);
    return finding;
  }

  private static FindingView view(ResultSet row) throws SQLException {
    return new FindingView(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getObject(4, UUID.class),
        row.getObject(5, UUID.class),
        row.getString(6),
        FindingState.valueOf(row.getString(7)),
        row.getObject(8, LocalDate.class),
        row.getObject(9, LocalDate.class),
        row.getString(10),
        row.getObject(11, LocalDate.class),
        row.getLong(12));
  }
}
