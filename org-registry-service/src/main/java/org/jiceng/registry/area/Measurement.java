package org.jiceng.registry.area;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;

/** The resident figures of an area from a date on: persons, and households. */
public record Measurement(
    @PositiveOrZero long population,
    @PositiveOrZero long registeredPopulation,
    @PositiveOrZero long migrantPopulation,
    @PositiveOrZero long households,
    LocalDate effectiveOn) {}
