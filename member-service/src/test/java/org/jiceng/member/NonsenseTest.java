package org.jiceng.member;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.kit.test.nonsense.Nonsense;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class NonsenseTest {
  private static final String API = "/api/v1/";

  @Inject AgroalDataSource dataSource;
  @Inject District district;

  @Test
  void noSenselessQuestionBreaksAnythingOrLeavesATrace() {
    UUID home = district.organization();
    UUID other = district.organization();
    new Nonsense(dataSource)
        .at(API + "members/{id}", () -> District.member(home))
        .at(API + "transfers/{id}", () -> transfer(home, other))
        .with("memberId", () -> District.member(home))
        .with("organizationId", () -> home)
        .with("destinationId", () -> other)
        .with("hostId", () -> other)
        .with("idNumber", District::newIdNumber)
        .with("phone", () -> District.PHONE)
        .with("ethnicity", () -> "01")
        .with("education", () -> "21")
        .ask();
  }

  private static String transfer(UUID home, UUID other) {
    return District.request(District.member(home), other, "2010-01-01").getString("id");
  }
}
