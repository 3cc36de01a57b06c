package org.jiceng.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jiceng.certification.history.Arrival;
import org.jiceng.certification.history.History;
import org.jiceng.events.RecordedEvent;
import org.jiceng.kit.test.RealServers;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.jiceng.reporting.ledger.Projection;
import org.jiceng.reporting.replay.NewProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A projection built anew in one go is, row by row, the one that grew event by event. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RebuiltHistoriesTest {
  private static final String GROWN = "projection_grown";
  private static final String BUILT = "projection_built";
  private static final int STEPS = 180;

  @Inject AgroalDataSource dataSource;

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void whatIsBuiltAnewIsWhatGrew(long seed) throws SQLException {
    rolledBack(
        connection -> {
          NewProjection built = bothOf(new History(seed, STEPS), seed, connection);
          assertThat(built.comparison().differences()).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43})
  void whateverTheOrderAcrossRecordsAndTheBatchesTheRowsAreTheSame(long seed) throws SQLException {
    List<RecordedEvent> told = new History(seed, STEPS).events();
    rolledBack(
        connection -> {
          grow(Arrival.shuffled(told, new Random(seed)), new Random(seed), connection);
          for (List<RecordedEvent> order :
              List.of(told, Arrival.shuffled(told, new Random(-seed)))) {
            NewProjection other = new NewProjection(BUILT, GROWN, connection);
            other.create();
            fold(BUILT, order, new Random(seed + order.hashCode()), connection);
            assertThat(other.comparison().differences()).isEmpty();
          }
        });
  }

  @Test
  void aSumThatWasTamperedWithShows() throws SQLException {
    rolledBack(
        connection -> {
          NewProjection built = bothOf(new History(31, STEPS), 31, connection);
          run(
              connection,
              """
              update projection_grown.balance set amount = amount + 1
               where ctid = (select ctid from projection_grown.balance where amount <> 0 limit 1)""");
          assertThat(built.comparison().differences())
              .containsExactly(java.util.Map.entry("balance", 2L));
        });
  }

  @Test
  void aPostingThatWasRemovedShows() throws SQLException {
    rolledBack(
        connection -> {
          NewProjection built = bothOf(new History(32, STEPS), 32, connection);
          run(
              connection,
              """
              delete from projection_grown.posting
               where ctid = (select ctid from projection_grown.posting limit 1)""");
          assertThat(built.comparison().differences())
              .containsExactly(java.util.Map.entry("posting", 1L));
        });
  }

  private static NewProjection bothOf(History history, long seed, Connection connection)
      throws SQLException {
    List<RecordedEvent> events = Arrival.shuffled(history.events(), new Random(seed));
    grow(events, new Random(seed), connection);
    NewProjection built = new NewProjection(BUILT, GROWN, connection);
    built.createBare();
    Projection next = new Projection(BUILT);
    int most = events.size() * 3 / 4;
    next.gather(events.subList(0, most), connection);
    next.sumUp(connection);
    built.index();
    next.take(events.subList(most, events.size()), connection);
    return built;
  }

  private static void grow(List<RecordedEvent> events, Random random, Connection connection)
      throws SQLException {
    new NewProjection(GROWN, LedgerHandler.LIVE, connection).create();
    fold(GROWN, events, random, connection);
  }

  private static void fold(
      String schema, List<RecordedEvent> events, Random random, Connection connection)
      throws SQLException {
    Projection projection = new Projection(schema);
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(40));
      projection.take(Collections.unmodifiableList(events.subList(from, to)), connection);
      from = to;
    }
  }

  private interface Step {
    void on(Connection connection) throws SQLException;
  }

  private void rolledBack(Step step) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        step.on(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
