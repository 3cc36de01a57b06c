package org.jiceng.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiceng.kit.problem.ProblemTexts;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
  @Test
  void everyProblemSpeaksBothLanguages() {
    assertThat(ProblemTexts.gaps("problems-service", "org.jiceng.registry")).isEmpty();
  }
}
