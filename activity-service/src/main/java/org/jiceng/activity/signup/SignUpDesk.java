package org.jiceng.activity.signup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.activity.attendance.Attendees;
import org.jiceng.activity.attendance.WhoMayAttend;
import org.jiceng.activity.life.Activities;
import org.jiceng.activity.life.Activity;
import org.jiceng.activity.life.PlanDesk;
import org.jiceng.activity.life.SignUpRule;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/**
 * Where members sign up: each for himself or herself, or those of its own an office that holds the
 * activity. One at a time changes a list, since what is free depends on all who came before.
 */
@ApplicationScoped
class SignUpDesk {
  private static final String RECORD = "sign-up";

  /** Who acts for others. A member's token may name a scope too, but opens nothing by it. */
  private static final Set<String> OFFICES =
      Set.of(Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM);

  private final SignUps signUps;
  private final Activities activities;
  private final PlanDesk plans;
  private final WhoMayAttend people;
  private final Caller caller;
  private final Scopes scopes;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  SignUpDesk(
      SignUps signUps,
      Activities activities,
      PlanDesk plans,
      WhoMayAttend people,
      Caller caller,
      Scopes scopes,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.signUps = signUps;
    this.activities = activities;
    this.plans = plans;
    this.people = people;
    this.caller = caller;
    this.scopes = scopes;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** The caller, who is a member; to one who cannot come the activity is not there (404). */
  List<SignUp> signUpMyself(UUID activityId) {
    UUID me = caller.memberId().orElseThrow(Problem::notFound);
    Activity activity = activities.hold(activityId);
    Attendees who = new Attendees(List.of(me), List.of());
    if (people.those(activity, activity.day(), who).isEmpty()) {
      throw Problem.notFound();
    }
    return signUp(activity, List.of(me));
  }

  /** Members, by an office that holds it. */
  List<SignUp> signUp(UUID activityId, List<UUID> members) {
    Activity activity = activities.hold(activityId);
    requireHeldHere(activity);
    people.among(activity, new Attendees(members, List.of()));
    return signUp(activity, members);
  }

  /** By another rule from now on; a higher limit lets those move up who have waited longest. */
  void allow(UUID activityId, SignUpRule rule) {
    Activity activity = activities.hold(activityId);
    plans.allowSignUp(activity, rule);
    moveUp(activity);
  }

  /** One who does not come after all; who has waited longest takes the place. */
  SignUp withdraw(UUID activityId, UUID id) {
    Activity activity = activities.hold(activityId);
    SignUp signUp = signUps.find(activityId, id).orElseThrow(Problem::notFound);
    if (!caller.memberId().filter(signUp.memberId()::equals).isPresent()) {
      requireOffice();
      requireHeldHere(activity);
    }
    activity.requirePlanned();
    signUps.withdraw(id);
    outbox.append(signUp.withdrawn(activity), clock.today());
    audit.write("withdraw", RECORD, id);
    moveUp(activity);
    return new SignUp(
        id, activityId, signUp.memberId(), SignUpState.WITHDRAWN, signUp.signedUpAt());
  }

  Page<SignUp> page(UUID activityId, PageRequest page) {
    requireHeldHere(activities.require(activityId));
    Page<SignUp> found = signUps.page(activityId, page);
    audit.read(RECORD, found.items().stream().map(SignUp::id).toList());
    return found;
  }

  private List<SignUp> signUp(Activity activity, List<UUID> members) {
    Instant now = clock.now();
    SignUpRule rule = activity.signUpAt(now);
    Set<UUID> wanted = new LinkedHashSet<>(members);
    List<SignUp> all = new ArrayList<>(signUps.of(activity.id(), wanted));
    all.forEach(known -> wanted.remove(known.memberId()));
    long places = rule.limit() - signUps.taken(activity.id());
    List<SignUp> added = signUps.add(activity.id(), List.copyOf(wanted), places, now);
    outbox.appendAll(added.stream().map(one -> one.signedUp(activity)).toList(), clock.today());
    audit.writeAll("sign-up", RECORD, added.stream().map(SignUp::id).toList());
    all.addAll(added);
    return all;
  }

  private void moveUp(Activity activity) {
    if (activity.signUp() == null) {
      return;
    }
    long places = activity.signUp().limit() - signUps.taken(activity.id());
    List<SignUp> moved = signUps.moveUp(activity.id(), places);
    outbox.appendAll(moved.stream().map(one -> one.movedUp(activity)).toList(), clock.today());
    audit.writeAll("move-up", RECORD, moved.stream().map(SignUp::id).toList());
  }

  private void requireOffice() {
    if (OFFICES.stream().noneMatch(caller::has)) {
      throw Problem.notFound();
    }
  }

  private void requireHeldHere(Activity activity) {
    if (activity.holders().stream().noneMatch(scopes::contains)) {
      throw Problem.notFound();
    }
  }
}
