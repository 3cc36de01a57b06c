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
  private static final String PAGE =
      DueAndHeld.WITH
          + """
      ,
      org as (
        select organization_id from organization_node o
         where (?::ltree is null or o.path <@ ?::ltree)
           and (?::uuid is null
                or o.path <@ (select path from organization_node where organization_id = ?::uuid))
           and (?::varchar is null
                or o.area_code in (select w.area_code from area_within w
                                    where w.within_code = ?::varchar and w.valid_to is null))),
      kept as (
        select organization_id, d.kind, sum(d.required) as required, sum(d.held) as held,
               sum(greatest(d.required - d.held, 0)) as missing
          from org join due d using (organization_id)
         group by organization_id, d.kind),
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
            DueAndHeld.written(duties, json),
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
}
