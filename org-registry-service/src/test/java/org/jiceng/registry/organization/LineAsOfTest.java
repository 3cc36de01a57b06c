package org.jiceng.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.change;
import static org.jiceng.registry.District.committee;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who stands below whom, asked as of a date, is answered by the line of that date. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LineAsOfTest {
  private UUID old;
  private UUID next;
  private UUID middle;
  private UUID branch;

  @BeforeEach
  void aBranchBelowACommitteeBelowAnother() {
    UUID district = District.root();
    old = committee(district, HERE);
    next = committee(district, HERE);
    middle = committee(old, COMMUNITY);
    branch = branch(middle, COMMUNITY);
  }

  @Test
  void whatHasMovedIsBelowTheOldParentTheDayBeforeAndBelowTheNewOneFromTheDayOn() {
    move(middle, next, "2006-05-01").statusCode(200);

    assertThat(below(old, "2006-04-30")).containsExactlyInAnyOrder(old, middle, branch);
    assertThat(below(next, "2006-04-30")).containsExactly(next);
    assertThat(below(old, "2006-05-01")).containsExactly(old);
    assertThat(below(next, "2006-05-01")).containsExactlyInAnyOrder(next, middle, branch);
  }

  @Test
  void theLineOfTodayIsTheLineWithoutADate() {
    move(middle, next, "2006-05-01").statusCode(200);

    assertThat(ids("subtreeOf=" + old)).containsExactly(old);
    assertThat(ids("subtreeOf=" + next)).containsExactlyInAnyOrder(next, middle, branch);
  }

  @Test
  void nothingIsBelowAnOrganisationBeforeItIsEstablished() {
    assertThat(below(old, "1999-12-31")).isEmpty();
    assertThat(below(UUID.randomUUID(), "2006-01-01")).isEmpty();
  }

  @Test
  void whatHasMovedAwayAndBackIsThereOnBothSidesOfItsAbsence() {
    move(middle, next, "2003-01-01").statusCode(200);
    move(middle, old, "2005-01-01").statusCode(200);

    assertThat(below(old, "2002-12-31")).contains(middle, branch);
    assertThat(below(old, "2004-06-01")).containsExactly(old);
    assertThat(below(old, "2005-01-01")).contains(middle, branch);
  }

  @Test
  void aMoveDatedBackMakesNoCircleInThePastEither() {
    UUID other = committee(next, COMMUNITY);
    move(other, middle, "2004-01-01").statusCode(200);
    move(other, next, "2008-01-01").statusCode(200);

    move(middle, other, "2005-01-01")
        .statusCode(409)
        .body("type", containsString("organization-cycle"))
        .body("violations[0].field", equalTo("parentId"));
    move(middle, other, "2008-01-01").statusCode(200);
  }

  private static ValidatableResponse move(UUID id, UUID parent, String on) {
    return change(id, "reparent", Map.of("parentId", parent.toString(), "effectiveOn", on));
  }

  private static List<UUID> below(UUID organization, String asOf) {
    return ids("subtreeOf=" + organization + "&asOf=" + asOf);
  }

  private static List<UUID> ids(String query) {
    List<String> ids =
        as("reporter")
            .get("/api/v1/organizations?" + query)
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    return ids.stream().map(UUID::fromString).toList();
  }
}
