package org.jiceng.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand organisations in four ranks, over a thousand communities: no question about a
 * part of a tree reads all of it.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TreePlansTest {
  private static final String GROWN =
      """
      insert into area (code, standard_code, level, name, parent_code, defined_on)
      select code, code, level, '地', parent, date '1990-01-01' from (
        select '880000000000' as code, 'DISTRICT' as level, null as parent
        union all
        select '880000' || to_char(t, 'FM000') || '000', 'SUB_DISTRICT', '880000000000'
          from generate_series(1, 40) t
        union all
        select '880000' || to_char(t, 'FM000') || to_char(c, 'FM000'), 'COMMUNITY',
               '880000' || to_char(t, 'FM000') || '000'
          from generate_series(1, 40) t, generate_series(1, 25) c) made;
      insert into area_version (area_code, valid_from, recorded_at, name, level, parent_code,
                                standard_code, closed)
      select code, defined_on, now(), name, level, parent_code, code, false from area
       where code like '88%';
      insert into area_within (within_code, area_code, distance, valid_from)
      select a.code, a.code, 0, date '-infinity' from area a where a.code like '88%'
      union all
      select parent_code, code, 1, date '-infinity' from area
       where code like '88%' and parent_code is not null
      union all
      select '880000000000', code, 2, date '-infinity' from area
       where code like '88%' and level = 'COMMUNITY';
      create temp table made on commit drop as
        select n, md5('o' || n)::uuid as id,
               md5('o' || (case when n = 0 then null when n <= 40 then 0
                                when n <= 2000 then 1 + n % 40
                                else 41 + n % 1960 end))::uuid as parent_id,
               case when n = 0 then '880000000000'
                    else '880000' || to_char(1 + n % 40, 'FM000')
                      || case when n <= 40 then '000' else to_char(1 + n % 25, 'FM000') end end
                 as area_code
          from generate_series(0, 100000) n;
      insert into organization (id, code, name, type, sector, mode, temporary, parent_id, area_code,
                                state, established_on, path)
      with recursive placed (id, path) as (
        select id, text2ltree(replace(id::text, '-', '')) from made where n = 0
        union all
        select m.id, p.path || replace(m.id::text, '-', '')
          from placed p join made m on m.parent_id = p.id)
      select m.id, 'PLAN' || m.n, '组织', 'BRANCH', 'COMMUNITY', 'INDEPENDENT', false, m.parent_id,
             m.area_code, 'ACTIVE', date '2000-01-01', p.path
        from made m join placed p using (id);
      insert into organization_version (organization_id, valid_from, recorded_at, name, type,
                                        parent_id, area_code, state)
      select id, established_on, now(), name, type, parent_id, area_code, state from organization
       where code like 'PLAN%';
      analyze area; analyze area_version; analyze area_within;
      analyze organization; analyze organization_version""";

  @Inject AgroalDataSource dataSource;

  @Test
  void aPartOfATreeIsReadByIndex() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        try (Statement statement = connection.createStatement()) {
          statement.execute(GROWN);
        }
        for (LocalDate asOf : new LocalDate[] {null, LocalDate.parse("2005-01-01")}) {
          read(connection, asOf);
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void read(Connection connection, LocalDate asOf) throws SQLException {
    boolean now = asOf == null;
    UUID leaf = id(connection, 99_999);
    UUID middle = id(connection, 50);
    UUID root = id(connection, 0);
    explain(connection, "ancestors", up(now), leaf, asOf);
    explain(
        connection,
        "places",
        now ? TreeStatements.PLACES_NOW : TreeStatements.PLACES_THEN,
        leaf,
        asOf);
    String down =
        now
            ? TreeStatements.LINE_DOWN_NOW + TreeStatements.LINE_ORDER_NOW + " limit 51"
            : TreeStatements.LINE_DOWN_THEN
                + TreeStatements.LINE_ORDER_THEN
                + " limit 51"
                + TreeStatements.LINE_PAGE_THEN;
    explain(connection, "subtree of 51", down, middle, asOf);
    explain(connection, "subtree of all", down, root, asOf);
    String territory =
        (now ? TreeStatements.TERRITORY_NOW : TreeStatements.TERRITORY_THEN)
            + " order by o.code limit 51";
    explain(connection, "territory of a community", territory, leaf, asOf);
  }

  private static String up(boolean now) {
    return now ? TreeStatements.LINE_UP_NOW : TreeStatements.LINE_UP_THEN;
  }

  private static void explain(
      Connection connection, String what, String sql, UUID id, LocalDate asOf) throws SQLException {
    assertThat(plan(connection, sql, id, asOf))
        .as(what + " as of " + asOf)
        .doesNotContain("Seq Scan on organization");
  }

  private static String plan(Connection connection, String sql, UUID id, LocalDate asOf)
      throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (PreparedStatement explain =
        connection.prepareStatement("explain (analyze, costs off) " + sql)) {
      explain.setObject(1, id);
      explain.setObject(2, asOf);
      explain.setObject(3, (int) Short.MAX_VALUE);
      try (ResultSet rows = explain.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }

  private static UUID id(Connection connection, int n) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select id from organization where code = ?")) {
      select.setString(1, "PLAN" + n);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }
}
