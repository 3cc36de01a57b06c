package org.jiceng.activity.funds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an area and those that lie in it today may spend in a calendar year, and have spent, in CNY.
 *
 * @param amount null where none is set
 * @param version 0 where none is set
 */
@Schema(name = "Budget")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Budget(String areaCode, int year, BigDecimal amount, BigDecimal spent, long version) {

  /** Whether more was spent than is allowed. */
  @Schema(description = "Whether more was spent than is allowed")
  public boolean isOver() {
    return amount != null && spent.compareTo(amount) > 0;
  }
}
