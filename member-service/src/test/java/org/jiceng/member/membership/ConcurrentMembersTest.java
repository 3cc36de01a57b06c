package org.jiceng.member.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.junit.jupiter.api.Test;

/** Two offices that deal with one person at the same moment. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ConcurrentMembersTest {
  @Inject District district;
  @Inject AgroalDataSource dataSource;

  @Test
  void whoIsAdmittedWhileAnotherOfficeStillEndsTheirMembershipDoesNotHoldTwoOnOneDay()
      throws Exception {
    Map<String, Object> person = District.newMember(district.organization());
    UUID member =
        UUID.fromString(District.admit(person).statusCode(201).extract().<String>path("id"));
    person.put("organizationId", district.organization());
    person.put("affiliatedOn", "2010-03-10");

    CompletableFuture<Integer> admission;
    try (Connection otherOffice = dataSource.getConnection();
        PreparedStatement end =
            otherOffice.prepareStatement(
                "update member set ended_on = '2010-03-20', end_reason = 'WITHDRAWN'"
                    + " where member_id = ?")) {
      otherOffice.setAutoCommit(false);
      end.setObject(1, member);
      end.executeUpdate();
      admission =
          CompletableFuture.supplyAsync(
              () -> District.admit(person).extract().response().statusCode());
      awaitWaiting();
      otherOffice.commit();
      otherOffice.setAutoCommit(true);
    }

    assertThat(admission.get(10, TimeUnit.SECONDS)).isEqualTo(422);
  }

  private void awaitWaiting() {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(10))
        .until(() -> !district.text("select count(*) from pg_locks where not granted").equals("0"));
  }
}
