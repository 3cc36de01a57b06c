package org.jiceng.reporting.position;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a caller would wait, by {@code Prefer: wait=<seconds>} (RFC 7240). The first that is
 * named counts; what is not understood is passed over, as the RFC has it.
 */
final class Preference {
  static final String HEADER = "Prefer";
  static final String APPLIED = "Preference-Applied";

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

  /** One preference with its parameters, up to the next comma outside of quotes. */
  private static final Pattern EACH = Pattern.compile("\\G,*((?:[^,\"]|%s)++)".formatted(QUOTED));

  private static final Pattern NAMED =
      Pattern.compile("\\s*(%s)\\s*(?:=\\s*(%<s|%s)?)?\\s*(?:;.*)?".formatted(TOKEN, QUOTED));

  private static final Pattern SECONDS = Pattern.compile("\"?(\\d{1,18})\"?");

  private Preference() {}

  /** The seconds; empty if the caller names none. */
  static OptionalLong seconds(List<String> headers) {
    Matcher each = EACH.matcher(String.join(",", headers));
    while (each.find()) {
      Matcher named = NAMED.matcher(each.group(1));
      if (named.matches() && named.group(1).equalsIgnoreCase("wait")) {
        return number(named.group(2));
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong number(String word) {
    Matcher digits = SECONDS.matcher(word == null ? "" : word);
    return digits.matches()
        ? OptionalLong.of(Long.parseLong(digits.group(1)))
        : OptionalLong.empty();
  }
}
