package org.jiceng.activity.funds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.ActivityEvent.CostRecorded;
import org.jiceng.events.ActivityEvent.CostRevoked;
import org.jiceng.events.FundSource;

/**
 * What an organisation spent on a business date, in CNY, on an activity or a site or both.
 *
 * @param areaCode where the site lies, else where the organisation lay when it was recorded
 * @param revokedOn since when it counts no more; null: it does
 */
@Schema(name = "Cost")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Cost(
    UUID id,
    UUID organizationId,
    UUID activityId,
    UUID siteId,
    String areaCode,
    BigDecimal amount,
    FundSource fundSource,
    LocalDate spentOn,
    LocalDate revokedOn,
    String reasonCode) {

  CostRecorded recorded() {
    return new CostRecorded(id, organizationId, activityId, siteId, areaCode, amount, fundSource);
  }

  CostRevoked revoked(String reason) {
    return new CostRevoked(
        id, organizationId, activityId, siteId, areaCode, amount, fundSource, reason);
  }
}
