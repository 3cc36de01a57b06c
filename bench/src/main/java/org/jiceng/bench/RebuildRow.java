package org.jiceng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The whole projection anew from the log, against reading the log and copying the resulting rows.
 */
final class RebuildRow implements Row {
  private static final List<String> TOPICS =
      List.of("jiceng.registry.v1", "jiceng.member.v1", "jiceng.activity.v1");
  private static final String TABLES =
      """
      select table_name from information_schema.tables
       where table_schema = 'projection' and table_type = 'BASE TABLE' order by table_name""";

  private final Stack stack;

  RebuildRow(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public String description() {
    return "rebuild the projection from the log, against consume + COPY of the resulting rows";
  }

  @Override
  public Result measure() throws Exception {
    Path rows = Files.createTempDirectory("jiceng-bench");
    copyOut(rows);
    long from = System.nanoTime();
    long events = consume();
    copyIn(rows);
    double reference = events / ((System.nanoTime() - from) / 1e9);
    double figure = events / rebuildSeconds();
    return new Result(name(), figure, reference, "events/s", Result.Bound.AT_LEAST, 0.50);
  }

  private long consume() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            stack.brokers(),
            "enable.auto.commit",
            false,
            "max.poll.records",
            10_000,
            "key.deserializer",
            ByteArrayDeserializer.class,
            "value.deserializer",
            ByteArrayDeserializer.class);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions =
          TOPICS.stream()
              .flatMap(t -> consumer.partitionsFor(t).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long read = 0;
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
        read += records.count();
      }
      return read;
    }
  }

  private void copyOut(Path rows) throws Exception {
    try (Connection connection = stack.database("jiceng_reporting");
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists bench_reference cascade");
      statement.execute("create schema bench_reference");
      for (String table : tables(statement)) {
        statement.execute(
            "create table bench_reference.%1$s (like projection.%1$s including all)"
                .formatted(table));
        try (OutputStream file = Files.newOutputStream(rows.resolve(table))) {
          copying(connection).copyOut("copy projection.%s to stdout".formatted(table), file);
        }
      }
    }
  }

  private void copyIn(Path rows) throws Exception {
    try (Connection connection = stack.database("jiceng_reporting");
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (InputStream file = Files.newInputStream(rows.resolve(table))) {
          copying(connection).copyIn("copy bench_reference.%s from stdin".formatted(table), file);
        }
        Files.delete(rows.resolve(table));
      }
      statement.execute("drop schema bench_reference cascade");
    }
    Files.delete(rows);
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static CopyManager copying(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private double rebuildSeconds() throws Exception {
    try (Api reporting = stack.reporting()) {
      long from = System.nanoTime();
      String id = reporting.post("rebuilds", Map.of()).json().get("id").asText();
      while (true) {
        JsonNode rebuild = reporting.get("rebuilds/" + id).json();
        String state = rebuild.get("state").asText();
        if (state.equals("COMPLETED")) {
          return (System.nanoTime() - from) / 1e9;
        }
        if (state.equals("FAILED") || state.equals("DIFFERENT")) {
          throw new IllegalStateException("the rebuild ended as " + rebuild);
        }
        Thread.sleep(100);
      }
    }
  }
}
