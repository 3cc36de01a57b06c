package org.jiceng.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiceng.registry.District.as;
import static org.jiceng.registry.District.branch;
import static org.jiceng.registry.District.changeArea;
import static org.jiceng.registry.District.community;
import static org.jiceng.registry.District.township;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jiceng.kit.test.RealServers;
import org.jiceng.registry.District;
import org.jiceng.registry.Stored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Areas handed over and renamed at random: on every day each lies where a naive diary says, and
 * nowhere else, with all that is in it.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RandomAreasTest {
  private static final LocalDate FIRST = LocalDate.parse("2000-01-01");
  private static final int DAYS = 14;

  @Inject Stored stored;

  private final Map<String, NavigableMap<LocalDate, String>> parents = new HashMap<>();
  private final Map<String, NavigableMap<LocalDate, String>> names = new HashMap<>();
  private final Map<String, String> organizations = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {3, 11, 29})
  void onEachDayAnAreaLiesWhereTheDiarySays(long seed) {
    Random random = new Random(seed);
    District.root();
    List<String> townships = List.of(township(), township(), township());
    List<String> communities = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String parent = townships.get(random.nextInt(3));
      String code = community(parent);
      communities.add(code);
      parents.put(code, new TreeMap<>(Map.of(FIRST, parent)));
      names.put(code, new TreeMap<>(Map.of(FIRST, "社区")));
      organizations.put(code, branch(District.root(), code).toString());
    }
    int changed = 0;
    for (int step = 0; step < 40; step++) {
      String code = communities.get(random.nextInt(5));
      LocalDate on = FIRST.plusDays(random.nextInt(3) + step / 3);
      changed += change(code, on, townships.get(random.nextInt(3)), random.nextInt(3) == 0, step);
    }

    assertThat(changed).isGreaterThan(10);
    for (int day = -2; day <= DAYS + 2; day++) {
      for (String township : townships) {
        compare(township, FIRST.plusDays(day), communities);
      }
    }
    for (String code : communities) {
      assertThat(historyOf(code)).isEqualTo(diaryOf(code));
      assertThat(overlaps(code)).isEqualTo("0");
    }
  }

  /** Makes the change if the diary allows it, and expects the registry to think the same. */
  private int change(String code, LocalDate on, String township, boolean rename, int step) {
    LocalDate last =
        parents.get(code).lastKey().isAfter(names.get(code).lastKey())
            ? parents.get(code).lastKey()
            : names.get(code).lastKey();
    boolean there = !rename && parents.get(code).lastEntry().getValue().equals(township);
    boolean late = on.isBefore(last);
    String name = "社区" + step;
    int status =
        (rename
                ? changeArea(code, "rename", Map.of("name", name, "effectiveOn", on.toString()))
                : changeArea(
                    code, "reassign", Map.of("parentCode", township, "effectiveOn", on.toString())))
            .extract()
            .statusCode();
    assertThat(status).isEqualTo(late ? 409 : there ? 422 : 200);
    if (status == 200) {
      (rename ? names : parents).get(code).put(on, rename ? name : township);
      return 1;
    }
    return 0;
  }

  private void compare(String township, LocalDate day, List<String> communities) {
    Set<String> expected = new HashSet<>();
    Set<String> listed = new HashSet<>();
    for (String code : communities) {
      var at = parents.get(code).floorEntry(day);
      if (at != null && at.getValue().equals(township)) {
        expected.add(organizations.get(code));
        listed.add(code);
      }
    }
    assertThat(items("/api/v1/areas/" + township + "/organizations?asOf=" + day, "id"))
        .as("in %s on %s", township, day)
        .isEqualTo(expected);
    assertThat(items("/api/v1/areas?parentCode=" + township + "&asOf=" + day, "code"))
        .isEqualTo(listed);
  }

  private static Set<String> items(String path, String field) {
    List<String> found =
        as("reporter").get(path).then().statusCode(200).extract().path("items." + field);
    return new HashSet<>(found);
  }

  private List<String> historyOf(String code) {
    return stored.list(
        """
        select valid_from || ' ' || parent_code || ' ' || name from area_version
         where area_code = ? order by valid_from""",
        code);
  }

  private List<String> diaryOf(String code) {
    Set<LocalDate> days = new java.util.TreeSet<>(parents.get(code).keySet());
    days.addAll(names.get(code).keySet());
    return days.stream()
        .map(
            day ->
                day
                    + " "
                    + parents.get(code).floorEntry(day).getValue()
                    + " "
                    + names.get(code).floorEntry(day).getValue())
        .toList();
  }

  /** On no day does it lie in two areas at the same distance. */
  private String overlaps(String code) {
    return stored.one(
        """
        select count(*) from area_within a join area_within b
            on a.area_code = b.area_code and a.distance = b.distance
           and (a.within_code, a.valid_from) < (b.within_code, b.valid_from)
         where a.area_code = ?
           and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)""",
        code);
  }
}
