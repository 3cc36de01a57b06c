package org.jiceng.member.transfer;

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

/** Two hundred thousand transfers of two thousand offices: no desk reads those of all others. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DeskPlansTest {
  private static final LocalDate TODAY = LocalDate.parse("2010-06-30");

  private static final String GROWN =
      """
      insert into organization_node (organization_id, code, name, area_code, type, sector, state,
                                     path, established_on)
      select md5('desk' || n)::uuid, 'DESK' || n, '支部', '110105001001', 'BRANCH', 'COMMUNITY',
             'ACTIVE', text2ltree(md5('desk' || n)), date '2000-01-01'
        from generate_series(0, 1999) n;
      insert into transfer (transfer_id, direction, member_id, source_id, destination_id, state,
                            requested_on, waiting_since, act_until, due_on, escalate_on,
                            letter_number, approved_on, valid_until, closed_on, acknowledged_on,
                            reminded_on, version)
      select gen_random_uuid(), 'WITHIN', gen_random_uuid(), md5('desk' || n % 2000)::uuid,
             md5('desk' || (n + 1 + n / 2000) % 2000)::uuid,
             case when waits then 'APPROVED' else 'ACKNOWLEDGED' end,
             day, day, case when waits then day + 90 end, case when waits then day + 7 end,
             case when waits then day + 21 end, 'P' || n, day, day + 90,
             case when waits then null else day end, case when waits then null else day end,
             case when waits and n % 3 > 0 then day + 7 end, 2
        from (select n, n % 20 = 0 as waits, date '2010-06-01' + n % 25 as day
                from generate_series(1, 200000) n
               where (n + 1 + n / 2000) % 2000 <> n % 2000) made;
      analyze organization_node; analyze transfer""";

  private static final String MORNING =
      """
      select t.* from transfer t where true and t.turn_id is not null and true
         and t.turn_id in (select organization_id from organization_node where path <@ ?::ltree)
         and (t.source_id in (select organization_id from organization_node where path <@ ?::ltree)
           or t.destination_id in (select organization_id from organization_node
                                    where path <@ ?::ltree))
         and t.state in ('REQUESTED', 'APPROVED', 'RETURNED', 'COMPLETED') and true
       order by t.due_on, t.transfer_id limit 51""";

  @Inject AgroalDataSource dataSource;

  @Test
  void aDeskIsReadByIndexAndSoIsWhatIsToBeTold() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        try (Statement statement = connection.createStatement()) {
          statement.execute(GROWN);
        }
        String office = md5(connection, "desk20");
        readsFew(connection, MORNING, office, office, office);
        readsFew(connection, WorkSummary.COUNT, office, TODAY, TODAY, TODAY, TODAY);
        readsFew(
            connection,
            Reminders.DUE_AFTER,
            LocalDate.parse("2010-06-08"),
            LocalDate.of(1, 1, 1),
            new UUID(0, 0));
      } finally {
        connection.rollback();
      }
    }
  }

  /** Never the whole table. */
  private static void readsFew(Connection connection, String question, Object... values)
      throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (PreparedStatement explain =
        connection.prepareStatement("explain (analyze, buffers) " + question)) {
      for (int i = 0; i < values.length; i++) {
        explain.setObject(i + 1, values[i]);
      }
      try (ResultSet lines = explain.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
    }
    assertThat(plan.toString()).doesNotContain("Seq Scan on transfer");
  }

  private static String md5(Connection connection, String text) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select md5(?)")) {
      select.setString(1, text);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
