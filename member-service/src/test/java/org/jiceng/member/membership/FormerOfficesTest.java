package org.jiceng.member.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.jiceng.member.District.admit;
import static org.jiceng.member.District.as;
import static org.jiceng.member.District.command;
import static org.jiceng.member.District.newMember;
import static org.jiceng.member.District.officeOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.test.RealServers;
import org.jiceng.member.District;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A roster of a former day is right for whoever kept it then, and tells nothing newer of anyone.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class FormerOfficesTest {
  private static final String MEMBERS = "/api/v1/members";

  @Inject District district;

  private UUID top;
  private UUID former;
  private UUID present;
  private String id;

  @BeforeEach
  void whoMovedIn2011AndHasChangedSince() {
    top = district.organization();
    former = district.organization(top);
    present = district.organization();
    Map<String, Object> wanted = newMember(former);
    wanted.put("name", "端木试验");
    id = admit(wanted).statusCode(201).extract().path("id");
    command(
            as(Roles.REGISTRAR),
            MEMBERS + "/" + id + "/corrections",
            0,
            Map.of(
                "reasonCode",
                "LATE_ENTRY",
                "affiliations",
                List.of(
                    Map.of(
                        "organizationId",
                        former,
                        "validFrom",
                        "2009-03-01",
                        "validTo",
                        "2011-01-01"),
                    Map.of("organizationId", present, "validFrom", "2011-01-01"))))
        .statusCode(200);
    as(Roles.REGISTRAR)
        .header("If-Match", "\"1\"")
        .body(Map.of("name", "端木改名", "phone", "13800000000", "education", "11"))
        .patch(MEMBERS + "/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  void theFormerOfficeSeesWhoWasThereButNotWhatIsKnownOfThemNow() {
    for (UUID office : List.of(former, top)) {
      roster(office, "2010-06-01")
          .body("items.id", contains(id))
          .body("items.organizationId", contains(former.toString()))
          .body("items[0].name", equalTo("端*"))
          .body("items[0].idNumber", startsWith("990105****"))
          .body("items[0].phone", nullValue())
          .body("items[0].education", nullValue());
      officeOf(office).get(MEMBERS + "/" + id).then().statusCode(404);
      officeOf(office).get(MEMBERS + "/" + id + "/affiliations").then().statusCode(404);
      officeOf(office).get(MEMBERS + "/" + id + "/history").then().statusCode(404);
    }
    roster(former, "2011-01-01").body("items.size()", equalTo(0));
  }

  @Test
  void thePresentOfficeAndTheWholeDistrictSeeThemWhole() {
    roster(present, "2011-01-01")
        .body("items[0].name", equalTo("端木改名"))
        .body("items[0].education", equalTo("11"));
    as(Roles.REGISTRAR)
        .get(MEMBERS + "?organizationId=" + former + "&asOf=2010-06-01")
        .then()
        .body("items[0].name", equalTo("端木改名"));
  }

  @Test
  void whoseMembershipEndedIsStillKnownWholeToTheLastOffice() {
    command(
            officeOf(present),
            MEMBERS + "/" + id + "/end",
            2,
            Map.of("reason", "DECEASED", "effectiveOn", "2012-01-01"))
        .statusCode(200);
    roster(present, "2011-06-01")
        .body("items[0].name", equalTo("端木改名"))
        .body("items[0].endedOn", nullValue());
    roster(former, "2010-06-01").body("items[0].name", equalTo("端*"));
  }

  private static ValidatableResponse roster(UUID office, String day) {
    return officeOf(office)
        .get(MEMBERS + "?includeSubtree=true&organizationId=" + office + "&asOf=" + day)
        .then()
        .statusCode(200);
  }
}
