package org.jiceng.member.membership;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Scopes;

/**
 * What a caller learns whose request a record beyond their scope forbids: whom to ask, and nothing
 * else, neither what is recorded nor where; or anybody's ID number could be tried out. Each such
 * answer is on record, with the record that it was about.
 */
@ApplicationScoped
public class Discretion {
  /** What the audit log calls it. */
  public static final String ACTION = "ask-the-district";

  private static final ProblemType ASK_THE_DISTRICT = new ProblemType(409, ACTION);

  private final Scopes scopes;
  private final Caller caller;
  private final Audit audit;

  Discretion(Scopes scopes, Caller caller, Audit audit) {
    this.scopes = scopes;
    this.caller = caller;
    this.audit = audit;
  }

  /** The reason itself for whoever's scope the record lies in; for all others whom to ask. */
  public Problem about(
      Problem reason, String field, String recordType, UUID id, UUID organization) {
    if (mayKnow(organization)) {
      return reason;
    }
    audit.asked(ACTION, recordType, id);
    return isDistrict() ? reason : new Problem(ASK_THE_DISTRICT).at(field);
  }

  /** The same in a race, where what was met cannot be looked at any more. */
  public Problem about(Problem reason, String field, String recordType) {
    return called() && caller.wholeDistrict()
        ? reason
        : about(reason, field, recordType, null, null);
  }

  /** What our own jobs meet is for the administration to read. */
  private boolean mayKnow(UUID organization) {
    return !called() || (organization != null && scopes.contains(organization));
  }

  private boolean called() {
    return Arc.container().requestContext().isActive() && !caller.isOurselves();
  }

  /** Another district, which has signed for its question, has no role here; it hears one word. */
  private boolean isDistrict() {
    return caller.roles().isEmpty();
  }

  /** The same where even that there is such a record is not for the caller to know. */
  public Problem denying(String recordType, UUID id) {
    audit.asked(ACTION, recordType, id);
    return Problem.notFound();
  }
}
