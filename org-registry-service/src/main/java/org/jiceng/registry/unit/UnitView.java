package org.jiceng.registry.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.UnitKind;

/** A unit as it goes out. */
public record UnitView(
    UUID id,
    String creditCode,
    String name,
    UnitKind kind,
    String areaCode,
    int staffCount,
    LocalDate registeredOn,
    LocalDate closedOn,
    String closedReason,
    UUID coveredBy,
    LocalDate coveredOn,
    long version) {}
