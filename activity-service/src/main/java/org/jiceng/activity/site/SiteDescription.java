package org.jiceng.activity.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.kit.problem.Problem;

/**
 * Where a site stands, in degrees of WGS 84 (both, or neither while nobody has measured), and
 * pictures of it.
 */
public record SiteDescription(
    @DecimalMin("-90")
        @DecimalMax("90")
        @Digits(integer = 2, fraction = 6)
        @Schema(examples = "39.921984")
        BigDecimal latitude,
    @DecimalMin("-180")
        @DecimalMax("180")
        @Digits(integer = 3, fraction = 6)
        @Schema(examples = "116.486412")
        BigDecimal longitude,
    @Size(max = 10)
        @Schema(
            description = "Addresses that begin with https://",
            examples = "[\"https://example.org/hall.jpg\"]")
        List<@NotNull @Size(max = 500) String> photos) {

  /** The pictures, none if none are named. */
  public List<String> photos() {
    return photos == null ? List.of() : photos;
  }

  void requireSound() {
    if ((latitude == null) != (longitude == null)) {
      throw Problem.violation(latitude == null ? "latitude" : "longitude", "both-or-neither");
    }
    if (new HashSet<>(photos()).size() < photos().size()) {
      throw Problem.violation("photos", "unique-elements");
    }
    for (String photo : photos()) {
      if (!HttpsAddress.is(photo)) {
        throw Problem.violation("photos", "https-address");
      }
    }
  }
}
