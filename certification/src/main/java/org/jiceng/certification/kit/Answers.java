package org.jiceng.certification.kit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The figures that a consumer found, question by question. */
public record Answers(List<Answer> answers) {
  /** The figures of one question by indicator; null where there is no data. */
  public record Answer(String id, Map<String, BigDecimal> figures) {}
}
