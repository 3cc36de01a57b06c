package org.jiceng.kit.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.OrganizationDissolved;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.RegistryEvent.OrganizationEvent;
import org.jiceng.events.RegistryEvent.OrganizationReparented;
import org.jiceng.events.Sector;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OrganizationCopyTest {
  private static final LocalDate DAY = LocalDate.of(2005, 1, 1);

  @Inject AgroalDataSource dataSource;

  private final OrganizationCopy copy = new OrganizationCopy();
  private final UUID district = UUID.randomUUID();
  private final UUID township = UUID.randomUUID();
  private final UUID committee = UUID.randomUUID();
  private final UUID branch = UUID.randomUUID();

  @Test
  void aChildThatComesBeforeItsParentHasItsPathWhenTheParentIsThere() throws SQLException {
    apply(established(branch, committee));
    apply(established(committee, township), established(township, district));
    assertThat(path(branch)).isNull();

    apply(established(district, null));

    assertThat(path(branch)).isEqualTo(pathOf(district, township, committee, branch));
  }

  @Test
  void aMoveTakesAllBelowAlong() throws SQLException {
    UUID other = UUID.randomUUID();
    apply(
        established(district, null),
        established(township, district),
        established(other, district),
        established(committee, township),
        established(branch, committee));

    apply(new OrganizationReparented(committee, other));

    assertThat(path(branch)).isEqualTo(pathOf(district, other, committee, branch));
    assertThat(path(committee)).isEqualTo(pathOf(district, other, committee));
  }

  @Test
  void twoMovesSeenInTheOtherOrderEndAsTheyWereMade() throws SQLException {
    apply(
        established(district, null),
        established(township, district),
        established(committee, township),
        established(branch, district));

    // Made as: committee to the district, then the township below the committee.
    apply(new OrganizationReparented(township, committee));
    apply(new OrganizationReparented(committee, district));

    assertThat(path(township)).isEqualTo(pathOf(district, committee, township));
  }

  @Test
  void aDissolvedOrganisationStaysReadable() throws SQLException {
    apply(established(district, null), new OrganizationDissolved(district, null, "MERGED"));

    assertThat(one("select state || ' ' || dissolved_on from organization_node", district))
        .isEqualTo("DISSOLVED 2005-01-01");
  }

  private static OrganizationEstablished established(UUID id, UUID parent) {
    return new OrganizationEstablished(
        id,
        id.toString().substring(0, 30),
        "组织",
        OrganizationType.BRANCH,
        Sector.COMMUNITY,
        EstablishmentMode.INDEPENDENT,
        false,
        parent,
        "110105001001",
        null);
  }

  private void apply(OrganizationEvent... events) throws SQLException {
    List<RecordedEvent> batch =
        java.util.Arrays.stream(events)
            .map(e -> new RecordedEvent(UUID.randomUUID(), Instant.now(), DAY, 1, null, null, e))
            .toList();
    try (Connection connection = dataSource.getConnection()) {
      copy.apply(batch, connection);
    }
  }

  private String path(UUID id) throws SQLException {
    return one("select path::text from organization_node", id);
  }

  private String one(String select, UUID id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(select + " where organization_id = ?")) {
      statement.setObject(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static String pathOf(UUID... ids) {
    return String.join(
        ".", java.util.Arrays.stream(ids).map(id -> id.toString().replace("-", "")).toList());
  }
}
