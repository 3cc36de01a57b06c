package org.jiceng.reporting.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaEvent;
import org.jiceng.events.RegistryEvent.OrganizationEvent;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;
import org.jiceng.events.Topic;
import org.jiceng.kit.imports.CopyStream;

/**
 * Takes batches of events into the ledger and the balances of one schema, within the caller's
 * transaction. A batch that moves organisations or areas holds the fold alone; others share it.
 */
public final class Projection {
  private static final int LOCK = 0x1ED6;

  private final String schema;

  public Projection(String schema) {
    this.schema = schema;
  }

  /** An event's postings, with what the ledger keeps of the event. */
  private record Entry(RecordedEvent event, Posting posting) {}

  /** Takes a batch; events of one record come in their order. */
  public void take(List<RecordedEvent> batch, Connection connection) throws SQLException {
    boolean moves = movesOrganizations(batch) || AreaMoves.isIn(batch);
    lock(connection, moves);
    if (AreaMoves.isIn(batch)) {
      new AreaMoves(schema, connection).take(batch);
    }
    if (movesOrganizations(batch)) {
      new Moves(schema, connection).take(batch);
    }
    List<Posting> postings = post(batch, connection);
    new BalanceTable(schema, connection).add(postings);
    areasAndHeirs(batch, connection);
    tallies(batch, connection);
  }

  /**
   * Takes a batch without its sums, for a projection that is built anew; {@link #sumUp} follows.
   */
  public void gather(List<RecordedEvent> batch, Connection connection) throws SQLException {
    if (movesOrganizations(batch)) {
      new Moves(schema, connection).place(batch);
    }
    new AreaMoves(schema, connection).place(batch);
    post(batch, connection);
    areasAndHeirs(batch, connection);
    tallies(batch, connection);
  }

  /** Works out where all organisations stood, but no sums, from what was gathered. */
  public void stand(Connection connection) throws SQLException {
    new Moves(schema, connection).standAll();
  }

  /** Works out where all organisations stood, and every sum, from what was gathered. */
  public void sumUp(Connection connection) throws SQLException {
    stand(connection);
    new BalanceTable(schema, connection).addAll();
  }

  /** Takes only what events say of tree and territory, and works out where all stood. */
  static void structure(List<RecordedEvent> events, String schema, Connection connection)
      throws SQLException {
    Moves moves = new Moves(schema, connection);
    moves.place(events);
    new AreaMoves(schema, connection).place(events);
    new Projection(schema).areasAndHeirs(events, connection);
    moves.standAll();
  }

  private static boolean movesOrganizations(List<RecordedEvent> batch) {
    return batch.stream().anyMatch(e -> e.data() instanceof OrganizationEvent);
  }

  /** Holds the fold of every instance into this schema until the transaction ends. */
  public void holdAlone(Connection connection) throws SQLException {
    lock(connection, true);
  }

  private void lock(Connection connection, boolean alone) throws SQLException {
    String function = alone ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
    try (Statement statement = connection.createStatement()) {
      statement.execute("select %s(%d, hashtext('%s'))".formatted(function, LOCK, schema));
    }
  }

  private List<Posting> post(List<RecordedEvent> batch, Connection connection) throws SQLException {
    RecordStates states = RecordStates.of(batch, schema, connection);
    List<Entry> entries = new ArrayList<>(batch.size());
    for (RecordedEvent event : batch) {
      for (Posting posting : Fold.of(event, states.of(event.data()))) {
        entries.add(new Entry(event, posting));
      }
    }
    states.store(connection);
    write(entries, connection);
    new EventTable(schema, connection).write(batch);
    new PersonTable(schema, connection).write(batch);
    return entries.stream().map(Entry::posting).toList();
  }

  private void write(List<Entry> entries, Connection connection) throws SQLException {
    try (CopyStream postings =
        CopyStream.into(
            connection,
            schema + ".posting",
            "measure",
            "organization_id",
            "area_code",
            "record_id",
            "effective_on",
            "amount",
            "recorded_at",
            "topic",
            "sequence")) {
      for (Entry entry : entries) {
        Posting posting = entry.posting();
        postings
            .add(posting.measure())
            .add(posting.organizationId())
            .add(posting.areaCode())
            .add(posting.recordId())
            .add(posting.effectiveOn())
            .add(posting.amount())
            .add(entry.event().recordedAt())
            .add(Topic.of(entry.event().data()))
            .add(entry.event().sequence())
            .endRow();
      }
    }
  }

  private void areasAndHeirs(List<RecordedEvent> batch, Connection connection) throws SQLException {
    AreaTable areas = new AreaTable(schema, connection);
    for (RecordedEvent event : batch) {
      if (event.data() instanceof AreaEvent area) {
        areas.take(area, event.effectiveOn());
      } else if (event.data() instanceof ReorganizationDecided decision) {
        new HeirTable(schema, connection).take(decision, event.effectiveOn());
      }
    }
  }

  private void tallies(List<RecordedEvent> batch, Connection connection) throws SQLException {
    TallyTable tallies = new TallyTable(schema, connection);
    for (RecordedEvent event : batch) {
      tallies.take(event);
    }
  }
}
