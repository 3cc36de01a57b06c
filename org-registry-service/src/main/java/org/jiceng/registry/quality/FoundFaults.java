package org.jiceng.registry.quality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.RegistryEvent.FindingClosed;
import org.jiceng.events.RegistryEvent.FindingOpened;

/** Brings the findings of one rule up to date by set, within a run's transaction. */
final class FoundFaults {
  private static final String STAGE =
      """
      create temp table if not exists found (subject_kind text, subject_id uuid primary key,
        organization_id uuid, area_code text) on commit delete rows""";

  /** A record that breaks a rule in two ways breaks it once. */
  private static final String FIND =
      """
      insert into pg_temp.found
      select f.* from (select ?::date as today, ?::jsonb as p) rule
       cross join lateral (%s) f (subject_kind, subject_id, organization_id, area_code)
      on conflict do nothing""";

  // Mended is also what has come to another organisation or area: there it is found anew.
  private static final String CLOSE =
      """
      update finding f set state = 'CLOSED', closed_on = ?, version = version + 1
       where f.rule = ? and f.state <> 'CLOSED'
         and not exists (select from pg_temp.found t
                          where t.subject_id = f.subject_id and t.area_code = f.area_code
                            and t.organization_id is not distinct from f.organization_id)
      returning f.id, null::uuid, null::text, old.state = 'OPEN'""";
  private static final String REOPEN =
      """
      update finding set state = 'OPEN', waived_until = null, waived_reason = null,
                         version = version + 1
       where state = 'WAIVED' and waived_until < ? and rule = ?
      returning id, organization_id, area_code, true""";
  private static final String OPEN =
      """
      insert into finding (id, rule, subject_kind, subject_id, organization_id, area_code, state,
                           opened_on)
      select uuidv7(), r.code, t.subject_kind, t.subject_id, t.organization_id, t.area_code, 'OPEN',
             ?
        from pg_temp.found t join quality_rule r on r.code = ?
       where not exists (select from finding f
                          where f.rule = r.code and f.subject_id = t.subject_id
                            and f.state <> 'CLOSED')
      returning id, organization_id, area_code, true""";

  private final Connection connection;
  private final RuleView rule;
  private final LocalDate today;

  FoundFaults(Connection connection, RuleView rule, LocalDate today) {
    this.connection = connection;
    this.rule = rule;
    this.today = today;
  }

  /** Finds what the rule finds today, given its parameters as JSON. */
  void find(String parameters) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(STAGE);
      statement.execute("truncate pg_temp.found");
    }
    if (rule.enabled()) {
      String sql = FIND.formatted(RuleQueries.of(rule.code()));
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        insert.setObject(1, today);
        insert.setString(2, parameters);
        insert.executeUpdate();
      }
    }
  }

  /** Closes what is mended; a rule that is switched off finds nothing, so all is closed. */
  List<DomainEvent> close() throws SQLException {
    return changed(CLOSE);
  }

  /** Opens what is new, and again what was waived until a day that has passed. */
  List<DomainEvent> open() throws SQLException {
    List<DomainEvent> opened = changed(REOPEN);
    opened.addAll(changed(OPEN));
    return opened;
  }

  private List<DomainEvent> changed(String sql) throws SQLException {
    List<DomainEvent> events = new ArrayList<>();
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      change.setObject(1, today);
      change.setString(2, rule.code());
      try (ResultSet rows = change.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean(4)) {
            events.add(event(rows));
          }
        }
      }
    }
    return events;
  }

  private DomainEvent event(ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    String area = row.getString(3);
    return area == null
        ? new FindingClosed(id)
        : new FindingOpened(id, rule.code(), row.getObject(2, UUID.class), area);
  }
}
