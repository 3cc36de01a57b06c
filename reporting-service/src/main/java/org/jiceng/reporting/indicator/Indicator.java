package org.jiceng.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jiceng.reporting.figures.Question;

/**
 * A figure as it is defined, once: its name in both languages, its unit, what it means, and the
 * formula over the sums of the ledger. A formula answers null where there is nothing to say.
 */
public record Indicator(
    String indicator,
    String unit,
    String name,
    String nameEn,
    String formula,
    @JsonIgnore Function<Question, BigDecimal> value) {}
