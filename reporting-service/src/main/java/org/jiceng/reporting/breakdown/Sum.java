package org.jiceng.reporting.breakdown;

import java.math.BigDecimal;
import java.util.List;

/** What counts under one value of each dimension. */
record Sum(List<String> values, BigDecimal amount) {}
