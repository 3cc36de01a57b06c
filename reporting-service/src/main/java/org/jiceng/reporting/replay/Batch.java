package org.jiceng.reporting.replay;

import java.util.List;
import org.jiceng.events.RecordedEvent;

/** What was read of one partition, from a place to another. */
public record Batch(Place from, Place to, List<RecordedEvent> events) {}
