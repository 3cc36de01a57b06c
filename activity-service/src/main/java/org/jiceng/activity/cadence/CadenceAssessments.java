package org.jiceng.activity.cadence;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.CadenceAssessed;
import org.jiceng.events.ActivityKind;
import org.jiceng.kit.database.Database;

/** What others were told of how organisations kept the rules, and what is to be told anew. */
@ApplicationScoped
class CadenceAssessments {
  // What is so today, beside what was told; whoever no longer had to hold any has 0 to hold. What
  // differs is written down and told in one transaction.
  private static final String CHANGE =
      DueAndHeld.WITH
          + """
      ,
      told as (
        select a.* from span s
          join cadence_assessment a
            on a.kind = s.kind and a.starts_on = s."from" and a.ends_before = s.until),
      changed as (
        select coalesce(d.organization_id, t.organization_id) as organization_id,
               coalesce(d.kind, t.kind) as kind,
               coalesce(d."from", t.starts_on) as starts_on,
               coalesce(d.until, t.ends_before) as ends_before,
               coalesce(d.required, 0) as required, coalesce(d.held, t.held) as held,
               t.required as required_before, t.held as held_before
          from due d
          full join told t on t.organization_id = d.organization_id and t.kind = d.kind
                          and t.starts_on = d."from" and t.ends_before = d.until
         where coalesce(d.required, 0) is distinct from t.required
            or coalesce(d.held, t.held) is distinct from t.held
         order by 3, 2, 4, 1 limit ?),
      kept as (
        insert into cadence_assessment
               (kind, starts_on, ends_before, organization_id, required, held)
        select kind, starts_on, ends_before, organization_id, required, held from changed
        on conflict (kind, starts_on, ends_before, organization_id)
          do update set required = excluded.required, held = excluded.held)
      select * from changed""";

  private final Database database;
  private final ObjectMapper json;

  CadenceAssessments(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Up to so many that differ from what was told; they count as told. */
  List<CadenceAssessed> change(List<Duty> duties, int limit) {
    return database.list(CHANGE, CadenceAssessments::read, DueAndHeld.written(duties, json), limit);
  }

  private static CadenceAssessed read(ResultSet row) throws SQLException {
    return new CadenceAssessed(
        row.getObject("organization_id", UUID.class),
        ActivityKind.valueOf(row.getString("kind")),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_before", LocalDate.class),
        row.getInt("required"),
        row.getInt("held"),
        row.getObject("required_before", Integer.class),
        row.getObject("held_before", Integer.class));
  }
}
