package org.jiceng.reporting.report.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What has been found wrong with a template so far, and what any part of it can be found with. */
final class Faults {
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,59}");

  private final List<TemplateFault> all = new ArrayList<>();

  List<TemplateFault> all() {
    return List.copyOf(all);
  }

  void add(String at, String code, Object... words) {
    all.add(new TemplateFault(at, code, Arrays.asList(words)));
  }

  /** What a part is called by people: there, and not too long. */
  void name(String at, String text, int longest) {
    if (text == null || text.isBlank()) {
      add(at, "required");
    } else if (text.length() > longest) {
      add(at, "size", 1, longest);
    }
  }

  /** What a part is found by: one word. */
  void key(String at, String text) {
    if (text == null || text.isBlank()) {
      add(at, "required");
    } else if (!KEY.matcher(text).matches()) {
      add(at, "template-key");
    }
  }

  /** Whether a list can be looked into: it has some elements, not too many, and none is null. */
  boolean given(String at, List<?> values, int most) {
    if (values == null || values.isEmpty()) {
      add(at, "required");
      return false;
    }
    if (values.size() > most) {
      add(at, "size", 1, most);
      return false;
    }
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) == null) {
        add(at + "/" + i, "required");
        return false;
      }
    }
    return true;
  }

  /** Each names itself as none before it does. */
  <T> void unique(String at, List<T> values, Function<T, String> naming) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      String name = naming.apply(values.get(i));
      if (name != null && !seen.add(name)) {
        add(at + "/" + i, "template-not-unique", name);
      }
    }
  }
}
