package org.jiceng.registry.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jiceng.events.RegistryEvent.ProposalEvent;
import org.jiceng.kit.problem.Problem;

/** Whatever is done to a proposal in whatever order, it is settled by the first who may. */
class ProposalPropertyTest {
  private static final Instant NOW = Instant.parse("2009-06-01T00:00:00Z");
  private static final String PROPOSER = "proposer";

  enum Act {
    ACCEPT(ProposalState.ACCEPTED),
    DECLINE(ProposalState.DECLINED),
    WITHDRAW(ProposalState.WITHDRAWN),
    WITHDRAW_BY_ANOTHER(ProposalState.OPEN);

    final ProposalState end;

    Act(ProposalState end) {
      this.end = end;
    }
  }

  @Property
  void theFirstWhoMaySettlesItForGood(@ForAll @Size(max = 12) List<Act> acts) {
    Proposal proposal = open();
    ProposalState expected = ProposalState.OPEN;
    for (Act act : acts) {
      boolean allowed = act != Act.WITHDRAW_BY_ANOTHER && expected == ProposalState.OPEN;
      Problem refused = catchThrowableOfType(Problem.class, () -> told(proposal, act));
      assertThat(refused == null).as("%s of %s", act, expected).isEqualTo(allowed);
      if (allowed) {
        expected = act.end;
      } else {
        assertThat(refused.type())
            .isEqualTo(
                act == Act.WITHDRAW_BY_ANOTHER ? Proposal.NOT_THE_PROPOSER : Proposal.SETTLED);
      }
      assertThat(proposal.state).isEqualTo(expected);
      assertThat(proposal.settledAt == null).isEqualTo(expected == ProposalState.OPEN);
      assertThat(proposal.settledReason != null).isEqualTo(expected == ProposalState.DECLINED);
    }
  }

  private static void told(Proposal proposal, Act act) {
    ProposalEvent event =
        switch (act) {
          case ACCEPT -> proposal.accept("office", NOW);
          case DECLINE -> proposal.decline("no", "office", NOW);
          case WITHDRAW -> proposal.withdraw(PROPOSER, NOW);
          case WITHDRAW_BY_ANOTHER -> proposal.withdraw("another", NOW);
        };
    assertThat(event.aggregateId()).isEqualTo(proposal.id.toString());
  }

  private static Proposal open() {
    return Proposal.propose(
        UUID.randomUUID(),
        new NewProposal(
            ProposalTarget.UNIT, UUID.randomUUID(), "close", Map.of(), "seen on the spot"),
        "{}",
        new ProposableCommands.Standing(0, null, "110105001000"),
        new Proposer(PROPOSER, null),
        NOW);
  }
}
