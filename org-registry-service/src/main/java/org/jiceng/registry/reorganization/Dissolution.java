package org.jiceng.registry.reorganization;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.kit.codes.ReasonCode;

/** The request to end one organisation at once, and who takes over. */
public record Dissolution(UUID successorId, @ReasonCode String reasonCode, LocalDate effectiveOn) {}
