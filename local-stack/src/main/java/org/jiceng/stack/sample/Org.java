package org.jiceng.stack.sample;

import java.time.LocalDate;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/**
 * An organisation of the sample district.
 *
 * @param township the index of its township-level office, -1 for the district
 * @param foundedByCode who set it up, null where its parent did
 */
record Org(
    String code,
    String name,
    OrganizationType type,
    Sector sector,
    EstablishmentMode mode,
    boolean temporary,
    String parentCode,
    String areaCode,
    String foundedByCode,
    LocalDate since,
    int township) {
  static final String HEADER =
      "code,name,type,sector,mode,temporary,parentCode,areaCode,foundedByCode,establishedOn";

  /** An organisation of the usual kind: set up for itself, by its parent, to stay. */
  static Org standing(
      String code,
      String name,
      OrganizationType type,
      Sector sector,
      Org parent,
      Area area,
      LocalDate since) {
    return new Org(
        code,
        name,
        type,
        sector,
        EstablishmentMode.INDEPENDENT,
        false,
        parent == null ? null : parent.code,
        area.code(),
        null,
        since,
        area.township());
  }

  String toCsv() {
    return Csv.line(
        code, name, type, sector, mode, temporary, parentCode, areaCode, foundedByCode, since);
  }
}
