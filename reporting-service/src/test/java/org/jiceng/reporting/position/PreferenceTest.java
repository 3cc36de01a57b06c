package org.jiceng.reporting.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PreferenceTest {
  @Example
  void theSecondsAreFoundAmongOtherPreferences() {
    for (Map.Entry<String, Long> each :
        Map.of(
                "wait=5", 5L,
                "WAIT = 5", 5L,
                "wait=\"5\"", 5L,
                "respond-async, wait=7", 7L,
                "foo=\"a, wait=1\", wait=7; x=y", 7L,
                "handling=lenient; wait=3, wait=8", 8L,
                "wait=0", 0L,
                "wait=1, wait=2", 1L,
                ",, wait=000000000000000012", 12L)
            .entrySet()) {
      assertThat(Preference.seconds(List.of(each.getKey())))
          .as(each.getKey())
          .isEqualTo(OptionalLong.of(each.getValue()));
    }
    assertThat(Preference.seconds(List.of("return=minimal", "wait=4"))).hasValue(4);
  }

  @Example
  void whatIsNotUnderstoodIsPassedOver() {
    for (String header :
        List.of(
            "", "wait", "wait=", "wait=soon", "wait=-1", "wait=1.5", "waits=5", "\"wait=5", "=5")) {
      assertThat(Preference.seconds(List.of(header))).as(header).isEmpty();
    }
    assertThat(Preference.seconds(List.of())).isEmpty();
  }

  @Property
  void anyHeaderIsRead(@ForAll List<String> headers) {
    assertThat(Preference.seconds(headers)).isNotNull();
  }

  @Example
  void aVeryLongHeaderIsReadToItsEnd() {
    for (String part : List.of("\"", "a=\"\\", "a,", ";", "a ", "\\\"")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> Preference.seconds(List.of(part.repeat(4_000))));
    }
  }
}
