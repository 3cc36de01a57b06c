package org.jiceng.registry.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jiceng.events.AreaLevel;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.registry.area.AreaListDifference.Kind;

class AreaListComparisonTest {
  private static final LocalDate DAY = LocalDate.parse("2000-01-01");
  private static final String DISTRICT = "110101000000";

  /** Errors that are only counted. */
  private static final class Counted implements ImportErrors {
    private int count;

    @Override
    public void add(long row, String column, String code, Object... args) {
      count++;
    }

    @Override
    public boolean any() {
      return count > 0;
    }
  }

  /** Each number names a community: township 1 or 2, code 1 to 6, name 1 to 9. */
  @Property
  void onceTheDifferencesAreTrueTheListHasNoneAndNothingIsCountedTwice(
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 107) Integer> registered,
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 107) Integer> listed) {
    Map<String, Area> open = new LinkedHashMap<>();
    put(open, area(DISTRICT, AreaLevel.DISTRICT, "区", null, DISTRICT));
    for (int t = 1; t <= 2; t++) {
      put(open, area(township(t), AreaLevel.SUB_DISTRICT, "街道" + t, DISTRICT, township(t)));
    }
    communities(registered)
        .forEach(
            (code, name) ->
                put(
                    open,
                    area(code, AreaLevel.COMMUNITY, name, code.substring(0, 9) + "000", code)));
    List<ListedArea> list = new ArrayList<>();
    list.add(listed(DISTRICT, "区"));
    list.add(listed(township(1), "街道1"));
    list.add(listed(township(2), "街道2"));
    communities(listed).forEach((code, name) -> list.add(listed(code, name)));

    Counted errors = new Counted();
    List<AreaListDifference> differences = compare(open, list, errors);
    if (errors.any()) {
      return;
    }
    Set<String> moved = new HashSet<>();
    for (AreaListDifference d : differences) {
      if (d.kind() != Kind.RENAMED) {
        assertThat(moved.add(d.areaCode())).as("once: %s", d).isTrue();
      }
      apply(d, open);
    }

    assertThat(compare(open, list, errors)).isEmpty();
    assertThat(open.values().stream().map(Area::standardCode))
        .containsExactlyInAnyOrderElementsOf(list.stream().map(l -> l.code().value()).toList());
    for (ListedArea l : list) {
      assertThat(open.values().stream().filter(a -> a.standardCode().equals(l.code().value())))
          .allMatch(a -> a.name().equals(l.name()));
    }
  }

  private static List<AreaListDifference> compare(
      Map<String, Area> open, List<ListedArea> list, ImportErrors errors) {
    return new AreaListComparison(open.values(), list, Set.copyOf(open.keySet()), errors)
        .differences();
  }

  private static void apply(AreaListDifference d, Map<String, Area> open) {
    Area area = open.get(d.areaCode());
    switch (d.kind()) {
      case NEW ->
          put(open, area(d.code(), AreaLevel.COMMUNITY, d.name(), d.parentCode(), d.code()));
      case RENAMED ->
          put(
              open,
              area(area.code(), area.level(), d.name(), area.parentCode(), area.standardCode()));
      case REASSIGNED, RENUMBERED ->
          put(open, area(area.code(), area.level(), area.name(), d.parentCode(), d.code()));
      case GONE -> open.remove(d.areaCode());
    }
  }

  /** By code; a code once, and a name once in a township. */
  private static Map<String, String> communities(List<Integer> numbers) {
    Map<String, String> found = new TreeMap<>();
    Set<String> names = new HashSet<>();
    for (int n : numbers) {
      int township = 1 + n / 54;
      String code = "1101010%02d%03d".formatted(township, 1 + n % 54 / 9);
      if (!found.containsKey(code) && names.add(township + " " + n % 9)) {
        found.put(code, "社区" + n % 9);
      }
    }
    return found;
  }

  private static String township(int t) {
    return "1101010%02d000".formatted(t);
  }

  private static ListedArea listed(String code, String name) {
    return new ListedArea(1, new AreaCode(code), name, null, null, null);
  }

  private static void put(Map<String, Area> areas, Area area) {
    areas.put(area.code(), area);
  }

  private static Area area(
      String code, AreaLevel level, String name, String parent, String standardCode) {
    return new Area(code, level, name, null, parent, standardCode, DAY, null, DAY, 0);
  }
}
