package org.jiceng.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jiceng.events.Sector;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CopyStreamTest {
  private static final Logger LOG = Logger.getLogger(CopyStreamTest.class);

  @Inject AgroalDataSource dataSource;

  @Test
  void everyTextComesBackAsItWent() throws SQLException {
    List<String> texts =
        new ArrayList<>(
            Arrays.asList(
                null,
                "",
                "\\N",
                "\\.",
                "\\",
                "\t\n\r",
                "a\\tb",
                "汉族\u00A0é",
                "𠮷野家",
                "\u0001\u007F"));
    Random random = new Random(20091231);
    for (int i = 0; i < 2_000; i++) {
      texts.add(
          random
              .ints(random.nextInt(40), 1, 0x2FFFF)
              .filter(c -> Character.isDefined(c) && (c < 0xD800 || c > 0xDFFF))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString());
    }
    try (Connection connection = begin("create temp table copied (n int, t text) on commit drop")) {
      try (CopyStream copy = CopyStream.into(connection, "copied", "n", "t")) {
        for (int i = 0; i < texts.size(); i++) {
          copy.add(i).add(texts.get(i)).endRow();
        }
      }
      assertThat(column(connection, "select t from copied order by n")).isEqualTo(texts);
      connection.rollback();
    }
  }

  @Test
  void everyKindOfValueIsUnderstoodAndNullsStayNull() throws SQLException {
    UUID id = UUID.randomUUID();
    Instant at = Instant.parse("2009-12-31T16:00:00.123456Z");
    try (Connection connection =
        begin(
            """
            create temp table copied (u uuid, d date, i timestamptz, n numeric, b boolean, y bytea,
                                      s text, l bigint) on commit drop""")) {
      try (CopyStream copy =
          CopyStream.into(connection, "copied", "u", "d", "i", "n", "b", "y", "s", "l")) {
        copy.add(id).add(LocalDate.of(2009, 12, 31)).add(at).add(new BigDecimal("1E+3"));
        copy.add(true).add("x\\".getBytes(StandardCharsets.UTF_8)).add(Sector.VILLAGE).add(-5L);
        copy.endRow();
        copy.add((UUID) null).add((LocalDate) null).add((Instant) null).add((BigDecimal) null);
        copy.add((Boolean) null).add((byte[]) null).add((Sector) null).add((Long) null);
        copy.endRow();
      }
      assertThat(
              column(
                  connection,
                  """
                  select concat_ws('|', u, d, i at time zone 'UTC', n, b, encode(y, 'escape'), s, l)
                    from copied order by u nulls last"""))
          .containsExactly(
              id + "|2009-12-31|2009-12-31 16:00:00.123456|1000|t|x\\\\|VILLAGE|-5", "");
      connection.rollback();
    }
  }

  @Test
  void twoStreamsAndOtherStatementsTakeTurnsOnOneConnectionQuickly() throws SQLException {
    int rows = 200_000;
    try (Connection connection =
        begin("create temp table a (n int, t text); create temp table b (n int)")) {
      long began = System.nanoTime();
      try (CopyStream a = CopyStream.into(connection, "a", "n", "t");
          CopyStream b = CopyStream.into(connection, "b", "n")) {
        for (int i = 0; i < rows; i++) {
          a.add(i).add("名称 of row").endRow();
          b.add(i).endRow();
          if (i == rows / 2) {
            a.flush();
            assertThat(column(connection, "select count(*) from a")).containsExactly("100001");
          }
        }
      }
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      LOG.infof("%d rows by COPY in %d ms", 2 * rows, took);
      assertThat(column(connection, "select count(*) from a union all select count(*) from b"))
          .containsExactly("200000", "200000");
      connection.rollback();
    }
  }

  @Test
  void aRowThatIsNotFullIsRefusedBeforeItIsSent() throws SQLException {
    try (Connection connection = begin("create temp table a (n int, t text) on commit drop")) {
      CopyStream copy = CopyStream.into(connection, "a", "n", "t");
      copy.add(1);
      assertThatThrownBy(copy::endRow).isInstanceOf(IllegalStateException.class);
      connection.rollback();
    }
  }

  private Connection begin(String sql) throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return connection;
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
