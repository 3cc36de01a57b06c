package org.jiceng.registry.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.registry.Closing;
import org.jiceng.registry.Tables;
import org.jiceng.registry.proposal.Proposable;
import org.jiceng.registry.proposal.ProposableCommands;
import org.jiceng.registry.proposal.ProposalTarget;

/** The commands to units that others may propose. */
@ApplicationScoped
class ProposedToUnits implements ProposableCommands {
  private final Units commands;
  private final Tables tables;

  ProposedToUnits(Units commands, Tables tables) {
    this.commands = commands;
    this.tables = tables;
  }

  /** From when on nobody covers it. */
  record Uncovering(LocalDate effectiveOn) {}

  @Override
  public ProposalTarget target() {
    return ProposalTarget.UNIT;
  }

  @Override
  public List<Proposable<?>> commands() {
    return List.of(
        new Proposable<>(
            "cover",
            UnitResource.Coverage.class,
            (id, c) -> commands.cover(id, c.organizationId(), c.effectiveOn())),
        new Proposable<>(
            "uncover", Uncovering.class, (id, c) -> commands.uncover(id, c.effectiveOn())),
        new Proposable<>("close", Closing.class, commands::close));
  }

  @Override
  public Optional<Standing> standing(UUID id) {
    return tables.one(
        """
        select version, covered_by, area_code from unit where id = ?""",
        row -> new Standing(row.getLong(1), row.getObject(2, UUID.class), row.getString(3)),
        id);
  }
}
