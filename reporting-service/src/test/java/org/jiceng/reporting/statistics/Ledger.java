package org.jiceng.reporting.statistics;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Sector;
import org.jiceng.reporting.ledger.LedgerHandler;

/** Lets the ledger take events as if they had come by the log. */
@ApplicationScoped
class Ledger {
  private final AgroalDataSource dataSource;
  private final LedgerHandler handler;

  Ledger(AgroalDataSource dataSource, LedgerHandler handler) {
    this.dataSource = dataSource;
    this.handler = handler;
  }

  /** Events of one batch, effective on a day. */
  void take(String on, DomainEvent... events) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      handler.apply(Stream.of(events).map(event -> recorded(on, event)).toList(), connection);
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A committee of a community. */
  static OrganizationEstablished established(UUID id, UUID parent, String area) {
    return new OrganizationEstablished(
        id,
        id.toString().substring(0, 12),
        "党委",
        OrganizationType.COMMITTEE,
        Sector.COMMUNITY,
        EstablishmentMode.INDEPENDENT,
        false,
        parent,
        area,
        null);
  }

  private static RecordedEvent recorded(String on, DomainEvent event) {
    return new RecordedEvent(
        UUID.randomUUID(), Instant.now(), LocalDate.parse(on), 1, null, null, event);
  }
}
