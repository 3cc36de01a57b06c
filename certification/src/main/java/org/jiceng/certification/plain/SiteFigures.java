package org.jiceng.certification.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Sites, how they are used, and honours. */
record SiteFigures(Asked asked, Map<String, BigDecimal> figures) {
  void tell() {
    figures.put("sites.total", asked.sum("site"));
    figures.put("sites.floorArea", asked.sum("floor area"));
    figures.put("sites.serviceCentresOver500m2", asked.sum("large centre"));
    figures.put("sites.fromBuildingsAndTwoNew", asked.sum("integrated site"));
    figures.put("sites.fromBuildingsAndTwoNew.floorArea", asked.sum("integrated floor area"));
    figures.put("brands.total", asked.sum("brand"));
    figures.put("demonstrationPoints.total", asked.sum("point"));
    use();
  }

  private void use() {
    BigDecimal used = asked.change("booking used");
    BigDecimal missed = asked.change("booking missed");
    figures.put("bookings.used", used);
    figures.put("bookings.missed", missed);
    figures.put("bookings.noShowRate", Asked.ratio(missed, used.add(missed)));
    BigDecimal minutes = asked.change("minutes used");
    BigDecimal open = asked.change("minutes open");
    figures.put("sites.usedHours", hours(minutes));
    figures.put("sites.openHours", hours(open));
    figures.put("sites.occupancy", Asked.ratio(minutes, open));
  }

  private static BigDecimal hours(BigDecimal minutes) {
    return minutes.divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
  }
}
