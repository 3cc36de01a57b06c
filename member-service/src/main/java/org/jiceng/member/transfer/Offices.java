package org.jiceng.member.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;

/**
 * For which end of a transfer the caller may act. Who is at neither end does not see it (404); who
 * is at the wrong one is told so (403).
 */
@ApplicationScoped
class Offices {
  private static final Set<String> ACTING =
      Set.of(Roles.DISTRICT_ADMIN, Roles.REGISTRAR, Roles.SECRETARY, Roles.SYSTEM);

  private final Scopes scopes;
  private final Caller caller;

  Offices(Scopes scopes, Caller caller) {
    this.scopes = scopes;
    this.caller = caller;
  }

  /** The caller acts for one of the two ends, or is the member. */
  void requireEither(Transfer transfer) {
    requireAtAnEnd(transfer, isOffice());
  }

  /** The caller may look at one of the two ends, or is the member. */
  void requireSight(Transfer transfer) {
    requireAtAnEnd(transfer, mayLook());
  }

  private void requireAtAnEnd(Transfer transfer, boolean entitled) {
    if (!isOwn(transfer)
        && !(entitled && (holds(transfer.sourceId) || holds(transfer.destinationId)))) {
      throw Problem.notFound();
    }
  }

  void requireSource(Transfer transfer) {
    if (!holds(transfer.sourceId)) {
      requireEither(transfer);
      throw new Problem(TransferProblems.NOT_SOURCE);
    }
  }

  void requireDestination(Transfer transfer) {
    if (!holds(transfer.destinationId)) {
      requireEither(transfer);
      throw new Problem(TransferProblems.NOT_DESTINATION);
    }
  }

  /** The caller may look at one of the batch's ends. */
  void requireSight(Batch batch) {
    if (!holds(batch.sourceId()) && !holds(batch.destinationId())) {
      throw Problem.notFound();
    }
  }

  void requireSource(Batch batch) {
    requireSight(batch);
    if (!holds(batch.sourceId())) {
      throw new Problem(TransferProblems.NOT_SOURCE);
    }
  }

  void requireDestination(Batch batch) {
    requireSight(batch);
    if (!holds(batch.destinationId())) {
      throw new Problem(TransferProblems.NOT_DESTINATION);
    }
  }

  /** The source acknowledges; where that lies elsewhere, the destination notes that it did. */
  void requireAcknowledging(Transfer transfer) {
    if (transfer.sourceId == null) {
      requireDestination(transfer);
    } else {
      requireSource(transfer);
    }
  }

  /** The source refuses what is asked of it, the destination what the source has approved. */
  void requireTurn(Transfer transfer) {
    if (transfer.letter == null) {
      requireSource(transfer);
    } else {
      requireDestination(transfer);
    }
  }

  /** An end elsewhere is nobody's here. */
  private boolean holds(UUID organizationId) {
    return organizationId != null && scopes.contains(organizationId);
  }

  /** The caller acts for the source, or is the member. */
  boolean knowsSource(Transfer transfer) {
    return isOwn(transfer) || holds(transfer.sourceId);
  }

  /** Those of the organisations that the caller holds, by one question. */
  Set<UUID> held(Set<UUID> organizationIds) {
    return scopes.within(organizationIds);
  }

  /** The caller is the member. */
  void requireOwn(Transfer transfer) {
    if (!isOwn(transfer)) {
      throw Problem.notFound();
    }
  }

  boolean isOwn(Transfer transfer) {
    return caller.has(Roles.MEMBER)
        && caller.memberId().filter(transfer.memberId::equals).isPresent();
  }

  /** Whether the caller may see all transfers of a scope; auditors do not act in them. */
  boolean mayLook() {
    return isOffice() || caller.has(Roles.AUDITOR);
  }

  /** A member's token may carry an organisation, and roles of other trades; that is no office. */
  private boolean isOffice() {
    return ACTING.stream().anyMatch(caller::has);
  }
}
