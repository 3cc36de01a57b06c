package org.jiceng.kit.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OrganizationsByCodeTest {
  @Inject AgroalDataSource dataSource;

  @Test
  void onlyWhatLiesInTheSendersScopeIsFoundAndADissolvedOneIsPassedOver() throws SQLException {
    UUID root = UUID.randomUUID();
    UUID below = UUID.randomUUID();
    UUID sibling = UUID.randomUUID();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      add(connection, root, "K3-ROOT", "ACTIVE", label(root));
      add(connection, below, "K3-BELOW", "ACTIVE", label(root) + "." + label(below));
      add(connection, UUID.randomUUID(), "K3-BELOW", "DISSOLVED", label(root) + ".gone");
      add(connection, sibling, "K3-SIBLING", "ACTIVE", label(sibling));

      OrganizationsByCode mine = OrganizationsByCode.load(connection, from(label(root)));
      OrganizationsByCode all = OrganizationsByCode.load(connection, from(null));

      assertThat(mine.find("K3-ROOT")).isPresent();
      assertThat(mine.find("K3-BELOW").orElseThrow().id()).isEqualTo(below);
      assertThat(mine.find("K3-SIBLING")).isEmpty();
      assertThat(all.find("K3-SIBLING").orElseThrow().id()).isEqualTo(sibling);
      connection.rollback();
    }
  }

  private static ImportContext from(String scopePath) {
    return new ImportContext(
        UUID.randomUUID(),
        false,
        "someone",
        Set.of("registrar"),
        Optional.ofNullable(scopePath),
        Instant.EPOCH,
        LocalDate.EPOCH,
        Map.of());
  }

  private static String label(UUID id) {
    return id.toString().replace("-", "");
  }

  private static void add(Connection connection, UUID id, String code, String state, String path)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into organization_node (organization_id, code, name, area_code, type, sector,
                                           state, path, established_on)
            values (?, ?, 'x', '110105001001', 'BRANCH', 'COMMUNITY', ?, ?::ltree, '2009-01-01')""")) {
      insert.setObject(1, id);
      insert.setString(2, code);
      insert.setString(3, state);
      insert.setString(4, path);
      insert.executeUpdate();
    }
  }
}
