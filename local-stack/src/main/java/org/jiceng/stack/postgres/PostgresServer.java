package org.jiceng.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.Folders;
import org.jiceng.stack.data.Secrets;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.process.Launcher;
import org.jiceng.stack.process.Server;

/** One PostgreSQL with a database for each service. What it has committed is on disk (fsync). */
public final class PostgresServer implements Server {
  private static final String SUPERUSER = "postgres";
  private static final int INITDB_SECONDS = 120;

  private final DataFolder data;
  private final Secrets secrets;
  private final int port;
  private final Path home;
  private final Path cluster;
  private final PostgresBundle bundle;

  public PostgresServer(DataFolder data, Secrets secrets, int port) {
    this.data = data;
    this.secrets = secrets;
    this.port = port;
    this.home = data.resolve("postgres");
    this.cluster = home.resolve("cluster");
    this.bundle = new PostgresBundle(home.resolve("dist"));
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String title() {
    return "PostgreSQL 18 on port " + port;
  }

  @Override
  public void prepare() {
    try {
      bundle.unpack();
      PostgresUser user = PostgresUser.of(home);
      user.own();
      if (!Files.exists(cluster.resolve("jiceng-initialized"))) {
        initialize(user);
      }
      PostgresPid.forgetForeign(cluster);
      PostgresSettings.write(cluster, port);
      user.own();
    } catch (IOException e) {
      throw data.unwritable(e);
    }
  }

  private void initialize(PostgresUser user) throws IOException {
    // what an interrupted attempt left behind
    Folders.remove(cluster);
    Path password = home.resolve("password");
    Files.writeString(password, superuserPassword());
    user.own();
    List<String> initdb =
        List.of(
            bundle.program("initdb"),
            "--pgdata=" + cluster,
            "--username=" + SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // texts in the order of their code points: codes and grams compare as bytes
            "--locale-provider=builtin",
            "--locale=C.UTF-8");
    try {
      run(user.command(initdb));
    } finally {
      Files.deleteIfExists(password);
    }
    Files.createFile(cluster.resolve("jiceng-initialized"));
  }

  private void run(List<String> command) throws IOException {
    Path log = data.log("initdb");
    Process process = Launcher.start(command, java.util.Map.of(), log);
    try {
      if (!process.waitFor(INITDB_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new StackFailure(
            "PostgreSQL cannot make its data folder: %s (all of it: %s)"
                .formatted(Launcher.lastWords(log), log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while PostgreSQL made its data folder.", e);
    }
  }

  @Override
  public List<String> command() {
    try {
      return PostgresUser.of(home)
          .command(List.of(bundle.program("postgres"), "-D", cluster.toString()));
    } catch (IOException e) {
      throw data.unwritable(e);
    }
  }

  /** INT ends it at once and cleanly; TERM would wait for clients to leave. */
  @Override
  public String stopSignal() {
    return "INT";
  }

  @Override
  public boolean ready() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void afterStart() {
    try (Connection connection = connect("postgres")) {
      for (String database : Databases.NAMES) {
        Databases.create(connection, database, secrets.get("database." + database));
        try (Connection inside = connect(database)) {
          Databases.extend(inside);
        }
      }
    } catch (SQLException e) {
      throw new StackFailure("PostgreSQL refused to make a database: " + e.getMessage(), e);
    }
  }

  /** How a service reaches its database. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** A connection as superuser. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", superuserPassword());
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(url(database), properties);
  }

  private String superuserPassword() {
    return secrets.get("database.superuser");
  }
}
