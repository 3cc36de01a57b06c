package org.jiceng.registry.post;

import java.time.LocalDate;
import java.util.UUID;

/** Who held a post, from when until when; without endedOn it is the present appointment. */
public record AppointmentView(
    UUID id,
    UUID holderId,
    LocalDate appointedOn,
    LocalDate termEndsOn,
    LocalDate endedOn,
    String reasonCode) {}
