package org.jiceng.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.ProcessMark;
import org.jiceng.stack.data.StackFailure;
import org.jiceng.stack.sample.Scale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private Family family;

  /** A shell command that counts as ready at once. */
  private record Shell(String name, String script) implements Server {
    @Override
    public String title() {
      return name;
    }

    @Override
    public void prepare() {}

    @Override
    public List<String> command() {
      return List.of("sh", "-c", script);
    }

    @Override
    public boolean ready() {
      return !script.startsWith("echo");
    }
  }

  @BeforeEach
  void aFamily() {
    DataFolder data = new DataFolder(folder);
    data.claim(Scale.SMALL);
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    family = new Family(data, out, () -> {});
  }

  @AfterEach
  void nothingIsLeftRunning() {
    List<ProcessMark> marks = List.copyOf(family.marks().values());
    family.stop();
    assertThat(marks).allMatch(mark -> mark.find().isEmpty());
  }

  @Test
  void aChildThatIsKilledIsStartedAgainAndPeopleAreTold() {
    family.start(List.of(new Shell("broker", "exec sleep 600")));
    ProcessMark first = family.marks().get("broker");
    first.find().orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(family.marks().get("broker")).isNotNull().isNotEqualTo(first));
    await().untilAsserted(() -> assertThat(words()).contains("broker answers again after"));
    assertThat(words()).contains("broker ended (exit code 137) and is started again");
  }

  @Test
  void aChildThatDiesWhileItStartsIsQuoted() {
    assertThatThrownBy(
            () -> family.start(List.of(new Shell("broker", "echo 'the disk is full'; exit 3"))))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("broker ended while it started (exit code 3): the disk is full");
  }

  @Test
  void aStoppedFamilyIsNotStartedAgain() {
    family.start(List.of(new Shell("database", "exec sleep 600")));
    family.start(List.of(new Shell("service", "exec sleep 600")));
    family.stop();
    assertThat(family.marks()).isEmpty();
    assertThat(words()).doesNotContain("started again");
  }

  private String words() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
