package org.jiceng.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the activity service tells: sites, bookings, honours, activities and who attended. */
public sealed interface ActivityEvent extends DomainEvent {

  /** An activity site and its spaces. */
  sealed interface SiteEvent extends ActivityEvent {}

  /** A site is in use from the effective date on; floor area in square metres. */
  @Contract("org.jiceng.activity.site-opened.v1")
  record SiteOpened(
      UUID siteId,
      SiteKind kind,
      SiteOrigin origin,
      String areaCode,
      UUID organizationId,
      BigDecimal floorArea)
      implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** A new floor area, in square metres, from the effective date on. */
  @Contract("org.jiceng.activity.site-measured.v1")
  record SiteMeasured(UUID siteId, BigDecimal floorArea) implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** The site is no longer in use from the effective date on. */
  @Contract("org.jiceng.activity.site-closed.v1")
  record SiteClosed(UUID siteId, @Nullable String reasonCode) implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** The site has a bookable space from the effective date on; capacity in persons. */
  @Contract("org.jiceng.activity.space-added.v1")
  record SpaceAdded(UUID siteId, UUID spaceId, int capacity) implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** The space can no longer be booked from the effective date on. */
  @Contract("org.jiceng.activity.space-closed.v1")
  record SpaceClosed(UUID siteId, UUID spaceId) implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** Another organisation manages the site from the effective date on. */
  @Contract("org.jiceng.activity.site-handed-over.v1")
  record SiteHandedOver(UUID siteId, UUID reorganizationId, UUID organizationId)
      implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** Where the site stands, in degrees of WGS 84; both null while nobody has said. */
  @Contract("org.jiceng.activity.site-described.v1")
  record SiteDescribed(UUID siteId, @Nullable BigDecimal latitude, @Nullable BigDecimal longitude)
      implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /**
   * How a space is equipped (codes of the list {@code equipment}), how many minutes it wants before
   * and after each use, and who confirms its bookings.
   */
  @Contract("org.jiceng.activity.space-described.v1")
  record SpaceDescribed(
      UUID siteId,
      UUID spaceId,
      List<String> equipment,
      int setUpMinutes,
      int clearUpMinutes,
      Approval approval)
      implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /**
   * The site is open by this week from the effective date on; the minutes of each day of the week
   * ({@code MONDAY}…), and of a holiday ({@code HOLIDAY}) where it has hours of its own.
   */
  @Contract("org.jiceng.activity.opening-hours-set.v1")
  record OpeningHoursSet(UUID siteId, HolidayRule holidayRule, Map<String, Long> openMinutes)
      implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** On one date the site is open for so many minutes, whatever its week says. */
  @Contract("org.jiceng.activity.opening-exception-set.v1")
  record OpeningExceptionSet(UUID siteId, LocalDate date, int openMinutes) implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** On that date the site is open as its week says, after all. */
  @Contract("org.jiceng.activity.opening-exception-withdrawn.v1")
  record OpeningExceptionWithdrawn(UUID siteId, LocalDate date) implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** The date is a public holiday, or a working day where the week would not have one. */
  @Contract("org.jiceng.activity.holiday-set.v1")
  record HolidaySet(LocalDate date, HolidayKind kind) implements SiteEvent {
    @Override
    public String aggregateId() {
      return date.toString();
    }
  }

  /** The date is an ordinary one, after all. */
  @Contract("org.jiceng.activity.holiday-withdrawn.v1")
  record HolidayWithdrawn(LocalDate date) implements SiteEvent {
    @Override
    public String aggregateId() {
      return date.toString();
    }
  }

  /**
   * The site, or the one space named, cannot be used from startsAt (inclusive) to endsAt
   * (exclusive). What became of the bookings it hit, each of them tells.
   */
  @Contract("org.jiceng.activity.closure-decided.v1")
  record ClosureDecided(
      UUID siteId,
      UUID closureId,
      @Nullable UUID spaceId,
      Instant startsAt,
      Instant endsAt,
      ClosureResolution resolution,
      @Nullable String reasonCode)
      implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** The closure is off: what it had closed can be used again. */
  @Contract("org.jiceng.activity.closure-cancelled.v1")
  record ClosureCancelled(UUID siteId, UUID closureId, @Nullable UUID spaceId)
      implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** Who may book at the site, and how many stretches of the week have a rule of their own. */
  @Contract("org.jiceng.activity.sharing-set.v1")
  record SharingSet(UUID siteId, SharingAudience audience, int rulesByHour) implements SiteEvent {
    @Override
    public String aggregateId() {
      return siteId.toString();
    }
  }

  /** A booking of a space. It shares the order of its space. */
  sealed interface BookingEvent extends ActivityEvent {}

  /** The space is the organisation's from startsAt (inclusive) to endsAt (exclusive). */
  @Contract("org.jiceng.activity.booking-confirmed.v1")
  record BookingConfirmed(
      UUID bookingId,
      UUID siteId,
      UUID spaceId,
      UUID organizationId,
      Instant startsAt,
      Instant endsAt)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** The space is free again. */
  @Contract("org.jiceng.activity.booking-cancelled.v1")
  record BookingCancelled(UUID bookingId, UUID siteId, UUID spaceId, UUID organizationId)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** The booking is another organisation's from the effective date on. */
  @Contract("org.jiceng.activity.booking-handed-over.v1")
  record BookingHandedOver(
      UUID bookingId,
      UUID siteId,
      UUID spaceId,
      UUID reorganizationId,
      UUID formerOrganizationId,
      UUID organizationId)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** The space is kept for the organisation until heldUntil, while it decides. */
  @Contract("org.jiceng.activity.booking-held.v1")
  record BookingHeld(
      UUID bookingId,
      UUID siteId,
      UUID spaceId,
      UUID organizationId,
      Instant startsAt,
      Instant endsAt,
      Instant heldUntil)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** The organisation asks for the space; it excludes nobody until it is approved. */
  @Contract("org.jiceng.activity.booking-requested.v1")
  record BookingRequested(
      UUID bookingId,
      UUID siteId,
      UUID spaceId,
      UUID organizationId,
      Instant startsAt,
      Instant endsAt)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** Whoever manages the site has refused the request. */
  @Contract("org.jiceng.activity.booking-refused.v1")
  record BookingRefused(
      UUID bookingId, UUID siteId, UUID spaceId, UUID organizationId, @Nullable String reasonCode)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** A hold ran out, or nobody decided on a request before its time began. */
  @Contract("org.jiceng.activity.booking-lapsed.v1")
  record BookingLapsed(UUID bookingId, UUID siteId, UUID spaceId, UUID organizationId)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** A hold or a request was given up before it was confirmed. */
  @Contract("org.jiceng.activity.booking-withdrawn.v1")
  record BookingWithdrawn(UUID bookingId, UUID siteId, UUID spaceId, UUID organizationId)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /**
   * Those who booked have come. Effective on the business date on which the use begins; minutes are
   * those of the whole booking; area and organisation are those of the site.
   */
  @Contract("org.jiceng.activity.booking-checked-in.v1")
  record BookingCheckedIn(
      UUID bookingId,
      UUID siteId,
      UUID spaceId,
      UUID organizationId,
      UUID siteOrganizationId,
      String areaCode,
      int minutes)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /**
   * Nobody came: what is left of the time is free again. Effective on the business date on which
   * the use would have begun; area and organisation are those of the site.
   */
  @Contract("org.jiceng.activity.booking-missed.v1")
  record BookingMissed(
      UUID bookingId,
      UUID siteId,
      UUID spaceId,
      UUID organizationId,
      UUID siteOrganizationId,
      String areaCode,
      int minutes)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** The time of the booking is near; told once for each booking. */
  @Contract("org.jiceng.activity.booking-reminder-due.v1")
  record BookingReminderDue(
      UUID bookingId,
      UUID siteId,
      UUID spaceId,
      UUID organizationId,
      Instant startsAt,
      Instant endsAt)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** The request is another organisation's from the effective date on. */
  @Contract("org.jiceng.activity.booking-request-handed-over.v1")
  record BookingRequestHandedOver(
      UUID bookingId,
      UUID siteId,
      UUID spaceId,
      UUID reorganizationId,
      UUID formerOrganizationId,
      UUID organizationId)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** An organisation that waits for a space to become free. It shares the order of its space. */
  sealed interface WaitlistEvent extends ActivityEvent {}

  /** The organisation waits for that time of the space. */
  @Contract("org.jiceng.activity.waitlist-entry-added.v1")
  record WaitlistEntryAdded(
      UUID waitlistEntryId,
      UUID siteId,
      UUID spaceId,
      UUID organizationId,
      Instant startsAt,
      Instant endsAt)
      implements WaitlistEvent {
    @Override
    public String aggregateId() {
      return waitlistEntryId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** It waits no longer. */
  @Contract("org.jiceng.activity.waitlist-entry-withdrawn.v1")
  record WaitlistEntryWithdrawn(
      UUID waitlistEntryId, UUID siteId, UUID spaceId, UUID organizationId)
      implements WaitlistEvent {
    @Override
    public String aggregateId() {
      return waitlistEntryId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** The time has begun without becoming free. */
  @Contract("org.jiceng.activity.waitlist-entry-lapsed.v1")
  record WaitlistEntryLapsed(UUID waitlistEntryId, UUID siteId, UUID spaceId, UUID organizationId)
      implements WaitlistEvent {
    @Override
    public String aggregateId() {
      return waitlistEntryId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /**
   * The time became free and is booked for the organisation, or requested where the space wants
   * approval.
   */
  @Contract("org.jiceng.activity.waitlist-entry-promoted.v1")
  record WaitlistEntryPromoted(
      UUID waitlistEntryId, UUID siteId, UUID spaceId, UUID organizationId, UUID bookingId)
      implements WaitlistEvent {
    @Override
    public String aggregateId() {
      return waitlistEntryId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** Another organisation waits in its place from the effective date on. */
  @Contract("org.jiceng.activity.waitlist-entry-handed-over.v1")
  record WaitlistEntryHandedOver(
      UUID waitlistEntryId, UUID siteId, UUID spaceId, UUID reorganizationId, UUID organizationId)
      implements WaitlistEvent {
    @Override
    public String aggregateId() {
      return waitlistEntryId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** A series of bookings by one rule; its bookings tell of themselves. */
  sealed interface SeriesEvent extends ActivityEvent {}

  /** A series was made: so many of its occurrences were had, so many were not. */
  @Contract("org.jiceng.activity.booking-series-booked.v1")
  record SeriesBooked(
      UUID seriesId, UUID siteId, UUID spaceId, UUID organizationId, int booked, int missed)
      implements SeriesEvent {
    @Override
    public String aggregateId() {
      return seriesId.toString();
    }
  }

  /** Occurrences of a series got another time: so many were had, so many were not. */
  @Contract("org.jiceng.activity.booking-series-changed.v1")
  record SeriesChanged(
      UUID seriesId, UUID siteId, UUID spaceId, UUID organizationId, int booked, int missed)
      implements SeriesEvent {
    @Override
    public String aggregateId() {
      return seriesId.toString();
    }
  }

  /** So many occurrences of a series were given back. */
  @Contract("org.jiceng.activity.booking-series-cancelled.v1")
  record SeriesCancelled(
      UUID seriesId, UUID siteId, UUID spaceId, UUID organizationId, int cancelled)
      implements SeriesEvent {
    @Override
    public String aggregateId() {
      return seriesId.toString();
    }
  }

  /** The series is another organisation's from the effective date on. */
  @Contract("org.jiceng.activity.booking-series-handed-over.v1")
  record SeriesHandedOver(
      UUID seriesId, UUID siteId, UUID spaceId, UUID reorganizationId, UUID organizationId)
      implements SeriesEvent {
    @Override
    public String aggregateId() {
      return seriesId.toString();
    }
  }

  /** A calendar feed of bookings. Its address is a secret and never told. */
  sealed interface CalendarEvent extends ActivityEvent {}

  /** The bookings of a site, or without one of an organisation, can be subscribed to. */
  @Contract("org.jiceng.activity.calendar-opened.v1")
  record CalendarOpened(UUID calendarId, @Nullable UUID siteId, UUID organizationId)
      implements CalendarEvent {
    @Override
    public String aggregateId() {
      return calendarId.toString();
    }
  }

  /** Its address shows nothing any more. */
  @Contract("org.jiceng.activity.calendar-revoked.v1")
  record CalendarRevoked(UUID calendarId, UUID organizationId) implements CalendarEvent {
    @Override
    public String aggregateId() {
      return calendarId.toString();
    }
  }

  /** Another organisation keeps the calendar from the effective date on. */
  @Contract("org.jiceng.activity.calendar-handed-over.v1")
  record CalendarHandedOver(UUID calendarId, UUID reorganizationId, UUID organizationId)
      implements CalendarEvent {
    @Override
    public String aggregateId() {
      return calendarId.toString();
    }
  }

  /**
   * A closure has hit the booking: it has another space at the same time. It shares the order of
   * the space that it has now.
   */
  @Contract("org.jiceng.activity.booking-moved.v1")
  record BookingMoved(
      UUID bookingId,
      UUID siteId,
      UUID spaceId,
      UUID organizationId,
      UUID formerSiteId,
      UUID formerSpaceId,
      Instant startsAt,
      Instant endsAt)
      implements BookingEvent {
    @Override
    public String aggregateId() {
      return bookingId.toString();
    }

    @Override
    public String partitionKey() {
      return spaceId.toString();
    }
  }

  /** A service brand. */
  sealed interface BrandEvent extends ActivityEvent {}

  /** The organisation holds a service brand from the effective date on. */
  @Contract("org.jiceng.activity.brand-awarded.v1")
  record BrandAwarded(UUID brandId, UUID organizationId, String areaCode) implements BrandEvent {
    @Override
    public String aggregateId() {
      return brandId.toString();
    }
  }

  /** The brand is no more from the effective date on. */
  @Contract("org.jiceng.activity.brand-withdrawn.v1")
  record BrandWithdrawn(UUID brandId, @Nullable String reasonCode) implements BrandEvent {
    @Override
    public String aggregateId() {
      return brandId.toString();
    }
  }

  /** Another organisation holds the brand from the effective date on. */
  @Contract("org.jiceng.activity.brand-handed-over.v1")
  record BrandHandedOver(UUID brandId, UUID reorganizationId, UUID organizationId)
      implements BrandEvent {
    @Override
    public String aggregateId() {
      return brandId.toString();
    }
  }

  /** The organisation is proposed for a service brand. */
  @Contract("org.jiceng.activity.brand-nominated.v1")
  record BrandNominated(UUID nominationId, UUID organizationId, String areaCode)
      implements BrandEvent {
    @Override
    public String aggregateId() {
      return nominationId.toString();
    }
  }

  /** The nomination was accepted; the brand of that id follows. */
  @Contract("org.jiceng.activity.brand-nomination-accepted.v1")
  record BrandNominationAccepted(UUID nominationId, UUID organizationId, UUID brandId)
      implements BrandEvent {
    @Override
    public String aggregateId() {
      return nominationId.toString();
    }
  }

  /** The nomination was sent back. */
  @Contract("org.jiceng.activity.brand-nomination-returned.v1")
  record BrandNominationReturned(
      UUID nominationId, UUID organizationId, @Nullable String reasonCode) implements BrandEvent {
    @Override
    public String aggregateId() {
      return nominationId.toString();
    }
  }

  /** It was looked at again on the effective date and holds until that day (inclusive). */
  @Contract("org.jiceng.activity.brand-renewed.v1")
  record BrandRenewed(UUID brandId, LocalDate validUntil) implements BrandEvent {
    @Override
    public String aggregateId() {
      return brandId.toString();
    }
  }

  /** It has contributed so many of what the code says on the effective date. */
  @Contract("org.jiceng.activity.brand-contributed.v1")
  record BrandContributed(UUID brandId, UUID contributionId, String contributionCode, int count)
      implements BrandEvent {
    @Override
    public String aggregateId() {
      return brandId.toString();
    }
  }

  /** A demonstration point. */
  sealed interface DemonstrationPointEvent extends ActivityEvent {}

  /** The organisation is a demonstration point from the effective date on. */
  @Contract("org.jiceng.activity.demonstration-point-designated.v1")
  record DemonstrationPointDesignated(
      UUID demonstrationPointId, UUID organizationId, String areaCode)
      implements DemonstrationPointEvent {
    @Override
    public String aggregateId() {
      return demonstrationPointId.toString();
    }
  }

  /** It is no longer one from the effective date on. */
  @Contract("org.jiceng.activity.demonstration-point-withdrawn.v1")
  record DemonstrationPointWithdrawn(UUID demonstrationPointId, @Nullable String reasonCode)
      implements DemonstrationPointEvent {
    @Override
    public String aggregateId() {
      return demonstrationPointId.toString();
    }
  }

  /** Another organisation is the demonstration point from the effective date on. */
  @Contract("org.jiceng.activity.demonstration-point-handed-over.v1")
  record DemonstrationPointHandedOver(
      UUID demonstrationPointId, UUID reorganizationId, UUID organizationId)
      implements DemonstrationPointEvent {
    @Override
    public String aggregateId() {
      return demonstrationPointId.toString();
    }
  }

  /** The organisation is proposed for the title of a demonstration point. */
  @Contract("org.jiceng.activity.demonstration-point-nominated.v1")
  record DemonstrationPointNominated(UUID nominationId, UUID organizationId, String areaCode)
      implements DemonstrationPointEvent {
    @Override
    public String aggregateId() {
      return nominationId.toString();
    }
  }

  /** The nomination was accepted; the demonstration point of that id follows. */
  @Contract("org.jiceng.activity.demonstration-point-nomination-accepted.v1")
  record DemonstrationPointNominationAccepted(
      UUID nominationId, UUID organizationId, UUID demonstrationPointId)
      implements DemonstrationPointEvent {
    @Override
    public String aggregateId() {
      return nominationId.toString();
    }
  }

  /** The nomination was sent back. */
  @Contract("org.jiceng.activity.demonstration-point-nomination-returned.v1")
  record DemonstrationPointNominationReturned(
      UUID nominationId, UUID organizationId, @Nullable String reasonCode)
      implements DemonstrationPointEvent {
    @Override
    public String aggregateId() {
      return nominationId.toString();
    }
  }

  /** It was looked at again on the effective date and holds until that day (inclusive). */
  @Contract("org.jiceng.activity.demonstration-point-renewed.v1")
  record DemonstrationPointRenewed(UUID demonstrationPointId, LocalDate validUntil)
      implements DemonstrationPointEvent {
    @Override
    public String aggregateId() {
      return demonstrationPointId.toString();
    }
  }

  /** It has contributed so many of what the code says on the effective date. */
  @Contract("org.jiceng.activity.demonstration-point-contributed.v1")
  record DemonstrationPointContributed(
      UUID demonstrationPointId, UUID contributionId, String contributionCode, int count)
      implements DemonstrationPointEvent {
    @Override
    public String aggregateId() {
      return demonstrationPointId.toString();
    }
  }

  /**
   * An activity from plan to minutes, who signs up and who attended. All of one share its order.
   */
  sealed interface AttendanceEvent extends ActivityEvent {}

  /** The organisation held an activity on the effective date. */
  @Contract("org.jiceng.activity.activity-held.v1")
  record ActivityHeld(UUID activityId, UUID organizationId, ActivityKind kind)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return activityId.toString();
    }
  }

  /**
   * Someone attended an activity of the organisation on the effective date: a member of its own, or
   * a mobile member whom it hosts by the registration. homeId is where the member was affiliated
   * that day; of a hosted one, member and home are null unless home and host know of each other.
   */
  @Contract("org.jiceng.activity.attendance-recorded.v1")
  record AttendanceRecorded(
      UUID attendanceId,
      UUID activityId,
      UUID organizationId,
      @Nullable UUID registrationId,
      @Nullable UUID memberId,
      @Nullable UUID homeId)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return attendanceId.toString();
    }

    @Override
    public String partitionKey() {
      return activityId.toString();
    }
  }

  /** What was recorded of an attendance was wrong: nobody attended by it. */
  @Contract("org.jiceng.activity.attendance-revoked.v1")
  record AttendanceRevoked(
      UUID attendanceId,
      UUID activityId,
      UUID organizationId,
      @Nullable UUID registrationId,
      @Nullable UUID memberId,
      @Nullable UUID homeId,
      @Nullable String reasonCode)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return attendanceId.toString();
    }

    @Override
    public String partitionKey() {
      return activityId.toString();
    }
  }

  /**
   * An activity is planned from startsAt (inclusive) to endsAt (exclusive), by the organisation
   * that keeps its record jointly with others; effective on the day on which it was planned. It is
   * told again when anything but its time changes.
   */
  @Contract("org.jiceng.activity.activity-planned.v1")
  record ActivityPlanned(
      UUID activityId,
      UUID organizationId,
      List<UUID> jointlyWithIds,
      ActivityKind kind,
      Instant startsAt,
      Instant endsAt,
      @Nullable UUID siteId,
      @Nullable UUID bookingId)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return activityId.toString();
    }
  }

  /** A planned activity takes place at another time; effective on the day of that decision. */
  @Contract("org.jiceng.activity.activity-rescheduled.v1")
  record ActivityRescheduled(UUID activityId, UUID organizationId, Instant startsAt, Instant endsAt)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return activityId.toString();
    }
  }

  /**
   * Another organisation takes the place of one that was to hold the activity, from the effective
   * date on.
   */
  @Contract("org.jiceng.activity.activity-handed-over.v1")
  record ActivityHandedOver(
      UUID activityId, UUID reorganizationId, UUID formerOrganizationId, UUID organizationId)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return activityId.toString();
    }
  }

  /** A planned activity does not take place; effective on the day on which that was decided. */
  @Contract("org.jiceng.activity.activity-cancelled.v1")
  record ActivityCancelled(UUID activityId, UUID organizationId, @Nullable String reasonCode)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return activityId.toString();
    }
  }

  /**
   * The organisation held an activity on the effective date together with the one that keeps its
   * record: it counts as held for each. There is one such event for each of the others, beside the
   * one activity-held of the leading organisation; attendances count at the leading one only.
   */
  @Contract("org.jiceng.activity.activity-held-jointly.v1")
  record ActivityHeldJointly(
      UUID activityId, UUID organizationId, UUID leadingOrganizationId, ActivityKind kind)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return activityId.toString();
    }
  }

  /**
   * So many members the organisations that held the activity had on its day, by what was known when
   * it was recorded as held: all of them may be expected at an assembly, a group meeting, a lecture
   * or a theme day. Effective on the activity's day.
   */
  @Contract("org.jiceng.activity.attendance-expected.v1")
  record AttendanceExpected(UUID activityId, UUID organizationId, ActivityKind kind, int expected)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return activityId.toString();
    }
  }

  /**
   * Minutes of the activity are on record, or others in their place; effective on the activity's
   * day.
   */
  @Contract("org.jiceng.activity.activity-minuted.v1")
  record ActivityMinuted(UUID activityId, UUID organizationId) implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return activityId.toString();
    }
  }

  /** A file belongs to the activity from the effective date on. */
  @Contract("org.jiceng.activity.attachment-added.v1")
  record AttachmentAdded(UUID attachmentId, UUID activityId, UUID organizationId)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return attachmentId.toString();
    }

    @Override
    public String partitionKey() {
      return activityId.toString();
    }
  }

  /** A file of the activity can no longer be had. */
  @Contract("org.jiceng.activity.attachment-removed.v1")
  record AttachmentRemoved(
      UUID attachmentId, UUID activityId, UUID organizationId, @Nullable String reasonCode)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return attachmentId.toString();
    }

    @Override
    public String partitionKey() {
      return activityId.toString();
    }
  }

  /** A member wants to come to an activity; on the waiting list where no place was left. */
  @Contract("org.jiceng.activity.signed-up.v1")
  record SignedUp(
      UUID signUpId, UUID activityId, UUID organizationId, UUID memberId, boolean waiting)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return signUpId.toString();
    }

    @Override
    public String partitionKey() {
      return activityId.toString();
    }
  }

  /** A place has become free for a member on the waiting list. */
  @Contract("org.jiceng.activity.sign-up-moved-up.v1")
  record SignUpMovedUp(UUID signUpId, UUID activityId, UUID organizationId, UUID memberId)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return signUpId.toString();
    }

    @Override
    public String partitionKey() {
      return activityId.toString();
    }
  }

  /** A member no longer wants to come. */
  @Contract("org.jiceng.activity.sign-up-withdrawn.v1")
  record SignUpWithdrawn(UUID signUpId, UUID activityId, UUID organizationId, UUID memberId)
      implements AttendanceEvent {
    @Override
    public String aggregateId() {
      return signUpId.toString();
    }

    @Override
    public String partitionKey() {
      return activityId.toString();
    }
  }

  /** How organisations keep the rules that say how often what must be held. */
  sealed interface CadenceEvent extends ActivityEvent {}

  /**
   * In the days from (inclusive) until (exclusive), which are over, an organisation had to hold so
   * many activities of a kind, and has held so many. What was told of the same days before is null
   * the first time; who need no longer have held any is told of with 0 required. Effective on the
   * last of these days.
   */
  @Contract("org.jiceng.activity.cadence-assessed.v1")
  record CadenceAssessed(
      UUID organizationId,
      ActivityKind kind,
      LocalDate from,
      LocalDate until,
      int required,
      int held,
      @Nullable Integer requiredBefore,
      @Nullable Integer heldBefore)
      implements CadenceEvent {
    @Override
    public String aggregateId() {
      return organizationId + ":" + kind + ":" + from.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Override
    public String partitionKey() {
      return organizationId.toString();
    }
  }

  /** The keys by which members' phones sign check-ins. */
  sealed interface DeviceKeyEvent extends ActivityEvent {}

  /** A phone of the member signs by a key of its own from the effective date on. */
  @Contract("org.jiceng.activity.device-key-registered.v1")
  record DeviceKeyRegistered(UUID deviceKeyId, UUID memberId) implements DeviceKeyEvent {
    @Override
    public String aggregateId() {
      return deviceKeyId.toString();
    }
  }

  /** What that key signs later counts no more. */
  @Contract("org.jiceng.activity.device-key-revoked.v1")
  record DeviceKeyRevoked(UUID deviceKeyId, UUID memberId) implements DeviceKeyEvent {
    @Override
    public String aggregateId() {
      return deviceKeyId.toString();
    }
  }

  /** What activities and sites cost, and what may be spent. Amounts in CNY. */
  sealed interface FundsEvent extends ActivityEvent {}

  /**
   * The organisation spent an amount on an activity or a site on the effective date; the area is
   * where the site lies, else the organisation's of that moment.
   */
  @Contract("org.jiceng.activity.cost-recorded.v1")
  record CostRecorded(
      UUID costId,
      UUID organizationId,
      @Nullable UUID activityId,
      @Nullable UUID siteId,
      String areaCode,
      BigDecimal amount,
      FundSource fundSource)
      implements FundsEvent {
    @Override
    public String aggregateId() {
      return costId.toString();
    }
  }

  /**
   * What was recorded of a cost was wrong: nothing was spent by it. Effective on the day of the
   * cost.
   */
  @Contract("org.jiceng.activity.cost-revoked.v1")
  record CostRevoked(
      UUID costId,
      UUID organizationId,
      @Nullable UUID activityId,
      @Nullable UUID siteId,
      String areaCode,
      BigDecimal amount,
      FundSource fundSource,
      @Nullable String reasonCode)
      implements FundsEvent {
    @Override
    public String aggregateId() {
      return costId.toString();
    }
  }

  /** What an area and those within it may spend in a calendar year; effective when it was set. */
  @Contract("org.jiceng.activity.budget-set.v1")
  record BudgetSet(String areaCode, int year, BigDecimal amount) implements FundsEvent {
    @Override
    public String aggregateId() {
      return areaCode + ":" + year;
    }
  }

  /** How sites, bookings, plans and honours follow a reorganisation. */
  sealed interface ActivityFollowing extends ActivityEvent {}

  /**
   * Some of the sites, bookings and activities to come, brands and demonstration points of a
   * reorganisation have followed it, as many as the counts say; complete when none is left. What
   * comes late follows later.
   */
  @Contract("org.jiceng.activity.reorganization-followed.v1")
  record ActivitiesFollowed(UUID reorganizationId, boolean complete, Map<String, Long> counts)
      implements ActivityFollowing {
    @Override
    public String aggregateId() {
      return reorganizationId.toString();
    }
  }

  /** What the activity service itself counts, for reconciliation. */
  sealed interface ActivityTally extends ActivityEvent, ServiceTally {
    @Override
    default String aggregateId() {
      return "activity";
    }
  }

  /**
   * The activity service's own counts by measure, of some moment before its place in the log. Told
   * no more: {@link ActivityCounted} says of which events it is the count.
   */
  @Contract("org.jiceng.activity.activity-counted.v1")
  record ActivityCountedV1(Map<String, Long> counts) implements ActivityTally {}

  /** The same by township. Told no more: {@link ActivityCountedByArea} has taken its place. */
  @Contract("org.jiceng.activity.activity-counted-by-area.v1")
  record ActivityCountedByAreaV1(Map<String, Long> counts)
      implements ActivityTally, ServiceTally.ByTownship {}

  /**
   * The activity service's own counts by measure: of all events of its log up to a position
   * (inclusive), and of those that were committed too but had no position yet.
   */
  @Contract("org.jiceng.activity.activity-counted.v2")
  record ActivityCounted(Map<String, Long> counts, long countedThrough, List<UUID> alsoCounted)
      implements ActivityTally, ServiceTally.OfNamedEvents {}

  /**
   * The same by township, each count under its measure and, after an @, the code of the township
   * that the first nine digits of the area's code say; no entry for none.
   */
  @Contract("org.jiceng.activity.activity-counted-by-area.v2")
  record ActivityCountedByArea(
      Map<String, Long> counts, long countedThrough, List<UUID> alsoCounted)
      implements ActivityTally, ServiceTally.ByTownship, ServiceTally.OfNamedEvents {}
}
