package org.jiceng.activity.series;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jiceng.activity.booking.SeriesScope;

/**
 * Which occurrences that are still to come are given back.
 *
 * @param bookingId the occurrence that is meant, or from which on; not needed for all
 */
public record SeriesCancellation(@NotNull SeriesScope scope, UUID bookingId) {}
