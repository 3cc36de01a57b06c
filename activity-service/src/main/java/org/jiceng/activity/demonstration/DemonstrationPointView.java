package org.jiceng.activity.demonstration;

import java.time.LocalDate;
import java.util.UUID;

/** A demonstration point as it goes out. */
public record DemonstrationPointView(
    UUID id,
    String code,
    String name,
    UUID organizationId,
    String areaCode,
    LocalDate designatedOn,
    LocalDate withdrawnOn,
    String reasonCode,
    long version) {
  static DemonstrationPointView of(DemonstrationPoint point) {
    return new DemonstrationPointView(
        point.id,
        point.code,
        point.name,
        point.organizationId,
        point.areaCode,
        point.designatedOn,
        point.withdrawnOn,
        point.reasonCode,
        point.version);
  }
}
