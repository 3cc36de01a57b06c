package org.jiceng.registry.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jiceng.events.RegistryEvent;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;

/** Streams what a register changes to the outbox, all of one day. */
final class Telling implements AutoCloseable {
  private final CopyStream events;
  private final Outbox outbox;
  private final LocalDate on;

  Telling(Connection connection, Outbox outbox, LocalDate on) throws SQLException {
    this.events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
    this.outbox = outbox;
    this.on = on;
  }

  /** The day from which on the register holds. */
  LocalDate on() {
    return on;
  }

  void tell(RegistryEvent event) throws SQLException {
    events.row(outbox.row(event, on).values());
  }

  @Override
  public void close() throws SQLException {
    events.close();
    outbox.ring();
  }
}
