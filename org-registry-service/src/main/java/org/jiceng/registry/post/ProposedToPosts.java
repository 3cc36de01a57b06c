package org.jiceng.registry.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.registry.Tables;
import org.jiceng.registry.proposal.Proposable;
import org.jiceng.registry.proposal.ProposableCommands;
import org.jiceng.registry.proposal.ProposalTarget;

/** The commands to posts that others may propose. */
@ApplicationScoped
class ProposedToPosts implements ProposableCommands {
  private final Posts commands;
  private final Tables tables;

  ProposedToPosts(Posts commands, Tables tables) {
    this.commands = commands;
    this.tables = tables;
  }

  @Override
  public ProposalTarget target() {
    return ProposalTarget.POST;
  }

  @Override
  public List<Proposable<?>> commands() {
    return List.of(
        new Proposable<>(
            "appoint",
            PostResource.NewAppointment.class,
            (id, a) -> commands.appoint(id, a.holderId(), a.termEndsOn(), a.effectiveOn())),
        new Proposable<>(
            "vacate",
            PostResource.Vacancy.class,
            (id, v) -> commands.vacate(id, v.reasonCode(), v.effectiveOn())));
  }

  @Override
  public Optional<Standing> standing(UUID id) {
    return tables.one(
        """
        select p.version, o.id, o.area_code
          from post p join organization o on o.id = p.organization_id where p.id = ?""",
        row -> new Standing(row.getLong(1), row.getObject(2, UUID.class), row.getString(3)),
        id);
  }
}
