package org.jiceng.member.mobile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.member.membership.Member;

/**
 * For which end of an absence the caller may act. Who is at neither end does not see it (404), nor
 * does the host before the home has said that the member is away; who is at the wrong end is told
 * so (403).
 */
@ApplicationScoped
class AbsenceOffices {
  private static final Set<String> ACTING =
      Set.of(Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM);

  private final Scopes scopes;
  private final Caller caller;

  AbsenceOffices(Scopes scopes, Caller caller) {
    this.scopes = scopes;
    this.caller = caller;
  }

  /** What the caller's report about a member is worth: the home's word, or the member's own. */
  AbsenceState word(Member member) {
    if (isOffice() && scopes.contains(member.organizationId())) {
      return AbsenceState.CONFIRMED;
    }
    if (isOwn(member.id())) {
      return AbsenceState.REPORTED_BY_MEMBER;
    }
    throw Problem.notFound();
  }

  void requireHome(Absence absence) {
    if (!scopes.contains(absence.homeId)) {
      requireSight(absence);
      throw new Problem(MobileProblems.NOT_HOME);
    }
  }

  void requireHost(Absence absence) {
    if (absence.hostId == null || !scopes.contains(absence.hostId)) {
      requireSight(absence);
      throw new Problem(MobileProblems.NOT_HOST);
    }
  }

  /** The caller may look at one of the two ends, or is the member. */
  void requireSight(Absence absence) {
    if (!isOwn(absence.memberId)
        && !(mayLook() && (scopes.contains(absence.homeId) || isHost(absence)))) {
      throw Problem.notFound();
    }
  }

  boolean isOwn(UUID memberId) {
    return caller.has(Roles.MEMBER) && caller.memberId().filter(memberId::equals).isPresent();
  }

  /** Whether the caller may see all absences of a scope; auditors do not act in them. */
  boolean mayLook() {
    return isOffice() || caller.has(Roles.AUDITOR);
  }

  /** The member who the caller is (404 for who is none). */
  UUID ownId() {
    return caller.memberId().orElseThrow(Problem::notFound);
  }

  private boolean isHost(Absence absence) {
    return absence.hostId != null
        && (absence.state == AbsenceState.CONFIRMED || absence.state == AbsenceState.ENDED)
        && scopes.contains(absence.hostId);
  }

  /** A member's token may carry an organisation, and roles of other trades; that is no office. */
  private boolean isOffice() {
    return ACTING.stream().anyMatch(caller::has);
  }
}
