package org.jiceng.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.jiceng.kit.rotation.SealedData;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.SealedColumns;
import org.junit.jupiter.api.Test;

/** A rotation of keys reaches everything that is sealed here. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SealedColumnsTest {
  @Inject AgroalDataSource dataSource;
  @Inject @All List<SealedData> declared;

  @Test
  void everySealedColumnIsDeclared() throws SQLException {
    assertThat(SealedColumns.forgotten(dataSource, declared, "report.content", "report.definition"))
        .isEmpty();
    assertThat(SealedColumns.unknown(dataSource, declared)).isEmpty();
  }
}
