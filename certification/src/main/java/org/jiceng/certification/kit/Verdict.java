package org.jiceng.certification.kit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What answers are worth. An indicator is proved if it is right in every question; a consumer that
 * does not need one leaves it out everywhere. One that is wrong, or left out here and there, fails
 * them all.
 *
 * @param proved indicators that are right in every question
 * @param left indicators that no question was answered by
 * @param faults what is wrong, each on a line
 */
public record Verdict(Set<String> proved, Set<String> left, List<String> faults) {

  public boolean passed() {
    return faults.isEmpty() && !proved.isEmpty();
  }

  /** Of answers, by what is right; both by question and indicator. */
  public static Verdict on(
      Map<String, Map<String, BigDecimal>> answers, Map<String, Map<String, BigDecimal>> expected) {
    Set<String> answered = new TreeSet<>();
    answers.values().forEach(figures -> answered.addAll(figures.keySet()));
    Set<String> indicators = new TreeSet<>();
    expected.values().forEach(figures -> indicators.addAll(figures.keySet()));
    List<String> faults = new ArrayList<>();
    Set<String> proved = new TreeSet<>(answered);
    unknown(answers.keySet(), expected.keySet(), "no such question was asked: ", faults);
    unknown(answered, indicators, "there is no such indicator: ", faults);
    proved.retainAll(indicators);
    new TreeMap<>(expected)
        .forEach(
            (question, right) -> {
              Map<String, BigDecimal> found = answers.getOrDefault(question, Map.of());
              for (String indicator : List.copyOf(answered)) {
                String fault = fault(indicator, found, right);
                if (fault != null) {
                  proved.remove(indicator);
                  faults.add(question + " " + indicator + ": " + fault);
                }
              }
            });
    indicators.removeAll(answered);
    return new Verdict(proved, indicators, faults);
  }

  private static void unknown(
      Set<String> given, Set<String> known, String words, List<String> faults) {
    new TreeSet<>(given)
        .forEach(
            one -> {
              if (!known.contains(one)) {
                faults.add(words + one);
              }
            });
  }

  private static String fault(
      String indicator, Map<String, BigDecimal> found, Map<String, BigDecimal> right) {
    if (!right.containsKey(indicator)) {
      return null;
    }
    if (!found.containsKey(indicator)) {
      return "not answered, expected " + words(right.get(indicator));
    }
    BigDecimal answer = found.get(indicator);
    BigDecimal expected = right.get(indicator);
    boolean same =
        answer == null || expected == null
            ? Objects.equals(answer, expected)
            : answer.compareTo(expected) == 0;
    return same ? null : "answered " + words(answer) + ", expected " + words(expected);
  }

  private static String words(BigDecimal value) {
    return value == null ? "no data (null)" : value.toPlainString();
  }
}
