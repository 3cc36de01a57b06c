package org.jiceng.registry.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.code;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.officeOf;
import static org.jiceng.registry.reorganization.Reorganizing.ON;
import static org.jiceng.registry.reorganization.Reorganizing.ask;
import static org.jiceng.registry.reorganization.Reorganizing.establishing;
import static org.jiceng.registry.reorganization.Reorganizing.existing;
import static org.jiceng.registry.reorganization.Reorganizing.merge;
import static org.jiceng.registry.reorganization.Reorganizing.refused;
import static org.jiceng.registry.reorganization.Reorganizing.share;
import static org.jiceng.registry.reorganization.Reorganizing.split;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be is refused at its field, and who may not is told nothing. */
@QuarkusTest
class ReorganizationRefusalsTest {
  @Inject Stored stored;
  @Inject Neighbours neighbours;

  private UUID first;
  private UUID second;
  private UUID third;

  @BeforeEach
  void threeCommittees() {
    first = committee(District.root(), HERE);
    second = committee(District.root(), HERE);
    third = committee(District.root(), HERE);
  }

  @Test
  void whatCannotBeIsRefusedAtItsFieldAndChangesNothing() {
    UUID child = committee(first, HERE);
    UUID group =
        District.establish(code(), "GROUP", "COMMUNITY", branch(third, COMMUNITY), COMMUNITY);
    Map<String, String> before = stored.everything();

    refused("merges", merge(List.of(first), existing(first)), "destination", "successor-is-itself");
    refused("merges", merge(List.of(first, first), existing(second)), "sources", "named-twice");
    refused(
        "merges",
        merge(List.of(first, UUID.randomUUID()), existing(second)),
        "sources[1]",
        "no-organization");
    refused(
        "merges",
        merge(List.of(first), existing(UUID.randomUUID())),
        "destination.organizationId",
        "no-organization");
    refused("merges", merge(List.of(first), Map.of()), "destination", "existing-or-new");
    refused(
        "merges",
        merge(List.of(first), establishing(codeOf(second))),
        "code",
        "organization-code-taken",
        409);
    refused("merges", merge(List.of(first), existing(group)), "destination", "illegal-nesting");
    refused(
        "merges", merge(List.of(first), existing(child)), "destination", "organization-cycle", 409);
    refused("splits", split(first, List.of(share(existing(second))), 0), "parts", "split-in-two");
    refused(
        "splits",
        split(first, List.of(share(existing(second)), share(existing(third))), 2),
        "rest",
        "no-such-part");
    Map<String, Object> foreign = share(existing(second));
    foreign.put("organizations", List.of(group));
    refused(
        "splits",
        split(first, List.of(foreign, share(existing(third))), 1),
        "parts[0].organizations[0]",
        "not-of-the-source");
    Map<String, Object> early = new HashMap<>(merge(List.of(first), existing(second)));
    early.put("effectiveOn", "1999-12-31");
    refused("merges", early, "effectiveOn", "before-established");
    early.put("effectiveOn", "yesterday");
    ask("merges", early).statusCode(400);
    ask("merges", Map.of()).statusCode(400);
    as("secretary")
        .body(merge(List.of(first), existing(second)))
        .post("/api/v1/reorganizations/merges")
        .then()
        .statusCode(403);

    assertThat(stored.everything()).isEqualTo(before);
  }

  @Test
  void anOfficeReorganizesOnlyWhatIsItsOwnAndSeesNoOther() {
    officeOf(first)
        .body(merge(List.of(second), existing(first)))
        .post("/api/v1/reorganizations/merges")
        .then()
        .statusCode(404);
    String id =
        ask("merges", merge(List.of(second), existing(third))).statusCode(201).extract().path("id");
    officeOf(first).get("/api/v1/reorganizations/" + id).then().statusCode(404);
    officeOf(third).get("/api/v1/reorganizations/" + id).then().statusCode(200);
    officeOf(third)
        .get("/api/v1/reorganizations?organizationId=" + second)
        .then()
        .body("items.id", equalTo(List.of(id)));
  }

  @Test
  void anOrganizationWithMembersOrBookingsEndsOnlyWithASuccessor() {
    neighbours.keep("MEMBER", first);
    neighbours.keep("BOOKING", second);
    for (UUID used : List.of(first, second)) {
      ask("dissolutions", Map.of("organizationId", used))
          .statusCode(409)
          .body("type", containsString("organization-not-empty"));
    }
    ask("dissolutions", Map.of("organizationId", third, "effectiveOn", ON))
        .statusCode(201)
        .body("destinations", hasSize(0));
    ask("dissolutions", Map.of("organizationId", first, "successorId", second)).statusCode(201);
  }

  private static String codeOf(UUID id) {
    return as("reporter").get("/api/v1/organizations/" + id).path("code");
  }
}
