package org.jiceng.certification.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiceng.events.Contract;
import org.jiceng.events.EventTypes;
import org.junit.jupiter.api.Test;

/** What the kit consists of, and that it is the same wherever it is made. */
class KitTest {
  private static final Map<String, String> FILES = new Kit().files();

  /** {@code -Djiceng.golden.write=true} takes up a change that is meant. */
  @Test
  void theKitIsTheSameToTheByte() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    FILES.forEach((name, content) -> digests.put(name, digest(content)));
    StringBuilder found = new StringBuilder();
    digests.forEach((name, digest) -> found.append(digest).append("  ").append(name).append('\n'));
    Path golden = Path.of("src/test/resources/kit.sha256");
    if (Boolean.getBoolean("jiceng.golden.write")) {
      Files.writeString(golden, found);
    }
    assertThat(found).hasToString(Files.readString(golden));
    assertThat(new Kit().files()).isEqualTo(FILES);
  }

  @Test
  void theHistoriesAreDeliveredAsAConsumerMustBearThem() throws IOException {
    List<JsonNode> first = events("in-order");
    assertThat(ids(first)).doesNotHaveDuplicates();
    assertThat(ids(events("any-order"))).doesNotHaveDuplicates();
    assertThat(events("any-order")).isNotEqualTo(inOrder(events("any-order")));
    for (String name : List.of("redelivered", "newer-services")) {
      assertThat(new HashSet<>(ids(events(name)))).hasSizeLessThan(ids(events(name)).size());
    }
    List<JsonNode> newer = events("newer-services");
    assertThat(newer).anyMatch(e -> e.has("dataregion"));
    assertThat(newer).anyMatch(e -> e.get("data").has("provenance"));
    assertThat(types(newer))
        .contains(
            "org.jiceng.registry.organization-photographed.v1",
            "org.jiceng.activity.site-illuminated.v3");
  }

  @Test
  void everySequenceIsDenseWithWhatIsToComeInItsPlace() throws IOException {
    for (Chapter chapter : new Kit().chapters()) {
      Map<String, Set<Long>> sequences = new TreeMap<>();
      for (JsonNode event : events(chapter.name())) {
        sequences
            .computeIfAbsent(event.get("source").asText(), s -> new TreeSet<>())
            .add(event.get("sequence").asLong());
      }
      assertThat(sequences).hasSize(3);
      sequences.forEach(
          (source, all) -> assertThat(List.copyOf(all).get(all.size() - 1)).isEqualTo(all.size()));
    }
  }

  /** Where a contract has a newer version, histories must hold the older beside it. */
  @Test
  void everyVersionOfAContractIsInAHistory() throws IOException {
    Map<String, Set<String>> versions = new TreeMap<>();
    EventTypes.all()
        .forEach(
            type -> {
              String name = type.getAnnotation(Contract.class).value();
              versions
                  .computeIfAbsent(name.substring(0, name.lastIndexOf('.')), n -> new TreeSet<>())
                  .add(name);
            });
    versions.values().removeIf(names -> names.size() == 1);
    Set<String> told = new TreeSet<>();
    for (Chapter chapter : new Kit().chapters()) {
      told.addAll(types(events(chapter.name())));
    }
    assertThat(told).containsAll(versions.values().stream().flatMap(Set::stream).toList());
  }

  @Test
  void theQuestionsAreOfAreasAndOrganizationsAndOfWhatWasKnown() throws IOException {
    List<JsonNode> questions = new ArrayList<>();
    for (Chapter chapter : new Kit().chapters()) {
      JsonNode file = Kit.JSON.readTree(FILES.get("questions/" + chapter.name() + ".json"));
      file.get("questions").forEach(questions::add);
    }
    for (String field : List.of("area", "organization", "knownAt", "upTo")) {
      assertThat(questions).anyMatch(question -> question.has(field));
    }
    assertThat(FILES.get("expected/in-order.json")).contains(": null").contains(": 0,");
  }

  private static List<JsonNode> events(String name) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : FILES.get("histories/" + name + ".ndjson").split("\n", -1)) {
      if (!line.isEmpty()) {
        events.add(Kit.JSON.readTree(line));
      }
    }
    return events;
  }

  private static List<String> ids(List<JsonNode> events) {
    return events.stream().map(e -> e.get("id").asText()).toList();
  }

  private static Set<String> types(List<JsonNode> events) {
    Set<String> types = new TreeSet<>();
    events.forEach(e -> types.add(e.get("type").asText()));
    return types;
  }

  private static List<JsonNode> inOrder(List<JsonNode> events) {
    return events.stream()
        .sorted(Comparator.comparing(e -> e.get("recordedtime").asText()))
        .toList();
  }

  private static String digest(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
