package org.jiceng.registry.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Who covered a unit, from a day on and until another (null: still), recorded when. */
public record CoverageStretch(
    UUID organizationId, LocalDate since, LocalDate until, Instant recordedAt) {}
