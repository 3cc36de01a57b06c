package org.jiceng.activity.booking;

import java.util.List;
import java.util.UUID;
import org.jiceng.activity.site.Place;

/**
 * Several times of one space for one organisation, in the order of time.
 *
 * @param allOrNothing whether none is wanted unless all can be had
 * @param dryRun whether it is only asked what could be had
 */
public record SeriesWish(
    Place place,
    UUID organizationId,
    UUID seriesId,
    Integer attendees,
    List<Slot> slots,
    boolean allOrNothing,
    boolean dryRun) {}
