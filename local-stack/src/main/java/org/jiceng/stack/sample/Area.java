package org.jiceng.stack.sample;

import java.time.LocalDate;
import org.jiceng.events.AreaLevel;

/**
 * An area of the sample district.
 *
 * @param township the index of its township-level office, -1 for the district
 * @param residents who lives there; null above communities and villages, whose figures add up
 */
record Area(
    String code,
    AreaLevel level,
    Names.Place name,
    String parentCode,
    LocalDate since,
    int township,
    Residents residents) {

  /** Persons, and households. */
  record Residents(int population, int registered, int migrant, int households) {}

  static final String HEADER =
      "code,level,name,nameEn,parentCode,effectiveOn,"
          + "population,registeredPopulation,migrantPopulation,households";

  boolean isUrban() {
    return level == AreaLevel.SUB_DISTRICT || level == AreaLevel.PREPARATORY_OFFICE;
  }

  String toCsv() {
    String head = Csv.line(code, level, name.zh(), name.en(), parentCode, since);
    return residents == null
        ? head + ",,,,"
        : head
            + ","
            + Csv.line(
                residents.population,
                residents.registered,
                residents.migrant,
                residents.households);
  }
}
