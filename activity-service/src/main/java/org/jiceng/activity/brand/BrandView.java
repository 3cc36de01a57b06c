package org.jiceng.activity.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A service brand as it goes out.
 *
 * @param validUntil the last day before it is due to be looked at again; not there without an end
 */
public record BrandView(
    UUID id,
    String code,
    String name,
    UUID organizationId,
    String areaCode,
    LocalDate awardedOn,
    @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validUntil,
    LocalDate withdrawnOn,
    String reasonCode,
    long version) {
  static BrandView of(Brand it) {
    return new BrandView(
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
