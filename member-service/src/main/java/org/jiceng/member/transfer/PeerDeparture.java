package org.jiceng.member.transfer;

import java.util.UUID;

/**
 * Told within the transaction in which someone asks that a member go to another district that this
 * one talks to.
 *
 * @param destinationCode the organisation there
 */
public record PeerDeparture(UUID transferId, String peer, String destinationCode) {}
