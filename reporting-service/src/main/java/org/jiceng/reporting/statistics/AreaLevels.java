package org.jiceng.reporting.statistics;

import java.util.Arrays;
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

  /** By the word in the query: township or community. */
  public static AreaLevels named(String word) {
    return Arrays.stream(values())
        .filter(level -> level.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> Problem.malformed("level", "one-of", "township, community"));
  }
}
