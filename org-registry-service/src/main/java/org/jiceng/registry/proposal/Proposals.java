package org.jiceng.registry.proposal;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.ProposalAccepted;
import org.jiceng.events.RegistryEvent.ProposalEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.kit.web.Preconditions;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** The proposals and what becomes of them. */
@ApplicationScoped
public class Proposals implements PanacheRepositoryBase<Proposal, UUID> {
  static final ProblemType ALREADY_OPEN = new ProblemType(409, "proposal-already-open");

  private static final String LIST =
      """
      select p.id, p.proposed_at
        from proposal p
        left join organization o on o.id = p.organization_id
        left join organization maker on maker.id = p.proposer_organization
       where true""";

  private final Commands commands;
  private final ProposalScope scope;
  private final Tables tables;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  Proposals(
      Commands commands,
      ProposalScope scope,
      Tables tables,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.commands = commands;
    this.scope = scope;
    this.tables = tables;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** What waits the longest comes first. */
  Page<ProposalView> page(ProposalFilter filter, PageRequest page) {
    Condition condition = scope.on(filter.on(new Condition(LIST)), filter.toMe);
    page.cursor()
        .ifPresent(
            c ->
                condition.and(
                    "(p.proposed_at, p.id) > (?, ?)",
                    OffsetDateTime.ofInstant(c.instant(0), ZoneOffset.UTC),
                    c.uuid(1)));
    List<UUID> ids =
        tables.list(
            condition,
            " order by p.proposed_at, p.id limit " + page.fetchSize(),
            row -> row.getObject(1, UUID.class));
    Map<UUID, ProposalView> found = new LinkedHashMap<>();
    ids.forEach(id -> found.put(id, null));
    list("id in ?1", ids).forEach(p -> found.put(p.id, ProposalView.of(p)));
    return page.page(List.copyOf(found.values()), p -> Cursor.of(p.proposedAt(), p.id()));
  }

  ProposalView find(UUID id) {
    Proposal proposal = findByIdOptional(id).orElseThrow(Problem::notFound);
    scope.requireSeen(proposal);
    return ProposalView.of(proposal);
  }

  ProposalView propose(NewProposal wanted) {
    Proposer by = scope.proposer();
    String body = commands.written(wanted.target(), wanted.command(), wanted.body());
    Proposal proposal =
        Proposal.propose(
            UuidCreator.getTimeOrderedEpoch(),
            wanted,
            body,
            commands.standing(wanted.target(), wanted.targetId()),
            by,
            clock.now());
    if (count(
            "targetId = ?1 and command = ?2 and proposedBy = ?3 and state = ?4",
            proposal.targetId,
            proposal.command,
            proposal.proposedBy,
            ProposalState.OPEN)
        > 0) {
      throw new Problem(ALREADY_OPEN);
    }
    persist(proposal);
    return keep(proposal, proposal.made(), "propose");
  }

  /** The change is made in the same transaction; if it is refused, the proposal stays open. */
  ProposalView accept(UUID id) {
    Proposal proposal = toDecide(id);
    ProposalAccepted accepted = proposal.accept(scope.subject(), clock.now());
    commands.execute(proposal);
    return keep(proposal, accepted, "accept");
  }

  ProposalView decline(UUID id, String reason) {
    Proposal proposal = toDecide(id);
    return keep(proposal, proposal.decline(reason, scope.subject(), clock.now()), "decline");
  }

  ProposalView withdraw(UUID id) {
    Proposal proposal = held(id);
    scope.requireSeen(proposal);
    preconditions.requireVersion(proposal.version);
    return keep(proposal, proposal.withdraw(scope.subject(), clock.now()), "withdraw");
  }

  private Proposal toDecide(UUID id) {
    Proposal proposal = held(id);
    scope.requireDecides(proposal);
    preconditions.requireVersion(proposal.version);
    return proposal;
  }

  private Proposal held(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(Problem::notFound);
  }

  private ProposalView keep(Proposal proposal, ProposalEvent event, String action) {
    flush();
    outbox.append(event, clock.today());
    audit.write(action, "proposal", proposal.id);
    return ProposalView.of(proposal);
  }
}
