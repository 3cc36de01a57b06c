package org.jiceng.kit.test.nonsense;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real records to stand in a path; another is made when one has been changed. */
final class Places {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  private final Map<String, Supplier<?>> makers = new LinkedHashMap<>();
  private final Map<String, String> made = new LinkedHashMap<>();

  void know(String path, Supplier<?> maker) {
    makers.put(path, maker);
  }

  void forget() {
    made.clear();
  }

  /** A path with all its parameters filled in; by something that is nowhere, if none is known. */
  String fill(String path) {
    String filled = path;
    Matcher next = PARAMETER.matcher(filled);
    while (next.find()) {
      String place = filled.substring(0, next.end());
      filled = filled.substring(0, next.start()) + at(place) + filled.substring(next.end());
      next = PARAMETER.matcher(filled);
    }
    return filled;
  }

  private String at(String place) {
    Supplier<?> maker = makers.get(place);
    if (maker == null) {
      return UUID.randomUUID().toString();
    }
    return made.computeIfAbsent(place, unmade -> maker.get().toString());
  }
}
