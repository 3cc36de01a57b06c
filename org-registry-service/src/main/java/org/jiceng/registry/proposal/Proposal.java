package org.jiceng.registry.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.ProposalAccepted;
import org.jiceng.events.RegistryEvent.ProposalDeclined;
import org.jiceng.events.RegistryEvent.ProposalMade;
import org.jiceng.events.RegistryEvent.ProposalWithdrawn;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** A command that an office proposes to a record, with its evidence, until it is settled once. */
@Entity
@Table(name = "proposal")
public class Proposal {
  static final ProblemType SETTLED = new ProblemType(409, "proposal-settled");
  static final ProblemType NOT_THE_PROPOSER = new ProblemType(403, "not-the-proposer");

  @Id UUID id;

  @Enumerated(EnumType.STRING)
  ProposalTarget target;

  @Column(name = "target_id")
  UUID targetId;

  @Column(name = "target_version")
  long targetVersion;

  String command;
  String body;
  String evidence;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "area_code")
  String areaCode;

  @Column(name = "proposed_by")
  String proposedBy;

  @Column(name = "proposer_organization")
  UUID proposerOrganization;

  @Column(name = "proposed_at")
  Instant proposedAt;

  @Enumerated(EnumType.STRING)
  ProposalState state;

  @Column(name = "settled_by")
  String settledBy;

  @Column(name = "settled_at")
  Instant settledAt;

  @Column(name = "settled_reason")
  String settledReason;

  @Version long version;

  protected Proposal() {}

  /** Proposes a command, as it is written in its body, to a record as it stands. */
  static Proposal propose(
      UUID id,
      NewProposal wanted,
      String body,
      ProposableCommands.Standing standing,
      Proposer by,
      Instant at) {
    Proposal proposal = new Proposal();
    proposal.id = id;
    proposal.target = wanted.target();
    proposal.targetId = wanted.targetId();
    proposal.targetVersion = standing.version();
    proposal.command = wanted.command();
    proposal.body = body;
    proposal.evidence = wanted.evidence();
    proposal.organizationId = standing.organizationId();
    proposal.areaCode = standing.areaCode();
    proposal.proposedBy = by.subject();
    proposal.proposerOrganization = by.organizationId();
    proposal.proposedAt = at;
    proposal.state = ProposalState.OPEN;
    return proposal;
  }

  /** What others are told of a new proposal. */
  ProposalMade made() {
    return new ProposalMade(id, target.name(), targetId, command);
  }

  /** The change is made as proposed. */
  ProposalAccepted accept(String by, Instant at) {
    settle(ProposalState.ACCEPTED, by, at, null);
    return new ProposalAccepted(id);
  }

  /** The change is not made. */
  ProposalDeclined decline(String reason, String by, Instant at) {
    settle(ProposalState.DECLINED, by, at, reason);
    return new ProposalDeclined(id);
  }

  /** Who proposed it takes it back. */
  ProposalWithdrawn withdraw(String by, Instant at) {
    if (!proposedBy.equals(by)) {
      throw new Problem(NOT_THE_PROPOSER);
    }
    settle(ProposalState.WITHDRAWN, by, at, null);
    return new ProposalWithdrawn(id);
  }

  private void settle(ProposalState end, String by, Instant at, String reason) {
    if (state != ProposalState.OPEN) {
      throw new Problem(SETTLED);
    }
    state = end;
    settledBy = by;
    settledAt = at;
    settledReason = reason;
  }
}
