package org.jiceng.activity.honour;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.activity.organization.ActingOrganization;
import org.jiceng.events.ActivityEvent;
import org.jiceng.kit.problem.Problem;

/** That an organisation is proposed for an honour, and what was decided (申报、评审). */
@Entity
@Table(name = "nomination")
public class Nomination {
  @Id
  @Column(name = "nomination_id")
  UUID id;

  @Enumerated(EnumType.STRING)
  HonourKind kind;

  String name;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "area_code")
  String areaCode;

  @Enumerated(EnumType.STRING)
  NominationState state;

  @Column(name = "nominated_on")
  LocalDate nominatedOn;

  @Column(name = "decided_on")
  LocalDate decidedOn;

  @Column(name = "reason_code")
  String reasonCode;

  /** What came of it. */
  @Column(name = "honour_id")
  UUID honourId;

  @Version long version;

  protected Nomination() {}

  Nomination(UUID id, HonourKind kind, String name, ActingOrganization organization, LocalDate on) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.organizationId = organization.id();
    this.areaCode = organization.areaCode();
    this.state = NominationState.NOMINATED;
    this.nominatedOn = on;
  }

  ActivityEvent nominated() {
    return kind.nominated(this);
  }

  /** The honour is given by it. */
  ActivityEvent accept(UUID honour, LocalDate on) {
    decide(NominationState.ACCEPTED, on);
    honourId = honour;
    return kind.accepted(this);
  }

  /** Goes back to whoever proposed; a new nomination may follow. */
  ActivityEvent giveBack(String reason, LocalDate on) {
    decide(NominationState.RETURNED, on);
    reasonCode = reason;
    return kind.returned(this);
  }

  private void decide(NominationState decision, LocalDate on) {
    if (state != NominationState.NOMINATED) {
      throw new Problem(HonourProblems.DECIDED, decidedOn);
    }
    state = decision;
    decidedOn = on;
  }
}
