package org.jiceng.registry.proposal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a feature lets others propose to its records. */
public interface ProposableCommands {
  /** The kind of its records. */
  ProposalTarget target();

  /** The commands that may be proposed. */
  List<Proposable<?>> commands();

  /** The record as it stands; empty if there is none, or another feature says. */
  default Optional<Standing> standing(UUID id) {
    return Optional.empty();
  }

  /**
   * A record's version, and whose it is to change.
   *
   * @param organizationId whose it is in the line; null where only the territory decides
   */
  record Standing(long version, UUID organizationId, String areaCode) {}
}
