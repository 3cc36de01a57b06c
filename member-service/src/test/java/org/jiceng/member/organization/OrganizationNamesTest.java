package org.jiceng.member.organization;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.codeOf;
import static org.jiceng.member.District.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.junit.jupiter.api.Test;

/** Offices name each other by what they are called, also out of their scope. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OrganizationNamesTest {
  private static final String ORGANIZATIONS = "/api/v1/organizations";

  @Inject District district;

  @Test
  void anotherOfficeIsFoundByPartOfItsNameAndByItsCode() {
    UUID office = district.organization();
    UUID other = named("滨河路百分之%社区党支部");
    list(office, "q", "河路百分之%社").body("items.id", contains(other.toString()));
    list(office, "q", codeOf(other)).body("items.name", contains("滨河路百分之%社区党支部"));
    list(office, "q", "河路百分之_社").body("items", empty());
  }

  @Test
  void onlyOnesOwnAreListedWhenAsked() {
    UUID office = named("红星党委" + UUID.randomUUID());
    UUID below = district.organization(office);
    district.organization();
    officeOf(office)
        .queryParam("own", true)
        .get(ORGANIZATIONS)
        .then()
        .statusCode(200)
        .body("items.id", hasSize(2))
        .body("items.id", org.hamcrest.Matchers.hasItem(below.toString()));
  }

  @Test
  void aFormerOneIsStillCalledWhatItWasButOfferedNoMore() {
    UUID former = district.organization(null, "DISSOLVED");
    list(former, "id", former.toString()).body("items[0].state", equalTo("DISSOLVED"));
    list(former, "q", codeOf(former)).body("items", empty());
  }

  @Test
  void pagesGoOnWhereTheLastEnded() {
    UUID office = district.organization();
    district.organization(office);
    String cursor =
        officeOf(office)
            .get(ORGANIZATIONS + "?own=true&limit=1")
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("nextCursor");
    officeOf(office)
        .get(ORGANIZATIONS + "?own=true&limit=1&cursor=" + cursor)
        .then()
        .body("items", hasSize(1))
        .body("nextCursor", org.hamcrest.Matchers.nullValue());
  }

  @Test
  void membersDoNotBrowseThem() {
    as(Roles.MEMBER).get(ORGANIZATIONS).then().statusCode(403);
  }

  private UUID named(String name) {
    UUID id = district.organization();
    district.execute("update organization_node set name = ? where organization_id = ?", name, id);
    return id;
  }

  private static ValidatableResponse list(UUID office, String parameter, Object value) {
    return officeOf(office)
        .queryParam(parameter, List.of(value))
        .get(ORGANIZATIONS)
        .then()
        .statusCode(200);
  }
}
