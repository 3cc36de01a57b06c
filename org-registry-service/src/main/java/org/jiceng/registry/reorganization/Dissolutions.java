package org.jiceng.registry.reorganization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.registry.organization.OrganizationView;
import org.jiceng.registry.organization.Successions;
import org.jiceng.registry.proposal.Proposable;
import org.jiceng.registry.proposal.ProposableCommands;
import org.jiceng.registry.proposal.ProposalTarget;

/** The end of one organisation as a command to it, which others may propose. */
@ApplicationScoped
class Dissolutions implements ProposableCommands {
  private final Reorganizations reorganizations;
  private final Successions successions;
  private final Scopes scopes;
  private final BusinessClock clock;

  Dissolutions(
      Reorganizations reorganizations,
      Successions successions,
      Scopes scopes,
      BusinessClock clock) {
    this.reorganizations = reorganizations;
    this.successions = successions;
    this.scopes = scopes;
    this.clock = clock;
  }

  OrganizationView dissolve(UUID id, Dissolution wanted) {
    scopes.requireWithin(id);
    successions.hold();
    successions.requireVersion(id);
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    reorganizations.ask(
        new NewDissolution(id, wanted.successorId(), wanted.reasonCode(), on).plan());
    return successions.view(id);
  }

  @Override
  public ProposalTarget target() {
    return ProposalTarget.ORGANIZATION;
  }

  @Override
  public List<Proposable<?>> commands() {
    return List.of(new Proposable<>("dissolve", Dissolution.class, this::dissolve));
  }
}
