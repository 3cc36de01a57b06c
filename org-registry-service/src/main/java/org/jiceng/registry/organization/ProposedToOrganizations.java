package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.registry.Tables;
import org.jiceng.registry.proposal.Proposable;
import org.jiceng.registry.proposal.ProposableCommands;
import org.jiceng.registry.proposal.ProposalTarget;

/** The commands to organisations that others may propose. */
@ApplicationScoped
class ProposedToOrganizations implements ProposableCommands {
  private final OrganizationCommands commands;
  private final Tables tables;

  ProposedToOrganizations(OrganizationCommands commands, Tables tables) {
    this.commands = commands;
    this.tables = tables;
  }

  @Override
  public ProposalTarget target() {
    return ProposalTarget.ORGANIZATION;
  }

  @Override
  public List<Proposable<?>> commands() {
    return List.of(
        new Proposable<>("rename", OrganizationChange.Rename.class, commands::rename),
        new Proposable<>("relocate", OrganizationChange.Relocate.class, commands::relocate),
        new Proposable<>("reparent", OrganizationChange.Reparent.class, commands::reparent),
        new Proposable<>("suspend", OrganizationChange.Reasoned.class, commands::suspend),
        new Proposable<>("resume", OrganizationChange.Reasoned.class, commands::resume));
  }

  @Override
  public Optional<Standing> standing(UUID id) {
    return tables.one(
        """
        select version, id, area_code from organization where id = ?""",
        row -> new Standing(row.getLong(1), row.getObject(2, UUID.class), row.getString(3)),
        id);
  }
}
