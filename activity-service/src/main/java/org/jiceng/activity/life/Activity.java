package org.jiceng.activity.life;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jiceng.events.ActivityEvent.ActivityCancelled;
import org.jiceng.events.ActivityEvent.ActivityHeld;
import org.jiceng.events.ActivityEvent.ActivityHeldJointly;
import org.jiceng.events.ActivityEvent.ActivityMinuted;
import org.jiceng.events.ActivityEvent.ActivityPlanned;
import org.jiceng.events.ActivityEvent.ActivityRescheduled;
import org.jiceng.events.ActivityEvent.AttendanceEvent;
import org.jiceng.events.ActivityEvent.AttendanceExpected;
import org.jiceng.events.ActivityKind;
import org.jiceng.kit.problem.Problem;

/**
 * An activity that one or several organisations hold: planned for a time to come, or reported after
 * its day. Its day is a business date, its times are UTC and unknown of one that was reported.
 */
@Entity
@Table(name = "activity")
public class Activity {
  @Id
  @Column(name = "activity_id")
  UUID id;

  /** Who leads it and keeps its record: the first of its holders. */
  @Column(name = "organization_id")
  UUID organizationId;

  @ElementCollection
  @CollectionTable(name = "activity_holder", joinColumns = @JoinColumn(name = "activity_id"))
  @OrderColumn(name = "position")
  @Column(name = "organization_id")
  List<UUID> holders = new ArrayList<>();

  @Enumerated(EnumType.STRING)
  ActivityKind kind;

  @Enumerated(EnumType.STRING)
  ActivityState state;

  /** The day on which it was held, or is to be. */
  @Column(name = "held_on")
  LocalDate day;

  String title;

  /** Since when it is planned; null of one that was reported. */
  @Column(name = "planned_on")
  LocalDate plannedOn;

  @Column(name = "starts_at")
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "site_id")
  UUID siteId;

  @Column(name = "booking_id")
  UUID bookingId;

  String place;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> agenda = new ArrayList<>();

  @Embedded SignUpRule signUp;

  @Column(name = "reason_code")
  String reasonCode;

  /** How often minutes were written; the last ones count. */
  @Column(name = "minutes_number")
  int minutesNumber;

  @Version long version;

  protected Activity() {}

  private Activity(UUID id, List<UUID> holders, ActivityKind kind, String title, LocalDate day) {
    this.id = id;
    this.organizationId = holders.get(0);
    this.holders.addAll(holders);
    this.kind = kind;
    this.title = title;
    this.day = day;
  }

  /** One that has taken place. */
  static Activity held(UUID id, NewActivity wanted, List<UUID> holders) {
    Activity activity = new Activity(id, holders, wanted.kind(), wanted.title(), wanted.heldOn());
    activity.state = ActivityState.HELD;
    return activity;
  }

  /** One that is to take place on that day. */
  static Activity plan(
      UUID id,
      NewPlan wanted,
      List<UUID> holders,
      Span span,
      LocalDate day,
      Venue venue,
      LocalDate plannedOn) {
    Activity activity = new Activity(id, holders, wanted.kind(), wanted.title(), day);
    activity.state = ActivityState.PLANNED;
    activity.plannedOn = plannedOn;
    activity.startsAt = span.startsAt();
    activity.endsAt = span.endsAt();
    activity.siteId = venue.siteId();
    activity.bookingId = venue.bookingId();
    activity.place = venue.place();
    activity.agenda.addAll(wanted.agenda());
    activity.allowSignUp(wanted.signUp());
    return activity;
  }

  /** What others are told of a new plan. */
  ActivityPlanned planned() {
    return new ActivityPlanned(
        id, organizationId, others(), kind, startsAt, endsAt, siteId, bookingId);
  }

  /** Takes place at another time, before which its sign-up closes. */
  ActivityRescheduled reschedule(Span span, LocalDate on) {
    requirePlanned();
    if (signUp != null) {
      signUp.requireFits(span);
    }
    startsAt = span.startsAt();
    endsAt = span.endsAt();
    day = on;
    return new ActivityRescheduled(id, organizationId, startsAt, endsAt);
  }

  /** Does not take place. */
  ActivityCancelled cancel(String reason) {
    requirePlanned();
    state = ActivityState.CANCELLED;
    reasonCode = reason;
    return new ActivityCancelled(id, organizationId, reason);
  }

  /** Has begun. */
  List<AttendanceEvent> hold(Instant now, int expected) {
    requirePlanned();
    if (now.isBefore(startsAt)) {
      throw new Problem(ActivityProblems.NOT_BEGUN, startsAt);
    }
    return begin(expected);
  }

  /** Somebody is there by its code: it takes place, by whatever clock. */
  List<AttendanceEvent> begin(int expected) {
    requirePlanned();
    state = ActivityState.HELD;
    return told(expected);
  }

  /**
   * What others are told of one that took place: of each organisation that held it, and of how many
   * members those have, who may be expected.
   */
  List<AttendanceEvent> told(int expected) {
    List<AttendanceEvent> told = new ArrayList<>();
    told.add(new ActivityHeld(id, organizationId, kind));
    others().forEach(o -> told.add(new ActivityHeldJointly(id, o, organizationId, kind)));
    told.add(new AttendanceExpected(id, organizationId, kind, expected));
    return told;
  }

  /** Has minutes, or others in their place. */
  ActivityMinuted minute() {
    requireTookPlace();
    state = ActivityState.MINUTED;
    minutesNumber++;
    return new ActivityMinuted(id, organizationId);
  }

  /** Members sign up by this rule from now on; by none: they need not. */
  void allowSignUp(SignUpRule rule) {
    requirePlanned();
    if (rule != null) {
      rule.requireFits(new Span(startsAt, endsAt));
    }
    signUp = rule;
  }

  /** The rule by which members sign up at this moment (409 when they cannot). */
  public SignUpRule signUpAt(Instant now) {
    requirePlanned();
    if (signUp == null) {
      throw new Problem(ActivityProblems.NO_SIGN_UP);
    }
    signUp.requireOpen(now, startsAt);
    return signUp;
  }

  /** One of those that were to hold it together does not. */
  ActivityPlanned leave(UUID organization) {
    requirePlanned();
    if (organization.equals(organizationId)) {
      throw new Problem(ActivityProblems.LEADS).at("organizationId");
    }
    if (!holders.removeIf(organization::equals)) {
      throw Problem.notFound();
    }
    return planned();
  }

  /** Who attends, what was spent and what was said is recorded of one that took place (409). */
  public void requireTookPlace() {
    if (!state.tookPlace()) {
      throw new Problem(ActivityProblems.NOT_HELD, state);
    }
  }

  /** What is to come can only be changed of one that is still planned (409). */
  public void requirePlanned() {
    if (state != ActivityState.PLANNED) {
      throw new Problem(ActivityProblems.NOT_PLANNED, state);
    }
  }

  /** An heir may have taken the place of several. */
  private List<UUID> others() {
    return holders.stream().filter(o -> !o.equals(organizationId)).distinct().toList();
  }

  public UUID id() {
    return id;
  }

  /** Who keeps its record. */
  public UUID leadingOrganizationId() {
    return organizationId;
  }

  /** All who hold it, the leading one first. */
  public List<UUID> holders() {
    return holders.stream().distinct().toList();
  }

  /** The business date on which it was held, or is to be. */
  public LocalDate day() {
    return day;
  }

  public ActivityState state() {
    return state;
  }

  /** When it begins; null of one that was reported. */
  public Instant startsAt() {
    return startsAt;
  }

  /** When it ends; null of one that was reported. */
  public Instant endsAt() {
    return endsAt;
  }

  public UUID siteId() {
    return siteId;
  }

  /** How members sign up; null: they need not. */
  public SignUpRule signUp() {
    return signUp;
  }

  public long version() {
    return version;
  }
}
