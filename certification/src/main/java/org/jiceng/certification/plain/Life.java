package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityEvent.ActivityHeldJointly;
import org.jiceng.events.ActivityEvent.AttendanceExpected;
import org.jiceng.events.ActivityEvent.AttendanceRecorded;
import org.jiceng.events.ActivityEvent.AttendanceRevoked;
import org.jiceng.events.ActivityEvent.BookingCheckedIn;
import org.jiceng.events.ActivityEvent.BookingMissed;
import org.jiceng.events.ActivityEvent.CadenceAssessed;
import org.jiceng.events.ActivityEvent.CostRecorded;
import org.jiceng.events.ActivityEvent.CostRevoked;
import org.jiceng.events.ActivityKind;
import org.jiceng.events.FundSource;
import org.jiceng.events.RecordedEvent;

/** What took place: activities, attendances, duties kept, bookings used, money spent. */
final class Life extends Things {
  private static final Set<ActivityKind> FOR_ALL_MEMBERS =
      EnumSet.of(
          ActivityKind.MEMBER_ASSEMBLY,
          ActivityKind.GROUP_MEETING,
          ActivityKind.LECTURE,
          ActivityKind.THEME_DAY);

  private final Map<UUID, ActivityKind> kinds = new HashMap<>();

  @Override
  void happened(RecordedEvent event) {
    if (event.data() instanceof ActivityHeld e) {
      kinds.put(e.activityId(), e.kind());
      put("activity", e.activityId(), e.organizationId(), null);
    } else if (event.data() instanceof ActivityHeldJointly e) {
      put("joint activity", e.activityId() + " " + e.organizationId(), e.organizationId(), null);
    } else if (event.data() instanceof AttendanceExpected e && FOR_ALL_MEMBERS.contains(e.kind())) {
      BigDecimal expected = BigDecimal.valueOf(e.expected());
      put("expected", e.activityId(), e.organizationId(), null, expected);
    } else if (event.data() instanceof AttendanceRecorded e) {
      attended(e);
    } else if (event.data() instanceof AttendanceRevoked e) {
      remove("attendance", e.attendanceId());
      remove("attendance hosted", e.attendanceId());
      remove("attendance of expected", e.attendanceId());
      remove("attendance of members", e.attendanceId());
      remove("attendance away", e.attendanceId());
    } else if (event.data() instanceof CadenceAssessed e) {
      assessed(e);
    } else {
      usedOrSpent(event);
    }
  }

  private void attended(AttendanceRecorded e) {
    boolean hosted = e.registrationId() != null;
    put("attendance", e.attendanceId(), e.organizationId(), null);
    if (hosted) {
      put("attendance hosted", e.attendanceId(), e.organizationId(), null);
    } else if (FOR_ALL_MEMBERS.contains(kinds.get(e.activityId()))) {
      put("attendance of expected", e.attendanceId(), e.organizationId(), null);
    }
    if (e.homeId() != null) {
      put("attendance of members", e.attendanceId(), e.homeId(), null);
      if (hosted) {
        put("attendance away", e.attendanceId(), e.homeId(), null);
      }
    }
  }

  private void assessed(CadenceAssessed e) {
    remove("duty", e.aggregateId());
    remove("duty kept", e.aggregateId());
    if (e.required() > 0) {
      put("duty", e.aggregateId(), e.organizationId(), null);
      if (e.held() >= e.required()) {
        put("duty kept", e.aggregateId(), e.organizationId(), null);
      }
    }
  }

  private void usedOrSpent(RecordedEvent event) {
    if (event.data() instanceof BookingCheckedIn e) {
      put("booking used", e.bookingId(), e.siteOrganizationId(), e.areaCode());
      BigDecimal minutes = BigDecimal.valueOf(e.minutes());
      put("minutes used", e.bookingId(), e.siteOrganizationId(), e.areaCode(), minutes);
    } else if (event.data() instanceof BookingMissed e) {
      put("booking missed", e.bookingId(), e.siteOrganizationId(), e.areaCode());
    } else if (event.data() instanceof CostRecorded e) {
      put("cost", e.costId(), e.organizationId(), e.areaCode(), e.amount());
      put("cost " + e.fundSource(), e.costId(), e.organizationId(), e.areaCode(), e.amount());
      if (e.activityId() != null) {
        put("cost of activity", e.costId(), e.organizationId(), e.areaCode(), e.amount());
      }
    } else if (event.data() instanceof CostRevoked e) {
      remove("cost", e.costId());
      remove("cost of activity", e.costId());
      for (FundSource source : FundSource.values()) {
        remove("cost " + source, e.costId());
      }
    }
  }
}
