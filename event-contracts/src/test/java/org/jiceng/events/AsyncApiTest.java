package org.jiceng.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * {@code asyncapi.yaml} lists every topic and every event in it; {@code
 * -Djiceng.asyncapi.write=true} renews the lists of messages.
 */
class AsyncApiTest {
  private static final Path FILE = Path.of("src/main/resources/asyncapi.yaml");
  private final ObjectMapper yaml = new YAMLMapper();

  @Test
  void everyEventIsAMessageOfItsTopic() throws IOException {
    ObjectNode document = (ObjectNode) yaml.readTree(FILE.toFile());
    if (Boolean.getBoolean("jiceng.asyncapi.write")) {
      renew(document);
      Files.writeString(FILE, yaml.writeValueAsString(document));
    }
    for (Topic topic : Topic.values()) {
      JsonNode messages =
          document.at("/channels/" + topic.name().toLowerCase(Locale.ROOT) + "/messages");
      assertThat(namesOf(messages)).isEqualTo(typesOf(topic));
    }
  }

  @Test
  void everyMessageRefersToAPublishedSchema() throws IOException {
    JsonNode messages = yaml.readTree(FILE.toFile()).at("/components/messages");
    assertThat(namesOf(messages)).hasSameSizeAs(EventTypes.all());
    for (String type : namesOf(messages)) {
      String reference = messages.get(type).at("/payload/schema/$ref").asText();
      assertThat(FILE.getParent().resolve(reference)).exists();
    }
  }

  private static void renew(ObjectNode document) {
    ObjectNode components = ((ObjectNode) document.get("components")).putObject("messages");
    for (Topic topic : Topic.values()) {
      ObjectNode channel =
          (ObjectNode) document.at("/channels/" + topic.name().toLowerCase(Locale.ROOT));
      ObjectNode messages = channel.putObject("messages");
      for (String type : typesOf(topic)) {
        messages.putObject(type).put("$ref", "#/components/messages/" + type);
        ObjectNode message = components.putObject(type);
        message.put("name", type);
        message.put("contentType", "application/json");
        message.putObject("headers").put("$ref", "#/components/schemas/headers");
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.putObject("schema").put("$ref", "schemas/" + type + ".json");
      }
    }
  }

  private static TreeSet<String> typesOf(Topic topic) {
    return EventTypes.all().stream()
        .filter(topic.events()::isAssignableFrom)
        .map(type -> type.getAnnotation(Contract.class).value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> namesOf(JsonNode object) {
    Iterable<String> names = object::fieldNames;
    return StreamSupport.stream(names.spliterator(), false)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
