package org.jiceng.reporting.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.events.ActivityEvent;
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

/** What took place, who came, what was used and what it cost: a part of the one {@link Fold}. */
final class ActivityFold {
  /** To these all members of who holds them are expected. */
  private static final Set<ActivityKind> FOR_ALL_MEMBERS =
      EnumSet.of(
          ActivityKind.MEMBER_ASSEMBLY,
          ActivityKind.GROUP_MEETING,
          ActivityKind.LECTURE,
          ActivityKind.THEME_DAY);

  private static final String KIND = "activityKind";

  private final LocalDate on;
  private final RecordState state;
  private final List<Posting> postings = new ArrayList<>();

  ActivityFold(LocalDate on, RecordState state) {
    this.on = on;
    this.state = state;
  }

  /** The postings of an event; none where nothing took place by it. */
  List<Posting> of(ActivityEvent event) {
    if (event instanceof ActivityHeld e) {
      state.put(KIND, e.kind().name());
      of("activity", e.organizationId(), e.activityId(), 1);
    } else if (event instanceof ActivityHeldJointly e) {
      of("activity.jointly", e.organizationId(), e.activityId(), 1);
    } else if (event instanceof AttendanceExpected e && FOR_ALL_MEMBERS.contains(e.kind())) {
      of("attendance.expected", e.organizationId(), e.activityId(), e.expected());
    } else if (event instanceof AttendanceRecorded e) {
      attended(e.attendanceId(), e.organizationId(), e.homeId(), e.registrationId() != null, 1);
    } else if (event instanceof AttendanceRevoked e) {
      attended(e.attendanceId(), e.organizationId(), e.homeId(), e.registrationId() != null, -1);
    } else if (event instanceof CadenceAssessed e) {
      assessed(e);
    } else {
      usedOrSpent(event);
    }
    return postings;
  }

  private void usedOrSpent(ActivityEvent event) {
    if (event instanceof BookingCheckedIn e) {
      at("booking.used", e.siteOrganizationId(), e.areaCode(), e.bookingId(), BigDecimal.ONE);
      BigDecimal minutes = new BigDecimal(e.minutes());
      at("site.usedMinutes", e.siteOrganizationId(), e.areaCode(), e.bookingId(), minutes);
    } else if (event instanceof BookingMissed e) {
      at("booking.missed", e.siteOrganizationId(), e.areaCode(), e.bookingId(), BigDecimal.ONE);
    } else if (event instanceof CostRecorded e) {
      spent(e, e.amount());
    } else if (event instanceof CostRevoked e) {
      spent(
          new CostRecorded(
              e.costId(),
              e.organizationId(),
              e.activityId(),
              e.siteId(),
              e.areaCode(),
              e.amount(),
              e.fundSource()),
          e.amount().negate());
    }
  }

  /** Counted once among all costs, once by its source, and once more if it was for an activity. */
  private void spent(CostRecorded cost, BigDecimal amount) {
    at("cost", cost.organizationId(), cost.areaCode(), cost.costId(), amount);
    String source = "cost." + cost.fundSource();
    at(source, cost.organizationId(), cost.areaCode(), cost.costId(), amount);
    if (cost.activityId() != null) {
      at("cost.activity", cost.organizationId(), cost.areaCode(), cost.costId(), amount);
    }
  }

  /**
   * Counted once among all attendances, where the activity was held, and once among those of the
   * members of a home, where the home is known: two counts of one thing, which nobody adds up.
   */
  private void attended(UUID attendance, UUID organization, UUID home, boolean hosted, int amount) {
    of("attendance", organization, attendance, amount);
    if (hosted) {
      of("attendance.hosted", organization, attendance, amount);
    } else if (isForAllMembers()) {
      of("attendance.ofExpected", organization, attendance, amount);
    }
    if (home != null) {
      of("attendance.member", home, attendance, amount);
      if (hosted) {
        of("attendance.memberAway", home, attendance, amount);
      }
    }
  }

  private boolean isForAllMembers() {
    String kind = state.get(KIND);
    return kind != null && FOR_ALL_MEMBERS.contains(ActivityKind.valueOf(kind));
  }

  /** What was told of the same days before no longer holds. */
  private void assessed(CadenceAssessed e) {
    int dueBefore = e.requiredBefore() == null || e.requiredBefore() == 0 ? 0 : 1;
    int keptBefore = dueBefore == 1 && e.heldBefore() >= e.requiredBefore() ? 1 : 0;
    int due = e.required() == 0 ? 0 : 1;
    int kept = due == 1 && e.held() >= e.required() ? 1 : 0;
    of("cadence.due", e.organizationId(), e.organizationId(), due - dueBefore);
    of("cadence.kept", e.organizationId(), e.organizationId(), kept - keptBefore);
  }

  private void of(String measure, UUID organization, UUID record, int amount) {
    at(measure, organization, null, record, new BigDecimal(amount));
  }

  private void at(String measure, UUID organization, String area, UUID record, BigDecimal amount) {
    if (amount.signum() != 0) {
      postings.add(new Posting(measure, organization, area, record.toString(), on, amount));
    }
  }
}
