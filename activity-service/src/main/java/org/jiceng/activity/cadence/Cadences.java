package org.jiceng.activity.cadence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.list.Areas;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Who has kept the rules and who falls behind: one question over all organisations asked for. */
@ApplicationScoped
class Cadences {
  // What was held is counted once for all, by organisation, kind and span; each is then compared
  // with what it had to hold in the spans through which it existed from the first day to the last.
  // The heir of several that held one together stands there more than once, and held it once.
  private static final String PAGE =
      """
      with duty as (
        select * from json_to_recordset(?::json)
               as d (type text, kind text, "from" date, until date, times int)),
      span as (select distinct kind, "from", until from duty),
      org as (
        select organization_id, type, established_on, dissolved_on from organization_node o
         where o.state <> 'SUSPENDED'
           and (?::ltree is null or o.path <@ ?::ltree)
           and (?::uuid is null
                or o.path <@ (select path from organization_node where organization_id = ?::uuid))
           and (?::varchar is null
                or o.area_code in (select w.area_code from area_within w
                                    where w.within_code = ?::varchar and w.valid_to is null))),
      held as (
        select h.organization_id, s.kind, s."from", count(distinct activity_id) as times
          from span s
          join activity v on v.kind = s.kind and v.held_on >= s."from" and v.held_on < s.until
          join activity_holder h using (activity_id)
         where v.state in ('HELD', 'MINUTED')
         group by h.organization_id, s.kind, s."from"),
      kept as (
        select o.organization_id, d.kind, sum(d.times) as required,
               sum(coalesce(h.times, 0)) as held,
               sum(greatest(d.times - coalesce(h.times, 0), 0)) as missing
          from org o
          join duty d on d.type = o.type and o.established_on <= d."from"
                     and (o.dissolved_on is null or o.dissolved_on >= d.until)
          left join held h
            on h.organization_id = o.organization_id and h.kind = d.kind and h."from" = d."from"
         group by o.organization_id, d.kind),
      whole as (
        select organization_id, sum(missing) as missing,
               json_agg(json_build_object('kind', kind, 'required', required, 'held', held,
                                          'missing', missing) order by kind) as rules
          from kept group by organization_id)
      select * from whole
       where (not ?::boolean or missing > 0)
         and (?::bigint is null or missing < ?::bigint
              or (missing = ?::bigint and organization_id > ?::uuid))
       order by missing desc, organization_id limit ?""";

  private final Database database;
  private final ObjectMapper json;

  Cadences(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Who misses most first; those of a scope (by its path; null: the whole district). */
  Page<OrganizationCadence> page(
      List<Duty> duties, CadenceFilter filter, String path, PageRequest page) {
    String area = Areas.asked(filter.areaCode);
    Long missing = page.cursor().map(cursor -> cursor.number(0)).orElse(null);
    UUID after = page.cursor().map(cursor -> cursor.uuid(1)).orElse(null);
    List<OrganizationCadence> found =
        database.list(
            PAGE,
            this::read,
            written(duties),
            path,
            path,
            filter.organizationId,
            filter.organizationId,
            area,
            area,
            filter.behind,
            missing,
            missing,
            missing,
            after,
            page.fetchSize());
    return page.page(found, one -> Cursor.of(one.missing(), one.organizationId()));
  }

  private OrganizationCadence read(ResultSet row) throws SQLException {
    long missing = row.getLong("missing");
    try {
      return new OrganizationCadence(
          row.getObject("organization_id", UUID.class),
          missing,
          missing > 0,
          json.readValue(row.getString("rules"), new TypeReference<>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String written(List<Duty> duties) {
    try {
      return json.writeValueAsString(duties);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
