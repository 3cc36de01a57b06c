package org.jiceng.registry.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.PostKind;

/** An election as it goes out, with who was elected to which post. */
public record ElectionView(
    UUID id,
    UUID organizationId,
    LocalDate heldOn,
    LocalDate effectiveOn,
    LocalDate termEndsOn,
    List<Result> results) {

  /** Who was elected; the appointment tells how long it lasted. */
  public record Result(PostKind kind, UUID holderId, UUID postId, UUID appointmentId) {}
}
