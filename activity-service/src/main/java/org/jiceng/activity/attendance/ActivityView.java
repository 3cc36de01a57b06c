package org.jiceng.activity.attendance;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.ActivityKind;

/**
 * An activity as it goes out.
 *
 * @param attendances how many attended
 * @param hosted how many of these are mobile members whom the organisation hosts
 */
public record ActivityView(
    UUID id,
    UUID organizationId,
    ActivityKind kind,
    LocalDate heldOn,
    long attendances,
    long hosted,
    long version) {}
