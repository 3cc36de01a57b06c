package org.jiceng.activity.brand;

import java.time.LocalDate;
import java.util.UUID;

/** A service brand as it goes out. */
public record BrandView(
    UUID id,
    String code,
    String name,
    UUID organizationId,
    String areaCode,
    LocalDate awardedOn,
    LocalDate withdrawnOn,
    String reasonCode,
    long version) {
  static BrandView of(Brand brand) {
    return new BrandView(
        brand.id,
        brand.code,
        brand.name,
        brand.organizationId,
        brand.areaCode,
        brand.awardedOn,
        brand.withdrawnOn,
        brand.reasonCode,
        brand.version);
  }
}
