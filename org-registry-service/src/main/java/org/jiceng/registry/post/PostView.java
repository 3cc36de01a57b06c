package org.jiceng.registry.post;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.PostKind;

/** A post as it goes out; without an appointment it is vacant. */
public record PostView(
    UUID id,
    UUID organizationId,
    PostKind kind,
    LocalDate createdOn,
    LocalDate abolishedOn,
    String abolishedReason,
    UUID appointmentId,
    UUID holderId,
    LocalDate filledOn,
    LocalDate termEndsOn,
    LocalDate vacantSince,
    long version) {}
