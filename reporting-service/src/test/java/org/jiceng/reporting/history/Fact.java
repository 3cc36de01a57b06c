package org.jiceng.reporting.history;

import java.time.LocalDate;
import org.jiceng.events.DomainEvent;

/** Something that happened on a day of a made-up history. */
record Fact(DomainEvent event, LocalDate on) {}
