package org.jiceng.registry.neighbour;

import java.time.Instant;
import java.util.UUID;

/** What a neighbour keeps with an organisation: ids only. */
record NeighbourRecord(
    UUID id,
    Kind kind,
    UUID organizationId,
    UUID destinationId,
    Instant endsAt,
    boolean probationary) {

  /** What is kept. */
  enum Kind {
    MEMBER,
    /** An open transfer out of the organisation. */
    TRANSFER,
    /** A mobile member whom the organisation hosts. */
    REGISTRATION,
    SITE,
    BOOKING,
    BRAND,
    DEMONSTRATION_POINT
  }

  /** The same of another organisation. */
  NeighbourRecord handedTo(UUID organization) {
    return new NeighbourRecord(id, kind, organization, destinationId, endsAt, probationary);
  }

  /** The same, a full member or one on probation. */
  NeighbourRecord confirmed(boolean full) {
    return new NeighbourRecord(id, kind, organizationId, destinationId, endsAt, !full);
  }

  /** The same until then. */
  NeighbourRecord until(Instant end) {
    return new NeighbourRecord(id, kind, organizationId, destinationId, end, probationary);
  }

  static NeighbourRecord of(UUID id, Kind kind, UUID organizationId) {
    return new NeighbourRecord(id, kind, organizationId, null, null, false);
  }
}
