package org.jiceng.activity.signup;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.activity.life.Activity;
import org.jiceng.events.ActivityEvent.SignUpMovedUp;
import org.jiceng.events.ActivityEvent.SignUpWithdrawn;
import org.jiceng.events.ActivityEvent.SignedUp;

/** That a member wants to come to an activity; ids only. */
@Schema(name = "SignUp")
record SignUp(UUID id, UUID activityId, UUID memberId, SignUpState state, Instant signedUpAt) {

  SignedUp signedUp(Activity activity) {
    return new SignedUp(
        id, activityId, activity.leadingOrganizationId(), memberId, state == SignUpState.WAITING);
  }

  SignUpMovedUp movedUp(Activity activity) {
    return new SignUpMovedUp(id, activityId, activity.leadingOrganizationId(), memberId);
  }

  SignUpWithdrawn withdrawn(Activity activity) {
    return new SignUpWithdrawn(id, activityId, activity.leadingOrganizationId(), memberId);
  }
}
