package org.jiceng.activity.space;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.Approval;
import org.jiceng.events.SiteKind;

/**
 * A space that can be used at the time that was asked for; the distance in metres, if asked for.
 */
public record FoundSpace(
    UUID spaceId,
    String name,
    int capacity,
    List<String> equipment,
    Approval approval,
    UUID siteId,
    String siteName,
    SiteKind kind,
    String areaCode,
    BigDecimal latitude,
    BigDecimal longitude,
    Long distanceMetres) {}
