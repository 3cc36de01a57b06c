package org.jiceng.registry.building;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.StationKind;

/** A station as it goes out. */
public record StationView(
    UUID id, UUID buildingId, String code, String name, StationKind kind, LocalDate openedOn) {}
