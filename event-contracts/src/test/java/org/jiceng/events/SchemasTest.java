package org.jiceng.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published schemas say what the records say; {@code -Djiceng.schemas.write=true} renews them.
 */
class SchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaGenerator GENERATOR = generator();

  @ParameterizedTest
  @MethodSource("everyEvent")
  void thePublishedSchemaIsThatOfTheRecord(Class<? extends DomainEvent> type) throws IOException {
    String name = type.getAnnotation(Contract.class).value();
    Path published = Path.of("src/main/resources/schemas", name + ".json");
    ObjectNode schema = GENERATOR.generateSchema(type);
    schema.put("$id", "https://jiceng.org/schemas/" + name + ".json");
    schema.put("title", name);
    if (Boolean.getBoolean("jiceng.schemas.write")) {
      Files.writeString(
          published, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
    }
    assertThat(published).exists();

    JsonNode committed = JSON.readTree(published.toFile());

    assertThat(committed).isEqualTo(JSON.readTree(schema.toString()));
  }

  static Stream<Class<? extends DomainEvent>> everyEvent() {
    return EventTypes.all().stream();
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.FLATTENED_ENUMS)
            .without(Option.NONPUBLIC_STATIC_FIELDS);
    config
        .forFields()
        .withNullableCheck(SchemasTest::isNullable)
        .withRequiredCheck(field -> !isNullable(field));
    return new SchemaGenerator(config.build());
  }

  private static boolean isNullable(com.github.victools.jsonschema.generator.FieldScope field) {
    return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
