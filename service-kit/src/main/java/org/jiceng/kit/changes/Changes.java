package org.jiceng.kit.changes;

import java.util.List;

/**
 * Some events in the order of their positions.
 *
 * @param items CloudEvents in structured JSON
 * @param nextAfter what to ask for next as {@code after}; the same as before when there was nothing
 */
public record Changes(List<Change> items, long nextAfter) {}
