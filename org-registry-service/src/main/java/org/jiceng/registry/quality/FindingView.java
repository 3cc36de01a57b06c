package org.jiceng.registry.quality;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A finding as it goes out.
 *
 * @param subjectKind ORGANIZATION, UNIT, BUILDING or POST
 * @param organizationId whose record it is in the line; null where nobody covers it
 */
public record FindingView(
    UUID id,
    String rule,
    String subjectKind,
    UUID subjectId,
    UUID organizationId,
    String areaCode,
    FindingState state,
    LocalDate openedOn,
    LocalDate closedOn,
    String waivedReason,
    LocalDate waivedUntil,
    long version) {}
