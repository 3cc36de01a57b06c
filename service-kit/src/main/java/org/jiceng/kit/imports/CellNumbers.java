package org.jiceng.kit.imports;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people and spreadsheets write them. */
final class CellNumbers {
  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d(\\.\\d+)?[Ee]\\+?\\d+");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

  private CellNumbers() {}

  static Optional<BigDecimal> of(String text) {
    String plain = GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
    return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  static Optional<Long> whole(String text) {
    if (text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Long.parseLong(text));
    }
    return of(text)
        .filter(n -> n.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::longValueExact);
  }

  /** What a spreadsheet makes of a long number that nobody told it to keep as text. */
  static boolean isScientific(String text) {
    return SCIENTIFIC.matcher(text).matches();
  }
}
