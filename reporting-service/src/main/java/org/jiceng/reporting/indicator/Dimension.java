package org.jiceng.reporting.indicator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By what a sum of measures can be broken down. */
public enum Dimension {
  SEX("sex", "sex"),
  AGE_BAND("ageBand", "age-band"),
  ETHNICITY("ethnicity", "ethnicity"),
  EDUCATION("education", "education"),
  SECTOR("sector", "sector"),
  ORGANIZATION_TYPE("organizationType", "organization-type"),
  AREA("area", null);

  private static final Set<String> OF_MEMBERS = Set.of("member", "member.admittedBy");
  private static final Set<String> OF_TERRITORY = Set.of("area", "unit", "building", "station");

  private final String word;
  private final String codeList;

  Dimension(String word, String codeList) {
    this.word = word;
    this.codeList = codeList;
  }

  /** As the API says it. */
  public String word() {
    return word;
  }

  /** The list of codes that its values are of; empty for areas, which are nobody's list. */
  public Optional<String> codeList() {
    return Optional.ofNullable(codeList);
  }

  public static Optional<Dimension> named(String word) {
    return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
  }

  /** Those that every one of the measures has. */
  static Set<Dimension> of(List<String> measures) {
    EnumSet<Dimension> common = EnumSet.allOf(Dimension.class);
    measures.forEach(measure -> common.retainAll(of(measure)));
    return common;
  }

  /** Whether what is measured lies in the territory and belongs to no organisation. */
  static boolean isOfTerritory(String measure) {
    return OF_TERRITORY.contains(measure.split("\\.")[0]) && !measure.endsWith(".covered");
  }

  /** Of what lies in the territory only its area is known; of members what they are, too. */
  private static Set<Dimension> of(String measure) {
    if (OF_MEMBERS.contains(measure)) {
      return EnumSet.allOf(Dimension.class);
    }
    return isOfTerritory(measure) || measure.startsWith("finding")
        ? EnumSet.of(AREA)
        : EnumSet.of(SECTOR, ORGANIZATION_TYPE, AREA);
  }
}
