package org.jiceng.registry.building;

import java.time.LocalDate;
import java.util.UUID;

/** A business building as it goes out. */
public record BuildingView(
    UUID id,
    String code,
    String name,
    String areaCode,
    LocalDate registeredOn,
    LocalDate closedOn,
    String closedReason,
    UUID coveredBy,
    LocalDate coveredOn,
    long version) {}
