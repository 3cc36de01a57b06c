package org.jiceng.reporting.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.events.AreaLevel;
import org.jiceng.events.RegistryEvent.AreaDefined;
import org.jiceng.events.RegistryEvent.AreaMeasured;
import org.jiceng.events.RegistryEvent.AreaReassigned;

/** A district of its own for one history, so that histories do not disturb each other. */
final class Territory {
  static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  final String district;
  final List<String> townships = new ArrayList<>();
  final List<String> communities = new ArrayList<>();

  Territory(Dice dice, List<Fact> facts) {
    String prefix = "9%05d".formatted(dice.below(100_000));
    district = prefix + "000000";
    define(facts, district, AreaLevel.DISTRICT, null);
    for (int t = 1; t <= 3; t++) {
      String township = prefix + "%03d000".formatted(t);
      AreaLevel[] levels = {
        AreaLevel.SUB_DISTRICT, AreaLevel.PREPARATORY_OFFICE, AreaLevel.AREA_OFFICE
      };
      define(facts, township, levels[t - 1], district);
      townships.add(township);
      for (int c = 1; c <= 3; c++) {
        String community = prefix + "%03d%03d".formatted(t, c);
        AreaLevel level = dice.once(4) ? AreaLevel.VILLAGE : AreaLevel.COMMUNITY;
        define(facts, community, level, township);
        communities.add(community);
      }
    }
  }

  String anywhere(Dice dice) {
    return dice.once(3) ? dice.of(townships) : dice.of(communities);
  }

  /** Hands a community to another township, or back. */
  AreaReassigned reassign(Dice dice) {
    String community = dice.of(communities);
    return new AreaReassigned(community, dice.of(townships), community);
  }

  AreaMeasured measure(Dice dice) {
    int registered = 100 + dice.below(5_000);
    int migrants = dice.below(2_000);
    return new AreaMeasured(
        dice.of(communities), registered + migrants, registered, migrants, 100 + dice.below(3_000));
  }

  private static void define(List<Fact> facts, String code, AreaLevel level, String parent) {
    facts.add(
        new Fact(new AreaDefined(code, "地" + code, "Area " + code, level, parent), BEGINNING));
  }
}
