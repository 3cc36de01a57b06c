package org.jiceng.activity.site;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.Approval;

/**
 * A space as a booking sees it; capacity in persons, closed when {@code closedOn} is given. Nobody
 * uses it for so many minutes before and after each use.
 */
public record Place(
    UUID spaceId,
    UUID siteId,
    UUID managingOrganizationId,
    String areaCode,
    int capacity,
    LocalDate closedOn,
    int setUpMinutes,
    int clearUpMinutes,
    Approval approval) {}
