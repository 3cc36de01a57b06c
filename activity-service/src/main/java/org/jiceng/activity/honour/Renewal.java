package org.jiceng.activity.honour;

import java.time.LocalDate;

/** From when on an honour goes on. */
public record Renewal(LocalDate effectiveOn) {}
