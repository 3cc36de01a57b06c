package org.jiceng.activity.demonstration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.activity.organization.ActingOrganization;
import org.jiceng.events.ActivityEvent.DemonstrationPointDesignated;
import org.jiceng.events.ActivityEvent.DemonstrationPointWithdrawn;
import org.jiceng.kit.problem.Problem;

/**
 * A demonstration point that an organisation holds, in the area where the organisation lay when it
 * was designated. Dates are business dates.
 */
@Entity
@Table(name = "demonstration_point")
public class DemonstrationPoint {
  @Id
  @Column(name = "demonstration_point_id")
  UUID id;

  String code;

  String name;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "area_code")
  String areaCode;

  @Column(name = "designated_on")
  LocalDate designatedOn;

  /** Since when it is this organisation's, if it was another's before. */
  @Column(name = "handed_over_on")
  LocalDate handedOverOn;

  @Column(name = "withdrawn_on")
  LocalDate withdrawnOn;

  @Column(name = "reason_code")
  String reasonCode;

  @Version long version;

  protected DemonstrationPoint() {}

  static DemonstrationPoint designate(
      UUID id, NewDemonstrationPoint wanted, ActingOrganization holder, LocalDate on) {
    DemonstrationPoint point = new DemonstrationPoint();
    point.id = id;
    point.code = wanted.code();
    point.name = wanted.name();
    point.organizationId = holder.id();
    point.areaCode = holder.areaCode();
    point.designatedOn = on;
    return point;
  }

  /** What others are told of a new one. */
  DemonstrationPointDesignated designated() {
    return new DemonstrationPointDesignated(id, organizationId, areaCode);
  }

  /** Is no more from a day on. */
  DemonstrationPointWithdrawn withdraw(String reason, LocalDate on) {
    if (withdrawnOn != null) {
      throw new Problem(DemonstrationPointProblems.WITHDRAWN, withdrawnOn);
    }
    LocalDate lastChange = handedOverOn == null ? designatedOn : handedOverOn;
    if (on.isBefore(lastChange)) {
      throw Problem.violation("effectiveOn", "before-last-change", lastChange);
    }
    withdrawnOn = on;
    reasonCode = reason;
    return new DemonstrationPointWithdrawn(id, reason);
  }
}
