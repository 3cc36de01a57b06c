package org.jiceng.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.RegistryEvent.RegistryCounted;
import org.jiceng.events.RegistryEvent.RegistryCountedByArea;
import org.jiceng.kit.tally.Cut;
import org.jiceng.kit.tally.Tally;

/** The registry's own counts, under the names of the measures that reporting folds. */
@ApplicationScoped
public class RegistryCounts implements Tally {
  private static final String COUNTS =
      """
      select 'area.' || level, count(*) from area where closed_on is null group by level
      union all select 'area.' || name, value from (
        select sum(population) as population, sum(registered_population) as registered,
               sum(migrant_population) as migrant, sum(households) as households
          from (select distinct on (area_code) * from area_measurement
                 order by area_code, effective_on desc) latest) sums
        cross join lateral (values ('population', population), ('registeredPopulation', registered),
                                   ('migrantPopulation', migrant), ('households', households))
                           v (name, value) where value is not null
      union all select 'organization', count(*) from organization where state <> 'DISSOLVED'
      union all select 'organization/' || sector || '/' || type, count(*)
                  from organization where state <> 'DISSOLVED' group by sector, type
      union all select 'organization.founded', count(*)
                  from organization where state <> 'DISSOLVED' and founded_by is not null
      union all select 'unit.' || kind, count(*) from unit where closed_on is null group by kind
      union all select 'unit.covered', count(*) from unit
                 where closed_on is null and covered_by is not null
      union all select 'building', count(*) from building where closed_on is null
      union all select 'building.covered', count(*) from building
                 where closed_on is null and covered_by is not null
      union all select 'station.' || kind, count(*) from station where closed_on is null group by kind
      union all select 'post.' || kind, count(*) from post
                 where abolished_on is null and appointment_id is not null group by kind
      union all select 'finding', count(*) from finding where state = 'OPEN' having count(*) > 0
      union all select 'finding.' || rule, count(*) from finding where state = 'OPEN'
                 group by rule""";

  private static final String COUNTS_BY_AREA =
      """
      with latest as (
        select distinct on (area_code) * from area_measurement order by area_code, effective_on desc),
      counted (measure, area_code, value) as (
        select 'area.' || name, area_code, value from latest
         cross join lateral (values ('population', population),
                                    ('registeredPopulation', registered_population),
                                    ('migrantPopulation', migrant_population),
                                    ('households', households)) v (name, value)
        union all select 'organization', area_code, 1 from organization where state <> 'DISSOLVED'
        union all select 'unit.' || kind, area_code, 1 from unit where closed_on is null
        union all select 'unit.covered', area_code, 1 from unit
                   where closed_on is null and covered_by is not null
        union all select 'building', area_code, 1 from building where closed_on is null
        union all select 'building.covered', area_code, 1 from building
                   where closed_on is null and covered_by is not null
        union all select 'station.' || s.kind, b.area_code, 1
                    from station s join building b on b.id = s.building_id
                   where s.closed_on is null
        union all select 'post.' || p.kind, o.area_code, 1
                    from post p join organization o on o.id = p.organization_id
                   where p.abolished_on is null and p.appointment_id is not null
        union all select 'finding', area_code, 1 from finding where state = 'OPEN')
      select measure || '@' || left(area_code, 9) || '000', sum(value)
        from counted group by 1 having sum(value) <> 0""";

  @Override
  public Map<String, Long> count(Connection snapshot, LocalDate on) throws SQLException {
    return counts(COUNTS, snapshot);
  }

  @Override
  public Map<String, Long> countByArea(Connection snapshot, LocalDate on) throws SQLException {
    return counts(COUNTS_BY_AREA, snapshot);
  }

  @Override
  public DomainEvent counted(Map<String, Long> counts, Cut cut) {
    return new RegistryCounted(counts, cut.countedThrough(), cut.alsoCounted());
  }

  @Override
  public DomainEvent countedByArea(Map<String, Long> counts, Cut cut) {
    return new RegistryCountedByArea(counts, cut.countedThrough(), cut.alsoCounted());
  }

  private static Map<String, Long> counts(String sql, Connection connection) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }
}
