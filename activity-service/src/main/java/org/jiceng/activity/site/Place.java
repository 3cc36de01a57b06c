package org.jiceng.activity.site;

import java.time.LocalDate;
import java.util.UUID;

/** A space as a booking sees it; capacity in persons, closed when {@code closedOn} is given. */
public record Place(
    UUID spaceId,
    UUID siteId,
    UUID managingOrganizationId,
    String areaCode,
    int capacity,
    LocalDate closedOn) {}
