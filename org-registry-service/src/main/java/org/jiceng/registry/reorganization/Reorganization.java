package org.jiceng.registry.reorganization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.problem.Problem;

/** Organisations that become others: planned for a day or decided at once, then followed. */
@Entity
@Table(name = "reorganization")
public class Reorganization {
  @Id UUID id;

  @Enumerated(EnumType.STRING)
  ReorganizationKind kind;

  @Enumerated(EnumType.STRING)
  ReorganizationState state;

  @Column(name = "effective_on")
  LocalDate effectiveOn;

  /** The {@link Plan} as it was asked for. */
  String plan;

  String obstacle;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column(name = "done_at")
  Instant doneAt;

  @Version long version;

  protected Reorganization() {}

  static Reorganization planned(
      UUID id, ReorganizationKind kind, LocalDate on, String plan, String by, Instant now) {
    Reorganization reorganization = new Reorganization();
    reorganization.id = id;
    reorganization.kind = kind;
    reorganization.state = ReorganizationState.PLANNED;
    reorganization.effectiveOn = on;
    reorganization.plan = plan;
    reorganization.createdBy = by;
    reorganization.createdAt = now;
    return reorganization;
  }

  /** Its day has come and it has been carried out here. */
  void decide(Instant now) {
    requirePlanned();
    state = ReorganizationState.UNDER_WAY;
    obstacle = null;
    decidedAt = now;
  }

  /** Its day has come and it could not be carried out; it is tried again. */
  void hinder(String problem) {
    requirePlanned();
    obstacle = problem;
  }

  /** Will not be carried out. */
  void cancel() {
    requirePlanned();
    state = ReorganizationState.CANCELLED;
  }

  private void requirePlanned() {
    if (state != ReorganizationState.PLANNED) {
      throw new Problem(ReorganizationProblems.NOT_PLANNED, state);
    }
  }
}
