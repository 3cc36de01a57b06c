package org.jiceng.activity.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jiceng.activity.life.Activities;
import org.jiceng.activity.life.Activity;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;

/** Where the organiser's device gets the code to show, while the activity goes on. */
@ApplicationScoped
class CodeDesk {
  private final Activities activities;
  private final CheckInCodes codes;
  private final CheckInPolicy policy;
  private final Scopes scopes;
  private final BusinessClock clock;

  CodeDesk(
      Activities activities,
      CheckInCodes codes,
      CheckInPolicy policy,
      Scopes scopes,
      BusinessClock clock) {
    this.activities = activities;
    this.codes = codes;
    this.policy = policy;
    this.scopes = scopes;
    this.clock = clock;
  }

  ShownCode show(UUID activityId) {
    Activity activity = activities.require(activityId);
    if (activity.holders().stream().noneMatch(scopes::contains)) {
      throw Problem.notFound();
    }
    Instant from = beginningOfTurn(clock.now());
    if (!CheckInTime.of(activity, policy).contains(clock.now())) {
      throw new Problem(CheckInProblems.NOT_OPEN, policy.opensBefore().toMinutes());
    }
    String code = codes.sign(new CheckInCode(activityId, from));
    return new ShownCode(code, from, from.plus(policy.codeLasts()));
  }

  private Instant beginningOfTurn(Instant now) {
    Duration turn = policy.codeLasts();
    return Instant.ofEpochSecond(now.getEpochSecond() / turn.toSeconds() * turn.toSeconds());
  }
}
