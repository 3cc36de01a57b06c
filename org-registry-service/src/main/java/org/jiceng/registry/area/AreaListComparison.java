package org.jiceng.registry.area;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jiceng.events.AreaLevel;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.registry.area.AreaListDifference.Kind;

/**
 * Compares a standard list with the open areas. A list tells of the areas right below those it
 * names: what is missing there is gone, or goes on under another code ({@link AreaContinuations}).
 * A code that stays says nothing of the parent: who was handed over keeps an old code for a while.
 */
final class AreaListComparison {
  private final Map<String, Area> byCode;
  private final Map<String, Area> byStandardCode;
  private final Map<String, ListedArea> listed;
  private final Set<String> taken;
  private final ImportErrors errors;
  private final Map<String, Area> continued = new HashMap<>();
  private final Map<String, AreaLevel> levels = new HashMap<>();
  private final List<AreaListDifference> differences = new ArrayList<>();

  /**
   * Compares.
   *
   * @param taken the codes that areas are or were known by
   */
  AreaListComparison(
      Collection<Area> open, Collection<ListedArea> list, Set<String> taken, ImportErrors errors) {
    byCode = open.stream().collect(toMap(Area::code, Function.identity()));
    byStandardCode = open.stream().collect(toMap(Area::standardCode, Function.identity()));
    listed = list.stream().collect(toMap(l -> l.code().value(), Function.identity()));
    this.taken = taken;
    this.errors = errors;
    open.forEach(area -> levels.put(area.code(), area.level()));
  }

  List<AreaListDifference> differences() {
    Set<Area> missing = new HashSet<>();
    byCode.values().stream().filter(this::isMissing).forEach(missing::add);
    List<ListedArea> inOrder =
        listed.values().stream()
            .sorted(
                Comparator.comparing((ListedArea l) -> ListedArea.rank(l.code()))
                    .thenComparing(ListedArea::code))
            .toList();
    List<ListedArea> fresh = inOrder.stream().filter(l -> !isKnown(l)).toList();
    continued.putAll(new AreaContinuations(fresh, missing, errors).byNewCode());
    inOrder.forEach(this::compare);
    missing.removeAll(continued.values());
    missing.stream().sorted(Comparator.comparing(Area::code)).forEach(this::gone);
    noneInsideWhatIsGone(missing);
    namesOnceBelowOneParent();
    return differences;
  }

  /** Not in the list, though the list tells of what lies in its parent. */
  private boolean isMissing(Area area) {
    Area parent = area.parentCode() == null ? null : byCode.get(area.parentCode());
    return !listed.containsKey(area.standardCode())
        && parent != null
        && (listed.containsKey(parent.standardCode()) || isMissing(parent));
  }

  private boolean isKnown(ListedArea l) {
    return byStandardCode.containsKey(l.code().value());
  }

  private void compare(ListedArea l) {
    Area known = byStandardCode.get(l.code().value());
    Area former = continued.get(l.code().value());
    if (known != null) {
      renamed(known, l);
    } else if (former != null) {
      renamed(former, l);
      moved(former, l);
    } else {
      fresh(l);
    }
  }

  private void renamed(Area area, ListedArea l) {
    if (!area.name().equals(l.name())) {
      String code = l.code().value();
      differences.add(
          new AreaListDifference(
              Kind.RENAMED, l.row(), area.code(), code, null, l.name(), area.name(), null, null));
    }
  }

  private void moved(Area area, ListedArea l) {
    String parent = parentOf(l);
    if (parent == null && area.parentCode() != null) {
      return;
    }
    boolean stays = area.parentCode() == null || area.parentCode().equals(parent);
    differences.add(
        new AreaListDifference(
            stays ? Kind.RENUMBERED : Kind.REASSIGNED,
            l.row(),
            area.code(),
            l.code().value(),
            area.standardCode(),
            l.name(),
            null,
            parent,
            stays ? null : area.parentCode()));
  }

  private void fresh(ListedArea l) {
    String code = l.code().value();
    String parent = l.code().isDistrict() ? null : parentOf(l);
    if (l.code().isDistrict() && levels.containsValue(AreaLevel.DISTRICT)) {
      errors.add(l.row(), "code", "no-area", l.code());
      return;
    }
    if (parent == null && !l.code().isDistrict()) {
      return;
    }
    if (taken.contains(code)) {
      errors.add(l.row(), "code", "area-code-taken", l.code());
    }
    AreaLevel level = l.levelByDigits();
    if (!AreaRules.allows(parent == null ? null : levels.get(parent), level)) {
      errors.add(l.row(), "level", "illegal-area-level", level);
    }
    levels.put(code, level);
    differences.add(
        new AreaListDifference(Kind.NEW, l.row(), code, code, null, l.name(), null, parent, null));
  }

  /** What the area above is known by here; null after an error. */
  private String parentOf(ListedArea l) {
    String above = l.code().parent().map(AreaCode::value).orElse(null);
    if (above == null) {
      return null;
    }
    Area known = byStandardCode.getOrDefault(above, continued.get(above));
    if (known != null && !isMissing(known) || continued.containsKey(above)) {
      return known.code();
    }
    if (known == null && listed.containsKey(above) && levels.containsKey(above)) {
      return above;
    }
    errors.add(l.row(), "code", "no-area", above);
    return null;
  }

  private void gone(Area area) {
    differences.add(
        new AreaListDifference(
            Kind.GONE,
            null,
            area.code(),
            area.standardCode(),
            null,
            area.name(),
            null,
            null,
            area.parentCode()));
  }

  private void noneInsideWhatIsGone(Set<Area> gone) {
    Map<String, String> parents = new HashMap<>();
    byCode.values().forEach(a -> parents.put(a.code(), a.parentCode()));
    differences.stream()
        .filter(d -> d.kind() == Kind.REASSIGNED)
        .forEach(d -> parents.put(d.areaCode(), d.parentCode()));
    Set<String> goneCodes = new HashSet<>();
    gone.forEach(a -> goneCodes.add(a.code()));
    parents.forEach(
        (code, parent) -> {
          if (goneCodes.contains(parent) && !goneCodes.contains(code)) {
            errors.add(0, "code", "gone-area-not-empty", parent);
          }
        });
  }

  private void namesOnceBelowOneParent() {
    Set<String> names = new HashSet<>();
    listed.values().stream()
        .sorted(Comparator.comparing(ListedArea::row))
        .forEach(
            l -> {
              if (!names.add(l.code().parent() + " " + l.name())) {
                errors.add(l.row(), "name", "area-name-twice");
              }
            });
  }
}
