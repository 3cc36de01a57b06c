package org.jiceng.registry.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.registry.District.COMMUNITY;
import static org.jiceng.registry.District.HERE;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.committee;
import static org.jiceng.registry.District.cover;
import static org.jiceng.registry.District.unit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is merged, split and dissolved in whatever order, nothing is left with nobody. */
@QuarkusTest
class RandomReorganizationsTest {
  private static final String WITH_NOBODY =
      """
      select (select count(*) from organization c join organization p on p.id = c.parent_id
               where c.state <> 'DISSOLVED' and p.state = 'DISSOLVED')
           + (select count(*) from unit u join organization o on o.id = u.covered_by
               where u.closed_on is null and o.state = 'DISSOLVED')
           + (select count(*) from post p join organization o on o.id = p.organization_id
               where p.abolished_on is null and o.state = 'DISSOLVED')""";
  private static final String CROOKED_PATHS =
      """
      select count(*) from organization c join organization p on p.id = c.parent_id
       where c.state <> 'DISSOLVED'
         and c.path <> p.path || text2ltree(replace(c.id::text, '-', ''))""";
  private static final String INSTANTS_WITH_TWO_PARENTS =
      """
      select count(*) from organization_version a join organization_version b
          on a.organization_id = b.organization_id and a.valid_from < b.valid_from
       where a.valid_to is null or a.valid_to > b.valid_from""";

  @Inject Stored stored;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nothingIsLeftWithNobodyAndTheTreeStaysATree(long seed) {
    Random random = new Random(seed);
    List<UUID> alive = new ArrayList<>();
    int units = 0;
    for (int i = 0; i < 5; i++) {
      UUID committee = committee(District.root(), HERE);
      alive.add(committee);
      branch(committee, COMMUNITY);
      cover("/api/v1/units/" + unit(COMMUNITY), committee);
      units++;
    }
    LocalDate day = LocalDate.parse("2010-01-01");
    int done = 0;
    for (int step = 0; step < 12 && alive.size() > 1; step++) {
      day = day.plusDays(random.nextInt(3));
      done += random.nextBoolean() ? merge(alive, random, day) : split(alive, random, day);
    }

    assertThat(done).isPositive();
    assertThat(stored.one(WITH_NOBODY)).isEqualTo("0");
    assertThat(stored.one(CROOKED_PATHS)).isEqualTo("0");
    assertThat(stored.one(INSTANTS_WITH_TWO_PARENTS)).isEqualTo("0");
    String in = String.join("','", alive.stream().map(UUID::toString).toList());
    assertThat(stored.one("select count(*) from unit where covered_by::text in ('" + in + "')"))
        .isEqualTo(String.valueOf(units));
    assertThat(
            stored.one("select count(*) from organization where parent_id::text in ('" + in + "')"))
        .isEqualTo("5");
  }

  private int merge(List<UUID> alive, Random random, LocalDate day) {
    UUID source = alive.get(random.nextInt(alive.size()));
    UUID destination = alive.get(random.nextInt(alive.size()));
    Response answer =
        ask(
            "merges",
            Map.of(
                "sources", List.of(source),
                "destination", Map.of("organizationId", destination),
                "effectiveOn", day.toString()));
    if (source.equals(destination)) {
      assertThat(answer.statusCode()).isEqualTo(422);
      return 0;
    }
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    alive.remove(source);
    return 1;
  }

  private int split(List<UUID> alive, Random random, LocalDate day) {
    UUID source = alive.get(random.nextInt(alive.size()));
    boolean goesOn = random.nextBoolean();
    List<Map<String, Object>> parts = new ArrayList<>();
    parts.add(Map.of("destination", goesOn ? Map.of("organizationId", source) : newCommittee()));
    parts.add(Map.of("destination", newCommittee()));
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("source", source);
    wanted.put("parts", parts);
    wanted.put("rest", goesOn ? null : random.nextInt(2));
    wanted.put("effectiveOn", day.toString());
    Response answer = ask("splits", wanted);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    if (!goesOn) {
      alive.remove(source);
    }
    List<String> made = answer.path("destinations.organizationId");
    made.stream().map(UUID::fromString).filter(id -> !id.equals(source)).forEach(alive::add);
    return 1;
  }

  private static Map<String, Object> newCommittee() {
    Map<String, Object> wanted =
        District.wanted(District.code(), "COMMITTEE", "COMMUNITY", District.root(), HERE);
    wanted.remove("effectiveOn");
    return Map.of("establish", wanted);
  }

  private static Response ask(String kind, Object body) {
    return as("registrar").body(body).post("/api/v1/reorganizations/" + kind);
  }
}
