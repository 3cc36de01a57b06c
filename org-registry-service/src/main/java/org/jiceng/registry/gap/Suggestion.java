package org.jiceng.registry.gap;

import java.util.List;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/**
 * An organisation that could cover a unit.
 *
 * @param coveredUnits how many it covers now, 100 standing for that many or more
 * @param reasons why it is named
 */
public record Suggestion(
    UUID organizationId,
    String code,
    String name,
    OrganizationType type,
    Sector sector,
    String areaCode,
    int coveredUnits,
    List<Reason> reasons) {

  /** Why an organisation is named. */
  public enum Reason {
    SAME_COMMUNITY,
    SAME_SUB_DISTRICT,
    /** It covers a building in the unit's community. */
    COVERS_BUILDING_THERE,
    /** It is there for enterprises, social organisations or buildings. */
    SECTOR_FOR_UNITS,
    /** It covers fewer than ten units. */
    FEW_COVERED_UNITS
  }
}
