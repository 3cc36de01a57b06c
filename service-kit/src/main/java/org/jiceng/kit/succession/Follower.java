package org.jiceng.kit.succession;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.DomainEvent;
import org.jiceng.events.RegistryEvent.ReorganizationDecided;

/**
 * What a service moves when organisations become others. Each step is one transaction and moves
 * what stands with an organisation that has an heir, so that it does not matter how often it is
 * called, or where the machine died.
 */
public interface Follower {
  /** Keeps what the service needs of the decision, on the inbox's connection. */
  default void decided(ReorganizationDecided decision, Connection connection) throws SQLException {}

  /** Moves up to so many records of each kind; how many of which kind, those of none left out. */
  Map<String, Long> follow(UUID reorganizationId, int limit);

  /** The reorganisations for which something has come late to an organisation that is no more. */
  List<UUID> late();

  /** What others are told of a step; complete when nothing is left. */
  DomainEvent followed(UUID reorganizationId, boolean complete, Map<String, Long> counts);
}
