package org.jiceng.activity.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody attended an activity: ids only.
 *
 * @param organizationId who held it
 * @param hosted whether a mobile member whom that organisation hosts
 * @param registrationId by which they are hosted; null of a member of one's own
 * @param memberId null of a hosted member whose home and host do not know of each other
 * @param homeId where the member was affiliated that day; null as memberId
 * @param cameBy how it came
 * @param scannedAt when the phone saw the code, by the phone's clock; null of one by list
 */
public record AttendanceView(
    UUID id,
    UUID activityId,
    UUID organizationId,
    LocalDate heldOn,
    boolean hosted,
    UUID registrationId,
    UUID memberId,
    UUID homeId,
    CameBy cameBy,
    Instant scannedAt) {}
