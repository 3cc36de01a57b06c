package org.jiceng.stack.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jiceng.stack.sample.FakeStack.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportDoorTest {
  private static final SampleFile BRANDS = SampleFile.of(Dataset.BRANDS, 1, List.of("a", "b"));

  private FakeStack stack;
  private ImportDoor door;

  @BeforeEach
  void startStack() throws IOException {
    stack = new FakeStack();
    door = new ImportDoor(stack.access(Scale.SMALL), "sample-small-");
  }

  @AfterEach
  void stopStack() {
    stack.close();
  }

  private void jobsAre(String... statesByAttempt) {
    Iterator<String> states = List.of(statesByAttempt).iterator();
    stack.at("POST /api/v1/brands/imports", e -> new Answer(202, job("QUEUED", 0, "null")));
    stack.at("GET /api/v1/imports/7", e -> new Answer(200, job(states.next(), 2, "\"now\"")));
    stack.at(
        "GET /api/v1/imports/7/errors",
        e -> new Answer(200, "row,column,code,message\n2,organizationCode,unknown,no such\n"));
  }

  private static String job(String state, int total, String finishedAt) {
    return """
        {"id":"7","state":"%s","total":%d,"rejected":%d,"failure":"database","finishedAt":%s}"""
        .formatted(state, total, state.equals("REJECTED") ? 1 : 0, finishedAt);
  }

  @Test
  void aFileIsFollowedToItsEnd() {
    jobsAre("COMPLETED");
    List<Long> read = new ArrayList<>();
    door.bring(BRANDS, read::add);
    assertThat(read).containsExactly(0L, 2L);
    assertThat(stack.keys).containsExactly("sample-small-brands-1");
  }

  @Test
  void aFileThatFailedForTheServiceIsBroughtAgainUnderAnotherKey() {
    jobsAre("FAILED", "COMPLETED");
    door.bring(BRANDS, read -> {});
    assertThat(stack.keys)
        .containsExactly("sample-small-brands-1", "sample-small-brands-1-again-2");
  }

  @Test
  void aRejectedFileSaysWhichRowsWereWrong() {
    jobsAre("REJECTED");
    assertThatThrownBy(() -> door.bring(BRANDS, read -> {}))
        .isInstanceOf(LoadFailure.class)
        .hasMessageContaining("brands-1 was REJECTED")
        .hasMessageContaining("2,organizationCode,unknown");
  }

  @Test
  void aDryRunTellsWhetherTheFileWouldBeTakenAndHasNoKey() {
    jobsAre("REJECTED", "COMPLETED");
    assertThat(door.wouldTake(BRANDS)).isFalse();
    assertThat(door.wouldTake(BRANDS)).isTrue();
    assertThat(stack.keys).isEmpty();
    assertThat(stack.asked).contains("POST /api/v1/brands/imports?dryRun=true");
  }

  @Test
  void aServiceThatIsNotReadyYetIsAskedAgain() {
    jobsAre("COMPLETED");
    Iterator<Answer> answers =
        List.of(new Answer(503, ""), new Answer(202, job("COMPLETED", 2, "\"now\""))).iterator();
    stack.at("POST /api/v1/brands/imports", e -> answers.next());
    door.bring(BRANDS, read -> {});
    assertThat(stack.keys).containsExactly("sample-small-brands-1", "sample-small-brands-1");
  }

  @Test
  void aRefusalIsToldAsItWasWorded() {
    stack.at("POST /api/v1/brands/imports", e -> new Answer(403, "{\"title\":\"Not yours\"}"));
    assertThatThrownBy(() -> door.bring(BRANDS, read -> {})).hasMessageContaining("Not yours");
  }
}
