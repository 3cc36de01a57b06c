package org.jiceng.registry.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.Sector;

/** An organisation as it goes out, today's or as of a date. */
public record OrganizationView(
    UUID id,
    String code,
    String name,
    OrganizationType type,
    Sector sector,
    EstablishmentMode mode,
    boolean temporary,
    UUID parentId,
    String areaCode,
    UUID foundedBy,
    OrganizationState state,
    LocalDate establishedOn,
    LocalDate dissolvedOn,
    long version) {}
