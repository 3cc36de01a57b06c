package org.jiceng.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.change;
import static org.jiceng.registry.District.committee;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Moves that come in any order of their dates: on no day is the line a circle, and a subtree as of
 * a day is what a naive walk up the parents of that day finds.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RandomPastTest {
  private static final LocalDate FIRST = LocalDate.parse("2000-01-01");
  private static final int DAYS = 12;

  @Inject Stored stored;

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 42})
  void eachDayHasItsOwnLine(long seed) {
    Random random = new Random(seed);
    UUID top = committee(District.root(), COMMUNITY);
    List<UUID> all = new ArrayList<>(List.of(top));
    for (int i = 0; i < 6; i++) {
      all.add(committee(all.get(random.nextInt(all.size())), COMMUNITY));
    }
    int moved = 0;
    for (int step = 0; step < 60; step++) {
      String parent = all.get(random.nextInt(all.size())).toString();
      LocalDate on = FIRST.plusDays(Math.min(step / 5, DAYS - 1) - random.nextInt(2) + 1);
      UUID id = all.get(1 + random.nextInt(all.size() - 1));
      int status =
          change(id, "reparent", Map.of("parentId", parent, "effectiveOn", on.toString()))
              .extract()
              .statusCode();
      assertThat(status).isIn(200, 409);
      moved += status == 200 ? 1 : 0;
    }

    assertThat(moved).isGreaterThan(10);
    for (int day = 0; day <= DAYS; day++) {
      LocalDate asOf = FIRST.plusDays(day);
      Map<UUID, UUID> parents = parentsOn(asOf, all);
      for (UUID root : all) {
        assertThat(below(root, asOf))
            .as("seed %d, below %s as of %s", seed, root, asOf)
            .isEqualTo(naively(root, parents, top));
      }
    }
  }

  private Map<UUID, UUID> parentsOn(LocalDate day, List<UUID> all) {
    Map<UUID, UUID> parents = new HashMap<>();
    for (UUID id : all) {
      String parent =
          stored.one(
              """
              select parent_id from organization_version where organization_id = ?
                 and valid_from <= ? and (valid_to is null or valid_to > ?)""",
              id,
              day,
              day);
      parents.put(id, UUID.fromString(parent));
    }
    return parents;
  }

  private static Set<UUID> naively(UUID root, Map<UUID, UUID> parents, UUID top) {
    Set<UUID> found = new HashSet<>();
    for (UUID id : parents.keySet()) {
      Set<UUID> above = new HashSet<>();
      UUID at = id;
      while (!at.equals(root) && !at.equals(top)) {
        assertThat(above.add(at)).as("no circle at %s", at).isTrue();
        at = parents.get(at);
      }
      if (at.equals(root)) {
        found.add(id);
      }
    }
    return found;
  }

  private static Set<UUID> below(UUID root, LocalDate asOf) {
    List<String> ids =
        as("reporter")
            .get("/api/v1/organizations?subtreeOf=" + root + "&asOf=" + asOf)
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    Set<UUID> found = new HashSet<>();
    ids.forEach(id -> found.add(UUID.fromString(id)));
    return found;
  }
}
