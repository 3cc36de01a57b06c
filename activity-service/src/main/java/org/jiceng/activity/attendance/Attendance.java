package org.jiceng.activity.attendance;

import java.util.UUID;
import org.jiceng.events.ActivityEvent.AttendanceRecorded;
import org.jiceng.events.ActivityEvent.AttendanceRevoked;

/**
 * That one person attended an activity. With a registration it is a mobile member whom the
 * organisation hosts; member and home are known then only if home and host know of each other.
 */
record Attendance(
    UUID id,
    UUID activityId,
    UUID organizationId,
    UUID registrationId,
    UUID memberId,
    UUID homeId) {

  AttendanceRecorded recorded() {
    return new AttendanceRecorded(id, activityId, organizationId, registrationId, memberId, homeId);
  }

  AttendanceRevoked revoked(String reasonCode) {
    return new AttendanceRevoked(
        id, activityId, organizationId, registrationId, memberId, homeId, reasonCode);
  }
}
