package org.jiceng.registry.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.PostKind;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** Reads the elections that were held, and those that are due. */
@ApplicationScoped
class ElectionQueries {
  private static final String HELD =
      """
      with page as (
        select * from election where organization_id = ? and effective_on < ?
         order by effective_on desc limit ?)
      select e.id, e.organization_id, e.held_on, e.effective_on, e.term_ends_on,
             r.kind, r.holder_id, r.post_id, r.appointment_id
        from page e join election_result r on r.election_id = e.id
       order by e.effective_on desc, r.nth""";

  // An organisation is due with the first of its elected posts whose term runs out.
  private static final String DUE =
      """
      select o.id, o.code, o.name, o.type, o.area_code, min(p.term_ends_on), count(*)
        from post p join organization o on o.id = p.organization_id
       where p.appointment_id is not null and p.kind in %s and o.state <> 'DISSOLVED'
         and p.term_ends_on <= ?"""
          .formatted(ElectedPosts.SQL);

  private final Tables tables;
  private final BusinessClock clock;

  ElectionQueries(Tables tables, BusinessClock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** The latest election first. */
  Page<ElectionView> held(UUID organizationId, PageRequest page) {
    if (!tables.any("select 1 from organization where id = ?", organizationId)) {
      throw Problem.notFound();
    }
    LocalDate before = page.cursor().map(c -> c.date(0)).orElse(LocalDate.of(9999, 12, 31));
    Map<UUID, ElectionView> elections = new LinkedHashMap<>();
    Condition select = new Condition(HELD).with(organizationId).with(before).with(page.fetchSize());
    tables.list(select, "", row -> add(elections, row));
    return page.page(List.copyOf(elections.values()), e -> Cursor.of(e.effectiveOn()));
  }

  /** What has been overdue the longest comes first. */
  Page<DueElection> due(DueFilter filter, PageRequest page) {
    LocalDate today = clock.today();
    Condition condition = filter.on(new Condition(DUE).with(today.plus(filter.within())));
    Condition ranked = new Condition(condition, " group by o.id having true");
    page.cursor()
        .ifPresent(c -> ranked.and("(min(p.term_ends_on), o.id) > (?, ?)", c.date(0), c.uuid(1)));
    List<DueElection> rows =
        tables.list(
            ranked,
            " order by min(p.term_ends_on), o.id limit " + page.fetchSize(),
            row -> due(row, today));
    return page.page(rows, d -> Cursor.of(d.termEndsOn(), d.organizationId()));
  }

  private static DueElection due(ResultSet row, LocalDate today) throws SQLException {
    LocalDate ends = row.getObject(6, LocalDate.class);
    return new DueElection(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        OrganizationType.valueOf(row.getString(4)),
        row.getString(5),
        ends,
        ends.isBefore(today),
        ChronoUnit.DAYS.between(today, ends),
        row.getInt(7));
  }

  private static ElectionView add(Map<UUID, ElectionView> elections, ResultSet row)
      throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    if (!elections.containsKey(id)) {
      elections.put(
          id,
          new ElectionView(
              id,
              row.getObject(2, UUID.class),
              row.getObject(3, LocalDate.class),
              row.getObject(4, LocalDate.class),
              row.getObject(5, LocalDate.class),
              new ArrayList<>()));
    }
    elections
        .get(id)
        .results()
        .add(
            new ElectionView.Result(
                PostKind.valueOf(row.getString(6)),
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class),
                row.getObject(9, UUID.class)));
    return elections.get(id);
  }
}
