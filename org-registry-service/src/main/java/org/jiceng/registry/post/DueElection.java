package org.jiceng.registry.post;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.OrganizationType;

/**
 * An organisation that has to elect.
 *
 * @param termEndsOn when the first of its elected posts runs out
 * @param overdue whether that day has passed
 * @param days how many days are left; negative when overdue
 * @param posts how many posts run out within the time asked for
 */
public record DueElection(
    UUID organizationId,
    String code,
    String name,
    OrganizationType type,
    String areaCode,
    LocalDate termEndsOn,
    boolean overdue,
    long days,
    int posts) {}
