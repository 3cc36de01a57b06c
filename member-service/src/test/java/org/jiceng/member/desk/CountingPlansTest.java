package org.jiceng.member.desk;

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
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

/** Among a hundred thousand of each, no office's first look reads those of all others. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CountingPlansTest {
  private static final LocalDate TODAY = LocalDate.parse("2010-06-30");

  private static final String GROWN =
      """
      insert into organization_node (organization_id, code, name, area_code, type, sector, state,
                                     path, established_on)
      select md5('plan' || n)::uuid, 'PLAN' || n, '支部' || n, '110105001001', 'BRANCH', 'COMMUNITY',
             'ACTIVE', text2ltree(md5('plan' || n)), date '2000-01-01'
        from generate_series(0, 1999) n;
      insert into member (member_id, id_index, id_number, name, sex, ethnicity, education,
                          birth_year, status, joined_on, organization_id, affiliated_on, version)
      select md5('member' || n)::uuid, decode(md5('member' || n), 'hex'), '', '', '1', '01', '21',
             1980, case when n % 20 = 0 then 'PROBATIONARY' else 'FULL' end, date '2009-06-01',
             md5('plan' || n / 20 % 2000)::uuid, date '2009-06-01', 0
        from generate_series(1, 100000) n;
      insert into transfer (transfer_id, direction, member_id, source_id, destination_id, state,
                            requested_on, waiting_since, act_until, due_on, escalate_on,
                            letter_number, approved_on, valid_until, closed_on, acknowledged_on,
                            version)
      select gen_random_uuid(), 'WITHIN', gen_random_uuid(), md5('plan' || n % 2000)::uuid,
             md5('plan' || (n + 1 + n / 2000) % 2000)::uuid,
             case when waits then 'APPROVED' else 'ACKNOWLEDGED' end,
             day, day, case when waits then day + 90 end, case when waits then day + 7 end,
             case when waits then day + 21 end, 'Q' || n, day, day + 90,
             case when waits then null else day end, case when waits then null else day end, 2
        from (select n, n % 20 = 0 as waits, date '2010-04-01' + n % 80 as day
                from generate_series(1, 100000) n
               where (n + 1 + n / 2000) % 2000 <> n % 2000) made;
      insert into absence (absence_id, member_id, home_id, state, away_since, reported_on,
                           reason_code, mobile_from, transfer_from, first_due, contact_due,
                           ended_on, version)
      select gen_random_uuid(), md5('member' || n)::uuid, md5('plan' || n / 20 % 2000)::uuid,
             case when n % 20 = 0 then 'CONFIRMED' else 'ENDED' end, date '2010-01-01',
             date '2010-01-01', 'WORK', date '2010-07-01', date '2011-01-01', date '2010-04-01',
             date '2010-04-01', case when n % 20 > 0 then date '2010-02-01' end, 0
        from generate_series(1, 100000) n;
      analyze organization_node; analyze member; analyze transfer; analyze absence""";

  private static final String PROBATIONS =
      """
      select count(*) from member m
       where m.status = 'PROBATIONARY' and m.ended_on is null and m.organization_id in (
             select organization_id from organization_node where path <@ ?::ltree)""";

  @Inject AgroalDataSource dataSource;

  @Test
  void whatAnOfficeHasToDoIsCountedByIndex() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        try (Statement statement = connection.createStatement()) {
          statement.execute(GROWN);
        }
        String office = first(connection, "select md5('plan40')");
        readsNoWhole("transfer", connection, Desk.TRANSFERS, office, TODAY, TODAY.plusDays(14));
        readsNoWhole("absence", connection, Desk.MOBILE, office, TODAY, TODAY.plusDays(14));
        readsNoWhole("member", connection, PROBATIONS, office);
      } finally {
        connection.rollback();
      }
    }
  }

  private static void readsNoWhole(
      String table, Connection connection, String question, Object... values) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (PreparedStatement explain = connection.prepareStatement("explain " + question)) {
      for (int i = 0; i < values.length; i++) {
        explain.setObject(i + 1, values[i]);
      }
      try (ResultSet lines = explain.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
    }
    assertThat(plan.toString()).doesNotContain("Seq Scan on " + table);
  }

  private static String first(Connection connection, String question) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
