package org.jiceng.registry.area;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.ImportErrors;

/**
 * Which areas that a standard list misses go on under a code that is new in it: where the list says
 * so ({@code formerCode}), or where one missing and one new area of a rank have the same name.
 */
final class AreaContinuations {
  private final List<ListedArea> fresh;
  private final Map<String, Area> missing;
  private final Map<String, List<ListedArea>> freshByName;
  private final Map<String, List<Area>> missingByName;
  private final ImportErrors errors;
  private final Map<String, Area> byNewCode = new HashMap<>();
  private final Set<Area> continued = new HashSet<>();

  AreaContinuations(List<ListedArea> fresh, Collection<Area> missing, ImportErrors errors) {
    this.fresh = fresh;
    this.missing = missing.stream().collect(toMap(Area::standardCode, identity()));
    this.errors = errors;
    freshByName = fresh.stream().collect(groupingBy(l -> named(l.code(), l.name())));
    missingByName =
        missing.stream().collect(groupingBy(a -> named(new AreaCode(a.standardCode()), a.name())));
  }

  /** The areas that go on, by their new codes. */
  Map<String, Area> byNewCode() {
    fresh.stream().filter(l -> l.formerCode() != null).forEach(this::asTheListSays);
    fresh.stream().filter(l -> l.formerCode() == null).forEach(this::byName);
    return byNewCode;
  }

  private void asTheListSays(ListedArea l) {
    Area former = missing.get(l.formerCode().value());
    if (former == null || continued.contains(former)) {
      errors.add(l.row(), "formerCode", "no-area", l.formerCode());
    } else {
      goOn(former, l);
    }
  }

  private void byName(ListedArea l) {
    String name = named(l.code(), l.name());
    List<Area> same = missingByName.getOrDefault(name, List.of());
    if (same.size() == 1 && freshByName.get(name).size() == 1 && !continued.contains(same.get(0))) {
      goOn(same.get(0), l);
    }
  }

  private void goOn(Area former, ListedArea l) {
    continued.add(former);
    byNewCode.put(l.code().value(), former);
  }

  private static String named(AreaCode code, String name) {
    return ListedArea.rank(code) + name;
  }
}
