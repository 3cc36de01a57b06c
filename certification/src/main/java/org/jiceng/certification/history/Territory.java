package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RegistryEvent.AreaClosed;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaMeasured;
import org.jiceng.events.RegistryEvent.AreaReassigned;
import org.jiceng.events.RegistryEvent.AreaRenamed;

/**
 * A district of its own for one history. Communities are defined late, handed to other townships
 * and measured for any day; one, in which nothing ever is, is closed.
 */
final class Territory {
  static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
  private static final int TOWNSHIPS = 4;

  private final Chronicle chronicle;
  private final Dice dice;
  private final String digits;
  private final List<String> townships = new ArrayList<>();
  private final Map<String, LocalDate> communities = new LinkedHashMap<>();
  private final Map<String, LocalDate> changed = new LinkedHashMap<>();
  private String doomed;

  Territory(Chronicle chronicle) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.digits = "9%05d".formatted(dice.below(100_000));
    define(district(), AreaLevel.DISTRICT, null, BEGINNING);
    AreaLevel[] levels = {
      AreaLevel.SUB_DISTRICT,
      AreaLevel.PREPARATORY_OFFICE,
      AreaLevel.AREA_OFFICE,
      AreaLevel.SUB_DISTRICT
    };
    for (int t = 1; t <= TOWNSHIPS; t++) {
      townships.add(code(t, 0));
      define(code(t, 0), levels[t - 1], district(), BEGINNING);
      for (int c = 1; c <= 2; c++) {
        community(code(t, c), code(t, 0), BEGINNING);
      }
    }
    doomed = code(1, 9);
    define(doomed, AreaLevel.COMMUNITY, code(1, 0), BEGINNING);
  }

  String district() {
    return digits + "000000";
  }

  /** An area in which something can be on a day. */
  String anywhere(LocalDate on) {
    return switch (dice.below(6)) {
      case 0 -> dice.of(townships);
      case 1 -> dice.once(3) ? district() : anyCommunity(on);
      default -> anyCommunity(on);
    };
  }

  void happen() {
    switch (dice.below(9)) {
      case 0, 1 -> reassign();
      case 2 -> late();
      case 3 -> rename();
      case 4 -> close();
      case 5 -> measure(dice.of(townships), BEGINNING);
      default -> {
        String community = anyCommunity(chronicle.today());
        measure(community, communities.get(community));
      }
    }
  }

  private void reassign() {
    String community = anyCommunity(chronicle.today());
    LocalDate on = change(community, communities.get(community));
    chronicle.tell(new AreaReassigned(community, dice.of(townships), community), on);
  }

  /** One that a later list of areas brings; its digits may tell of another township than it has. */
  private void late() {
    String code = code(1 + dice.below(TOWNSHIPS), 10 + communities.size());
    String parent = dice.once(2) ? dice.of(townships) : code.substring(0, 9) + "000";
    community(code, parent, chronicle.daySince(BEGINNING));
  }

  private void rename() {
    String community = anyCommunity(chronicle.today());
    LocalDate on = change(community, communities.get(community));
    chronicle.tell(new AreaRenamed(community, "新" + community, null), on);
  }

  private void close() {
    if (doomed != null && dice.once(2)) {
      LocalDate on = change(doomed, BEGINNING);
      chronicle.tell(new AreaMeasured(doomed, 0, 0, 0, 0), on);
      chronicle.tell(new AreaClosed(doomed), on);
      doomed = null;
    } else if (doomed != null) {
      measure(doomed, BEGINNING);
      changed.put(doomed, chronicle.today());
    }
  }

  private void measure(String area, LocalDate defined) {
    int registered = dice.below(5_000);
    int migrants = dice.below(2_000);
    int households = dice.once(8) ? 0 : dice.below(3_000);
    chronicle.tell(
        new AreaMeasured(area, registered + migrants, registered, migrants, households),
        chronicle.daySince(defined));
  }

  private LocalDate change(String area, LocalDate defined) {
    LocalDate on = chronicle.daySince(changed.getOrDefault(area, defined));
    changed.put(area, on);
    return on;
  }

  private String anyCommunity(LocalDate on) {
    return dice.of(
        communities.entrySet().stream()
            .filter(community -> !community.getValue().isAfter(on))
            .map(Map.Entry::getKey)
            .toList());
  }

  private void community(String code, String parent, LocalDate on) {
    define(code, dice.once(4) ? AreaLevel.VILLAGE : AreaLevel.COMMUNITY, parent, on);
    communities.put(code, on);
  }

  private void define(String code, AreaLevel level, String parent, LocalDate on) {
    chronicle.tell(new AreaDefined(code, "地" + code, "Area " + code, level, parent), on);
  }

  private String code(int township, int community) {
    return digits + "%03d%03d".formatted(township, community);
  }
}
