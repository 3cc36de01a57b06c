package org.jiceng.registry.area;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;

/** The resident figures of an area from a date on: persons, and households. */
public record Measurement(
    @NotNull @PositiveOrZero Long population,
    @NotNull @PositiveOrZero Long registeredPopulation,
    @NotNull @PositiveOrZero Long migrantPopulation,
    @NotNull @PositiveOrZero Long households,
    LocalDate effectiveOn) {}
