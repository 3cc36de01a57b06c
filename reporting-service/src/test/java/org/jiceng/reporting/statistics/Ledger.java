package org.jiceng.reporting.statistics;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationEvent;
import org.jiceng.events.Sector;
import org.jiceng.kit.organization.OrganizationCopy;
import org.jiceng.reporting.Sequences;
import org.jiceng.reporting.ledger.LedgerHandler;

/** Lets the ledger take events as if they had come by the log. */
@ApplicationScoped
public class Ledger {
  private final AgroalDataSource dataSource;
  private final LedgerHandler handler;
  private final OrganizationCopy organizations;

  Ledger(AgroalDataSource dataSource, LedgerHandler handler, OrganizationCopy organizations) {
    this.dataSource = dataSource;
    this.handler = handler;
    this.organizations = organizations;
  }

  /** Events of one batch, effective on a day and recorded now. */
  public void take(String on, DomainEvent... events) {
    take(on, Instant.now(), events);
  }

  /** The same, recorded at a moment. */
  public void take(String on, Instant recordedAt, DomainEvent... events) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      List<RecordedEvent> batch =
          Stream.of(events).map(event -> recorded(on, recordedAt, event)).toList();
      handler.apply(batch, connection);
      organizations.apply(
          batch.stream().filter(event -> event.data() instanceof OrganizationEvent).toList(),
          connection);
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A committee of a community. */
  public static OrganizationEstablished established(UUID id, UUID parent, String area) {
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

  private static RecordedEvent recorded(String on, Instant recordedAt, DomainEvent event) {
    return new RecordedEvent(
        UUID.randomUUID(),
        recordedAt,
        LocalDate.parse(on),
        Sequences.next(event),
        null,
        null,
        event);
  }
}
