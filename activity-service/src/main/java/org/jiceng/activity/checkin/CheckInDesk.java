package org.jiceng.activity.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.attendance.AttendanceDesk;
import org.jiceng.activity.attendance.Attendees;
import org.jiceng.activity.attendance.CameBy;
import org.jiceng.activity.attendance.WhoMayAttend;
import org.jiceng.activity.attendance.WhoMayAttend.Attendee;
import org.jiceng.activity.life.Activities;
import org.jiceng.activity.life.Activity;
import org.jiceng.activity.life.ActivityDesk;
import org.jiceng.activity.life.ActivityState;
import org.jiceng.kit.problem.Messages;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.time.BusinessClock;

/** Where a member's phone hands in what it has seen, at once or when it is online again. */
@ApplicationScoped
class CheckInDesk {
  private final CheckInCodes codes;
  private final DeviceKeys keys;
  private final Activities activities;
  private final ActivityDesk life;
  private final AttendanceDesk attendances;
  private final WhoMayAttend people;
  private final CheckInPolicy policy;
  private final CheckIns checkIns;
  private final Caller caller;
  private final BusinessClock clock;

  CheckInDesk(
      CheckInCodes codes,
      DeviceKeys keys,
      Activities activities,
      ActivityDesk life,
      AttendanceDesk attendances,
      WhoMayAttend people,
      CheckInPolicy policy,
      CheckIns checkIns,
      Caller caller,
      BusinessClock clock) {
    this.codes = codes;
    this.keys = keys;
    this.activities = activities;
    this.life = life;
    this.attendances = attendances;
    this.people = people;
    this.policy = policy;
    this.checkIns = checkIns;
    this.caller = caller;
    this.clock = clock;
  }

  /** Each on its own: a bad one takes none of the others along. */
  List<CheckInAnswer> handIn(List<String> proofs, Messages words) {
    UUID me = caller.memberId().orElseThrow(Problem::notFound);
    return proofs.stream().map(proof -> handIn(proof, me, words)).toList();
  }

  private CheckInAnswer handIn(String text, UUID me, Messages words) {
    try {
      Proof proof = Proof.parse(text);
      DeviceKey key =
          keys.usable(proof.keyId(), me)
              .orElseThrow(() -> new Problem(CheckInProblems.KEY_UNKNOWN));
      Proof.Claims claims = proof.signedBy(key);
      CheckInCode code = checked(claims, key, me);
      return record(code, claims, key);
    } catch (Problem refused) {
      return CheckInAnswer.refused(refused, words);
    }
  }

  /** What needs no look at the activity. */
  private CheckInCode checked(Proof.Claims claims, DeviceKey key, UUID me) {
    require(claims.memberId().equals(me), CheckInProblems.NOT_YOURS);
    CheckInCode code =
        codes.read(claims.code()).orElseThrow(() -> new Problem(CheckInProblems.CODE_FORGED));
    Instant shownUntil = code.shownFrom().plus(policy.codeLasts());
    require(
        !clock.now().isAfter(shownUntil.plus(policy.handedInWithin())),
        CheckInProblems.CODE_EXPIRED);
    require(
        !claims.scannedAt().isBefore(code.shownFrom().minus(policy.clockError()))
            && !claims.scannedAt().isAfter(shownUntil.plus(policy.clockError())),
        CheckInProblems.NOT_THEN);
    require(
        key.couldSign(code, policy.codeLasts(), claims.scannedAt()), CheckInProblems.KEY_NOT_THEN);
    return code;
  }

  private CheckInAnswer record(CheckInCode code, Proof.Claims claims, DeviceKey key) {
    Activity activity = activities.hold(code.activityId());
    require(activity.state() != ActivityState.CANCELLED, CheckInProblems.CANCELLED);
    CheckInTime time = CheckInTime.of(activity, policy);
    require(time.meets(code.shownFrom(), policy), CheckInProblems.NOT_DURING);
    Attendee who =
        people
            .those(activity, activity.day(), new Attendees(List.of(claims.memberId()), List.of()))
            .stream()
            .findFirst()
            .orElseThrow(() -> new Problem(CheckInProblems.NOT_ENTITLED));
    Instant now = clock.now();
    if (!checkIns.add(code, key.id(), claims, now)) {
      return CheckInAnswer.already(activity.id());
    }
    life.begun(activity);
    CameBy how = now.isBefore(time.until()) ? CameBy.CODE : CameBy.LATE;
    return attendances
        .came(activity, who, how, claims.scannedAt())
        .map(attendance -> CheckInAnswer.recorded(activity.id(), attendance))
        .orElseGet(() -> CheckInAnswer.already(activity.id()));
  }

  private static void require(boolean held, ProblemType otherwise) {
    if (!held) {
      throw new Problem(otherwise);
    }
  }
}
