package org.jiceng.activity.brand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.activity.organization.ActingOrganization;
import org.jiceng.events.ActivityEvent.BrandAwarded;
import org.jiceng.events.ActivityEvent.BrandWithdrawn;
import org.jiceng.kit.problem.Problem;

/**
 * A service brand that an organisation holds, in the area where the organisation lay when it was
 * awarded. Dates are business dates.
 */
@Entity
@Table(name = "brand")
public class Brand {
  @Id
  @Column(name = "brand_id")
  UUID id;

  String code;

  String name;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "area_code")
  String areaCode;

  @Column(name = "awarded_on")
  LocalDate awardedOn;

  /** Since when it is this organisation's, if it was another's before. */
  @Column(name = "handed_over_on")
  LocalDate handedOverOn;

  @Column(name = "withdrawn_on")
  LocalDate withdrawnOn;

  @Column(name = "reason_code")
  String reasonCode;

  @Version long version;

  protected Brand() {}

  static Brand award(UUID id, NewBrand wanted, ActingOrganization holder, LocalDate on) {
    Brand brand = new Brand();
    brand.id = id;
    brand.code = wanted.code();
    brand.name = wanted.name();
    brand.organizationId = holder.id();
    brand.areaCode = holder.areaCode();
    brand.awardedOn = on;
    return brand;
  }

  /** What others are told of a new one. */
  BrandAwarded awarded() {
    return new BrandAwarded(id, organizationId, areaCode);
  }

  /** Is no more from a day on. */
  BrandWithdrawn withdraw(String reason, LocalDate on) {
    if (withdrawnOn != null) {
      throw new Problem(BrandProblems.WITHDRAWN, withdrawnOn);
    }
    LocalDate lastChange = handedOverOn == null ? awardedOn : handedOverOn;
    if (on.isBefore(lastChange)) {
      throw Problem.violation("effectiveOn", "before-last-change", lastChange);
    }
    withdrawnOn = on;
    reasonCode = reason;
    return new BrandWithdrawn(id, reason);
  }
}
