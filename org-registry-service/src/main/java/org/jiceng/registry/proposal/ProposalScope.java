package org.jiceng.registry.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Named;
import org.jiceng.registry.Territory;

/** Who sees a proposal (those who made it, and those who have the record) and who decides it. */
@ApplicationScoped
class ProposalScope {
  private static final Set<String> DECIDING =
      Set.of(Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SYSTEM);
  private static final String MINE_TO_DECIDE =
      "(o.path <@ ?::ltree or p.organization_id is null and %s)"
          .formatted(Territory.NOW_WITHIN.formatted("p.area_code"));
  private static final String SEEN =
      "(p.proposed_by = ? or maker.path <@ ?::ltree or " + MINE_TO_DECIDE + ")";

  private final Caller caller;
  private final Scopes scopes;
  private final Named named;

  ProposalScope(Caller caller, Scopes scopes, Named named) {
    this.caller = caller;
    this.scopes = scopes;
    this.named = named;
  }

  /** Who is proposing; a caller without any scope speaks for no office. */
  Proposer proposer() {
    if (!caller.wholeDistrict() && caller.organizationId().isEmpty()) {
      throw new Problem(CommonProblems.FORBIDDEN);
    }
    return new Proposer(caller.subject(), caller.organizationId().orElse(null));
  }

  String subject() {
    return caller.subject();
  }

  /** Refuses what the caller may not see (404). */
  void requireSeen(Proposal p) {
    boolean own = p.proposedBy.equals(caller.subject());
    if (!own && !within(p.proposerOrganization) && !has(p)) {
      throw Problem.notFound();
    }
  }

  /** Refuses what is not the caller's to decide (404). */
  void requireDecides(Proposal p) {
    if (!decides() || !has(p)) {
      throw Problem.notFound();
    }
  }

  /** Only what the caller may see or, toMe, decide. */
  Condition on(Condition base, boolean toMe) {
    Optional<String> path = scopes.pathPrefix();
    if (toMe && !decides()) {
      base.and("?", false);
    }
    if (path.isEmpty()) {
      return base;
    }
    return toMe
        ? base.and(MINE_TO_DECIDE, path.get(), named.areaOfScope())
        : base.and(SEEN, caller.subject(), path.get(), path.get(), named.areaOfScope());
  }

  private boolean decides() {
    return DECIDING.stream().anyMatch(caller::has);
  }

  private boolean has(Proposal p) {
    return caller.wholeDistrict()
        || (p.organizationId == null
            ? named.isAreaInScope(p.areaCode)
            : scopes.contains(p.organizationId));
  }

  private boolean within(UUID organization) {
    return caller.wholeDistrict() || organization != null && scopes.contains(organization);
  }
}
