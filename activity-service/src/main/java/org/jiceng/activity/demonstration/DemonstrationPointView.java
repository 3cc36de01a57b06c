package org.jiceng.activity.demonstration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A demonstration point as it goes out.
 *
 * @param validUntil the last day before it is due to be looked at again; not there without an end
 */
public record DemonstrationPointView(
    UUID id,
    String code,
    String name,
    UUID organizationId,
    String areaCode,
    LocalDate designatedOn,
    @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validUntil,
    LocalDate withdrawnOn,
    String reasonCode,
    long version) {
  static DemonstrationPointView of(DemonstrationPoint it) {
    return new DemonstrationPointView(
        it.id(),
        it.code(),
        it.name(),
        it.organizationId(),
        it.areaCode(),
        it.since(),
        it.validUntil(),
        it.withdrawnOn(),
        it.reasonCode(),
        it.version());
  }
}
