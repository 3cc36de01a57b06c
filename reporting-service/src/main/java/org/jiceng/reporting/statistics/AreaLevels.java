package org.jiceng.reporting.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jiceng.kit.problem.Problem;
import org.jiceng.reporting.figures.Areas;

/** Which rows a table of areas has. */
public enum AreaLevels {
  TOWNSHIP(Areas.TOWNSHIPS),
  COMMUNITY(Areas.GRASSROOTS);

  private final Set<String> levels;

  AreaLevels(Set<String> levels) {
    this.levels = levels;
  }

  /** The levels of the registry. */
  public Set<String> levels() {
    return levels;
  }

  /** What lies one level below a level of the registry; nothing below a community. */
  public static Optional<AreaLevels> below(String level) {
    if (level.equals("DISTRICT")) {
      return Optional.of(TOWNSHIP);
    }
    return TOWNSHIP.levels.contains(level) ? Optional.of(COMMUNITY) : Optional.empty();
  }

  /** By the word in the query: township or community. */
  public static AreaLevels named(String word) {
    return Arrays.stream(values())
        .filter(level -> level.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> Problem.malformed("level", "one-of", "township, community"));
  }
}
