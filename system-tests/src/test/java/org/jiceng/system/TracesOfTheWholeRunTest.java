package org.jiceng.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * After all other tests of the run, and after the sample district was loaded: nobody of the shared
 * stack, by the roster that the stack itself gives out, is in its logs, topics or metrics; nor is
 * any ID number or mobile number at all, in the logs of other stacks neither.
 */
@Order(Integer.MAX_VALUE)
class TracesOfTheWholeRunTest {
  private final District district = District.running();
  private final PersonalSearch search = new PersonalSearch();

  @Test
  void nobodyOfTheRunIsInALogATopicOrAMetric() throws IOException, InterruptedException {
    assertThat(people()).isGreaterThan(100);
    for (Path logs : logs()) {
      search.folder(logs);
    }
    assertThat(new Topics(district.kafkaPort()).each(search::bytes)).isGreaterThan(1000);
    for (Map.Entry<String, URI> service : district.services().entrySet()) {
      search.text("metrics of " + service.getKey(), metrics(service.getValue()));
    }
    assertThat(search.found()).isEmpty();
  }

  /** Makes everyone of the roster known to the search; answers how many they are. */
  private int people() throws IOException, InterruptedException {
    List<String> lines =
        district.member("registrar").file("members/export?format=ndjson").lines().toList();
    for (String line : lines) {
      JsonNode person = Api.JSON.readTree(line);
      search.name(person.get("name").asText());
      if (person.hasNonNull("phone")) {
        search.phone(person.get("phone").asText());
      }
    }
    return lines.size();
  }

  private static List<Path> logs() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("target").toAbsolutePath())) {
      return folders.map(folder -> folder.resolve("logs")).filter(Files::isDirectory).toList();
    }
  }

  private static String metrics(URI service) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(service.resolve("/q/metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
