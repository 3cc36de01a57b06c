package org.jiceng.registry.coverage;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A unit or a building that an organisation covers.
 *
 * @param type UNIT or BUILDING
 * @param code the unit's credit code, the building's own
 * @param staffCount null for a building
 */
public record Covered(
    String type,
    UUID id,
    String code,
    String name,
    String areaCode,
    Integer staffCount,
    LocalDate coveredOn) {}
