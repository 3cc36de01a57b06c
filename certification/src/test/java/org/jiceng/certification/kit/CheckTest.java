package org.jiceng.certification.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is right passes, who is wrong in one thing does not, and what cannot be read is refused. */
class CheckTest {
  private static final Kit KIT = new Kit();
  private static final Map<String, Map<String, BigDecimal>> EXPECTED = KIT.expected();

  @TempDir Path directory;
  private final StringWriter said = new StringWriter();

  @Test
  void whoIsRightPasses() throws IOException {
    assertThat(check(Consumer.RIGHT.answers(KIT))).isZero();
    assertThat(said.toString()).contains("PASSED").contains("members.affiliated");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
  void whoIsWrongInOneWayFails(Consumer wrong) throws IOException {
    assertThat(check(wrong.answers(KIT))).isEqualTo(1);
    assertThat(said.toString()).contains("FAILED").contains("expected");
  }

  @Test
  void whoNeedsOneIndicatorProvesThatOne() throws IOException {
    assertThat(check(only("members.affiliated", EXPECTED))).isZero();
    assertThat(said.toString())
        .contains("right everywhere 全部正确: members.affiliated\n")
        .contains("left out 未作答: activities.held");
  }

  @Test
  void whoLeavesOutWhatIsHardFails() throws IOException {
    Map<String, Map<String, BigDecimal>> answers = only("members.affiliated", EXPECTED);
    answers.values().iterator().next().clear();
    assertThat(check(answers)).isEqualTo(1);
    assertThat(said.toString()).contains("in-order-01 members.affiliated: not answered");
  }

  @Test
  void whoAnswersNothingOrWhatNobodyAskedFails() throws IOException {
    assertThat(check(Map.of())).isEqualTo(1);
    assertThat(check(Map.of("another-01", Map.of()))).isEqualTo(1);
    Map<String, Map<String, BigDecimal>> answers = only("members.affiliated", EXPECTED);
    answers.values().forEach(figures -> figures.put("members.happy", BigDecimal.ONE));
    assertThat(check(answers)).isEqualTo(1);
    assertThat(said.toString()).contains("no such indicator: members.happy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "[]",
        "{}",
        "{\"answers\": [null]}",
        "{\"answers\": [{\"id\": \"in-order-01\"}]}",
        "{\"answers\": [{\"id\": \"in-order-01\", \"figures\": {\"members.affiliated\": \"many\"}}]}",
        "{\"answers\": [{\"id\": \"a\", \"figures\": {}}, {\"id\": \"a\", \"figures\": {}}]}"
      })
  void whatCannotBeReadIsRefusedWithoutATrace(String content) throws IOException {
    assertThat(run(Files.writeString(directory.resolve("answers.json"), content))).isEqualTo(2);
    assertThat(said.toString()).contains("cannot be read").doesNotContain("\tat ");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThat(run(directory.resolve("none.json"))).isEqualTo(2);
  }

  @Test
  void theKitIsWrittenAsFiles() throws IOException {
    int code = Main.command(KIT).execute("write", directory.resolve("kit").toString());
    assertThat(code).isZero();
    assertThat(directory.resolve("kit/histories/newer-services.ndjson")).isNotEmptyFile();
    assertThat(Files.readString(directory.resolve("kit/questions/any-order.json")))
        .isEqualTo(KIT.files().get("questions/any-order.json"));
    assertThat(run(merged(directory.resolve("kit/expected")))).isZero();
  }

  /** What is expected is itself a file of right answers. */
  private Path merged(Path expected) throws IOException {
    List<Answers.Answer> answers = new ArrayList<>();
    try (var files = Files.list(expected)) {
      for (Path file : files.toList()) {
        answers.addAll(Kit.JSON.readValue(file.toFile(), Answers.class).answers());
      }
    }
    Path merged = directory.resolve("merged.json");
    Kit.JSON.writeValue(merged.toFile(), new Answers(answers));
    return merged;
  }

  private static Map<String, Map<String, BigDecimal>> only(
      String indicator, Map<String, Map<String, BigDecimal>> of) {
    Map<String, Map<String, BigDecimal>> only = new LinkedHashMap<>();
    of.forEach(
        (question, figures) -> {
          Map<String, BigDecimal> one = new LinkedHashMap<>();
          one.put(indicator, figures.get(indicator));
          only.put(question, one);
        });
    return only;
  }

  private int check(Map<String, Map<String, BigDecimal>> answers) throws IOException {
    List<Answers.Answer> all = new ArrayList<>();
    answers.forEach((id, figures) -> all.add(new Answers.Answer(id, figures)));
    Path file = directory.resolve("answers.json");
    Kit.JSON.writeValue(file.toFile(), new Answers(all));
    return run(file);
  }

  private int run(Path file) {
    return Main.command(KIT)
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(said, true))
        .execute("check", file.toString());
  }
}
