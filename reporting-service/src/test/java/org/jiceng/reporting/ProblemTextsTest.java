package org.jiceng.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiceng.kit.problem.ProblemTexts;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
  @Test
  void everyProblemIsToldInBothLanguages() {
    assertThat(ProblemTexts.gaps("problems-service", "org.jiceng.reporting")).isEmpty();
  }
}
