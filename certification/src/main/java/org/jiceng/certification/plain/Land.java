package org.jiceng.certification.plain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RecordedEvent;
import org.jiceng.events.RegistryEvent.AreaClosed;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaReassigned;

/** Which areas there were on a day, and what lay in what. */
final class Land {
  private final Map<String, AreaLevel> levels = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, AreaLevel> open = new HashMap<>();

  /** By what became true until the end of the day, in the order of the days. */
  Land(List<RecordedEvent> until) {
    for (RecordedEvent event : until) {
      if (event.data() instanceof AreaDefined e) {
        levels.put(e.areaCode(), e.level());
        open.put(e.areaCode(), e.level());
        parents.put(e.areaCode(), e.parentCode());
      } else if (event.data() instanceof AreaReassigned e) {
        parents.put(e.areaCode(), e.parentCode());
      } else if (event.data() instanceof AreaClosed e) {
        open.remove(e.areaCode());
      }
    }
  }

  boolean knows(String area) {
    return levels.containsKey(area);
  }

  /** Whether an area was another, or lay in it. Of one that nobody has defined, its digits tell. */
  boolean lay(String area, String in) {
    return above(area).anyMatch(in::equals);
  }

  /** Whether an area lay in one of these levels, or was of one. */
  boolean lay(String area, Set<AreaLevel> in) {
    return above(area).map(levels::get).anyMatch(level -> level != null && in.contains(level));
  }

  /** The areas of a level that there were in an area. */
  List<String> of(AreaLevel level, String in) {
    return open.entrySet().stream()
        .filter(area -> area.getValue() == level)
        .map(Map.Entry::getKey)
        .filter(area -> lay(area, in))
        .toList();
  }

  private Stream<String> above(String area) {
    return area == null ? Stream.empty() : Stream.iterate(area, a -> a != null, this::parent);
  }

  private String parent(String area) {
    if (parents.containsKey(area)) {
      return parents.get(area);
    }
    if (area.endsWith("000000")) {
      return null;
    }
    return area.endsWith("000") ? area.substring(0, 6) + "000000" : area.substring(0, 9) + "000";
  }
}
