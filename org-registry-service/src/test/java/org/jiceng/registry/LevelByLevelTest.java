package org.jiceng.registry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.committee;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page needs to show both trees one level at a time. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LevelByLevelTest {
  private UUID district;

  @BeforeEach
  void theDistrictIsThere() {
    district = District.root();
  }

  @Test
  void theLineBeginsWithThoseBelowNone() {
    UUID committee = committee(district, "110105001000");

    found("?roots=true&limit=500")
        .body("items.id", hasItem(district.toString()))
        .body("items.id", not(hasItem(committee.toString())))
        .body("items.parentId", everyItem(nullValue()));
  }

  @Test
  void anAreasOwnOrganisationsAreNotThoseOfTheAreasBelowIt() {
    UUID committee = committee(district, "110105001000");
    UUID branch = branch(committee, "110105001001");

    found("?directlyIn=110105001000&parentId=" + district + "&limit=500")
        .body("items.id", hasItem(committee.toString()));
    found("?directlyIn=110105001000&parentId=" + committee).body("items", hasSize(0));
    found("?directlyIn=110105001001&parentId=" + committee)
        .body("items.id", contains(branch.toString()));
  }

  @Test
  void severalAreReadInOneRequest() {
    UUID committee = committee(district, "110105001000");
    UUID branch = branch(committee, "110105001001");

    found("?id=" + committee + "&id=" + branch + "&id=" + UUID.randomUUID())
        .body("items.id", containsInAnyOrder(committee.toString(), branch.toString()));
  }

  @Test
  void whatCannotBeReadIsRefused() {
    for (String query : new String[] {"?id=x", "?directlyIn=1101", "?roots=perhaps"}) {
      as("reporter").get("/api/v1/organizations" + query).then().statusCode(400);
    }
  }

  private static ValidatableResponse found(String query) {
    return as("reporter").get("/api/v1/organizations" + query).then().statusCode(200);
  }
}
