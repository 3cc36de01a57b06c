package org.jiceng.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What 300,000 units show that a few do not. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeExportTest {
  private static final int UNITS = 300_000;
  private static final long BOUND = 24L << 20;
  private static final int LOOKS = 4;
  private static final int MORE_THAN_MAY_RUN = 5;

  @Inject AgroalDataSource dataSource;

  @TestHTTPResource("/api/v1/units/export?areaCode=110105002001")
  URI export;

  private boolean loaded;

  @BeforeEach
  void manyUnits() {
    if (loaded) {
      return;
    }
    loaded = true;
    District.root();
    execute(
        """
        insert into unit (id, credit_code, name, kind, area_code, staff_count, registered_on)
        select gen_random_uuid(), 'L' || n, '甲' || n, 'NON_PUBLIC_ENTERPRISE',
               '110105002001', n %% 300, '2001-01-01'
          from generate_series(1, %d) n"""
            .formatted(UNITS));
  }

  @AfterAll
  void asBefore() {
    execute("delete from unit where credit_code like 'L%'");
  }

  /** Measured after collecting garbage, while the file is on its way: the file itself is larger. */
  @ParameterizedTest
  @ValueSource(strings = {"ndjson", "csv", "xlsx"})
  void aFileOfAnySizeLeavesInTheSameMemory(String format) throws Exception {
    long before = used();
    long most = 0;
    long size = 0;
    try (InputStream file = open(format)) {
      byte[] part = new byte[64 * 1024];
      long nextLook = 0;
      int read = file.read(part);
      while (read >= 0) {
        size += read;
        if (size > nextLook) {
          most = Math.max(most, used() - before);
          nextLook += (format.equals("xlsx") ? 9L << 20 : 30L << 20) / LOOKS;
        }
        read = file.read(part);
      }
    }
    assertThat(size).isGreaterThan(UNITS * 10L);
    assertThat(most).isLessThan(BOUND);
  }

  @Test
  void allIsAsItStoodAtOneMoment() throws Exception {
    try (BufferedReader file = new BufferedReader(new InputStreamReader(open("ndjson"), UTF_8))) {
      boolean leavesAsItWas = file.readLine().contains("甲" + UNITS);
      execute("update unit set name = '乙' where credit_code = 'L%d'".formatted(UNITS));
      for (String line = file.readLine(); line != null; line = file.readLine()) {
        assertThat(line.contains("乙")).as(line).isFalse();
        leavesAsItWas |= line.contains("甲" + UNITS);
      }
      assertThat(leavesAsItWas).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndjson", "csv"})
  void anExportThatBreaksOffDoesNotLookWholeAndMakesRoom(String format) throws Exception {
    for (int i = 0; i < MORE_THAN_MAY_RUN; i++) {
      try (InputStream file = open(format)) {
        assertThat(file.read()).isNotNegative();
        execute(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
             where query like '%"creditCode"%' and state <> 'idle' and pid <> pg_backend_pid()""");
        assertThatThrownBy(() -> file.transferTo(OutputStream.nullOutputStream()))
            .isInstanceOf(IOException.class);
      }
    }
  }

  private InputStream open(String format) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(export + "&format=" + format))
            .header("Authorization", "Bearer " + Tokens.of("system").wholeDistrict().sign())
            .build();
    HttpResponse<InputStream> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** What a collection of garbage has left, whatever has been made since. */
  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }

  private void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
