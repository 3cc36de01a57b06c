package org.jiceng.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
  @Test
  void everyProblemOfTheKitIsToldInBothLanguages() {
    assertThat(ProblemTexts.gaps("problems", "org.jiceng.kit")).isEmpty();
  }

  @Test
  void everyTextCanBeFilled() {
    for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      Messages messages = Messages.in(List.of(locale));
      for (String key : ResourceBundle.getBundle("problems", locale).keySet()) {
        assertThat(messages.text(key, List.of(1234, 2, 3)))
            .isNotBlank()
            .doesNotContain("{", "1,234");
      }
    }
  }

  @Test
  void whatTheDatabaseSaysBecomesWhatTheCallerCanDo() {
    assertThat(typeOf("23505")).isEqualTo(CommonProblems.CONFLICT);
    assertThat(typeOf("23P01")).isEqualTo(CommonProblems.CONFLICT);
    assertThat(typeOf("40001")).isEqualTo(CommonProblems.BUSY);
    assertThat(typeOf("40P01")).isEqualTo(CommonProblems.BUSY);
    assertThat(typeOf("22001")).isEqualTo(CommonProblems.VALIDATION_FAILED);
    assertThat(typeOf("42P01")).isEqualTo(CommonProblems.INTERNAL);
    assertThat(Diagnosis.of(new SQLException("Acquisition timeout while waiting")).type())
        .isEqualTo(CommonProblems.BUSY);
    assertThat(Diagnosis.of(new IllegalStateException()).type()).isEqualTo(CommonProblems.INTERNAL);
  }

  private static ProblemType typeOf(String state) {
    return Diagnosis.of(new IllegalStateException(new SQLException("", state))).type();
  }
}
