package org.jiceng.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.FreePort;
import org.jiceng.stack.data.ProcessMark;
import org.jiceng.stack.data.Secrets;
import org.jiceng.stack.process.Running;
import org.jiceng.stack.sample.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir Path temporary;

  @Test
  void whatWasCommittedSurvivesAStopAndAKill() throws SQLException {
    DataFolder data = new DataFolder(temporary.resolve("data folder"));
    data.claim(Scale.SMALL);
    try (Running running = new Running(data, server(data))) {
      execute(data, "create table fact (n int); insert into fact values (42)");
      assertThat(running.family().marks()).containsKey("postgres");
    }
    try (Running running = new Running(data, server(data))) {
      execute(data, "insert into fact values (43)");
      ProcessMark first = running.family().marks().get("postgres");
      first.find().orElseThrow().destroyForcibly();
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(sum(data)).isEqualTo(85));
    }
  }

  @Test
  void everyDatabaseHasItsOwnerAndItsExtensions() throws SQLException {
    DataFolder data = new DataFolder(temporary);
    data.claim(Scale.SMALL);
    try (Running running = new Running(data, server(data))) {
      assertThat(running.family().marks()).isNotEmpty();
      execute(
          data,
          "create table t (path public.ltree, during tstzrange, room int,"
              + " exclude using gist (room with =, during with &&))");
      assertThat(setting(data, "fsync")).isEqualTo("on");
      assertThat(setting(data, "listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  private final int port = FreePort.find();

  private PostgresServer server(DataFolder data) {
    return new PostgresServer(data, new Secrets(data), port);
  }

  private Connection asMemberService(DataFolder data) throws SQLException {
    return DriverManager.getConnection(
        server(data).url("jiceng_member"),
        "jiceng_member",
        new Secrets(data).get("database.jiceng_member"));
  }

  private void execute(DataFolder data, String sql) throws SQLException {
    try (Connection connection = asMemberService(data);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int sum(DataFolder data) throws SQLException {
    try (Connection connection = asMemberService(data);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select sum(n) from fact")) {
      result.next();
      return result.getInt(1);
    }
  }

  private String setting(DataFolder data, String name) throws SQLException {
    try (Connection connection = asMemberService(data);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("show " + name)) {
      result.next();
      return result.getString(1);
    }
  }
}
