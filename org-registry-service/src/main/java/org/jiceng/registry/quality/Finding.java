package org.jiceng.registry.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.FindingClosed;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** What a rule has found at a record; the run opens and closes it, a person may waive it. */
@Entity
@Table(name = "finding")
public class Finding {
  static final ProblemType NOT_OPEN = new ProblemType(409, "finding-not-open");
  private static final int LONGEST_YEARS = 3;

  @Id UUID id;
  String rule;

  @Column(name = "subject_kind")
  String subjectKind;

  @Column(name = "subject_id")
  UUID subjectId;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "area_code")
  String areaCode;

  @Enumerated(EnumType.STRING)
  FindingState state;

  @Column(name = "opened_on")
  LocalDate openedOn;

  @Column(name = "closed_on")
  LocalDate closedOn;

  @Column(name = "waived_reason")
  String waivedReason;

  @Column(name = "waived_until")
  LocalDate waivedUntil;

  @Version long version;

  protected Finding() {}

  /** Lets it stand until a date; if the fault is still there then, it opens again. */
  FindingClosed waive(String reasonCode, LocalDate until, LocalDate today) {
    if (state != FindingState.OPEN) {
      throw new Problem(NOT_OPEN);
    }
    if (!until.isAfter(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
      throw Problem.violation("until", "waived-too-long", LONGEST_YEARS);
    }
    state = FindingState.WAIVED;
    waivedReason = reasonCode;
    waivedUntil = until;
    return new FindingClosed(id);
  }

  FindingView view() {
    return new FindingView(
        id,
        rule,
        subjectKind,
        subjectId,
        organizationId,
        areaCode,
        state,
        openedOn,
        closedOn,
        waivedReason,
        waivedUntil,
        version);
  }
}
