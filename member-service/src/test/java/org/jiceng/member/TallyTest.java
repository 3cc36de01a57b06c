package org.jiceng.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.member.District.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TallyTest {
  @Inject District district;

  @Test
  void theServiceCountsWhatItHasTold() {
    long before = members();
    District.member(district.organization());
    assertThat(members() - before).isEqualTo(1);
  }

  @Test
  void theSameIsToldByTownship() {
    String branch = district.organization().toString();
    String township =
        district.text(
            "select left(area_code, 9) || '000' from organization_node where organization_id = '"
                + branch
                + "'");
    long before = membersIn(township);
    District.member(UUID.fromString(branch));
    assertThat(membersIn(township) - before).isEqualTo(1);
  }

  private long membersIn(String township) {
    as(Roles.SYSTEM).post("/api/v1/tallies").then().statusCode(200);
    JsonPath counted =
        JsonPath.from(
            district.text(
                """
                select payload::text from outbox
                 where type = 'org.jiceng.member.member-counted-by-area.v2'
                 order by sequence desc limit 1"""));
    Object members = counted.getMap("counts").getOrDefault("member@" + township, 0);
    return ((Number) members).longValue();
  }

  private long members() {
    as(Roles.SYSTEM).post("/api/v1/tallies").then().statusCode(200);
    JsonPath counted =
        JsonPath.from(
            district.text(
                """
                select payload::text from outbox where type = 'org.jiceng.member.member-counted.v2'
                 order by sequence desc limit 1"""));
    assertThat(counted.getMap("counts")).containsOnlyKeys("member", "mobileHosted");
    return counted.getLong("counts.member");
  }
}
