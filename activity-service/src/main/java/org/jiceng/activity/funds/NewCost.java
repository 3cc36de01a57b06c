package org.jiceng.activity.funds;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jiceng.events.FundSource;

/** What was spent. */
public record NewCost(
    @NotNull
        @DecimalMin("0.01")
        @Digits(integer = 10, fraction = 2)
        @Schema(examples = "120.50", description = "In CNY")
        BigDecimal amount,
    @NotNull FundSource fundSource,
    @Schema(description = "The site that it was spent on, besides the activity; null: where it was")
        UUID siteId,
    @Schema(description = "Who spent it; null: who leads the activity or manages the site")
        UUID organizationId,
    @Schema(examples = "2010-07-01", description = "Null: today") LocalDate spentOn) {}
