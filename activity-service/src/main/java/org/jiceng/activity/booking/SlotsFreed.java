package org.jiceng.activity.booking;

import java.util.List;
import java.util.UUID;

/**
 * Told within the transaction that frees a space, while it holds the space: whoever waits may have
 * it now.
 *
 * @param blocked the times that were blocked, with what it took to set up and to clear up
 */
public record SlotsFreed(UUID spaceId, List<Slot> blocked) {}
