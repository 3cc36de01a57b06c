package org.jiceng.reporting;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.nonsense.Nonsense;
import org.jiceng.reporting.ledger.LedgerHandler;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class NonsenseTest {
  private static final String DISTRICT = "000991000000";

  @Inject AgroalDataSource dataSource;
  @Inject LedgerHandler ledger;

  @Test
  void noSenselessQuestionBreaksAnythingOrLeavesATrace() throws SQLException {
    aDistrict();
    new Nonsense(dataSource)
        .at("/api/v1/statistics/{indicator}", () -> "members.affiliated")
        .with("area", () -> DISTRICT)
        .ask();
  }

  private void aDistrict() throws SQLException {
    AreaDefined defined = new AreaDefined(DISTRICT, "辛区", "X", AreaLevel.DISTRICT, null);
    RecordedEvent recorded =
        new RecordedEvent(
            UUID.randomUUID(),
            Instant.now(),
            LocalDate.of(2000, 1, 1),
            Sequences.next(defined),
            null,
            null,
            defined);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      ledger.apply(List.of(recorded), connection);
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
