package org.jiceng.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas take what was really sent, and nothing that lacks what is promised. */
class SchemasHoldTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @ParameterizedTest
  @MethodSource("everyType")
  void whatWasSentFitsItsSchema(String type) throws IOException {
    assertThat(schema(type).validate(golden(type).toString(), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void whatLacksARequiredFieldDoesNot(String type) throws IOException {
    List<String> required = new ArrayList<>();
    JSON.readTree(schemaFile(type).toFile())
        .path("required")
        .forEach(f -> required.add(f.asText()));
    assertThat(required).isNotEmpty();
    for (String field : required) {
      ObjectNode without = golden(type);
      without.remove(field);
      assertThat(schema(type).validate(without.toString(), InputFormat.JSON))
          .as(field)
          .isNotEmpty();
    }
  }

  static Stream<String> everyType() {
    return EventTypes.all().stream().map(type -> type.getAnnotation(Contract.class).value());
  }

  private static Schema schema(String type) throws IOException {
    return REGISTRY.getSchema(Files.readString(schemaFile(type)), InputFormat.JSON);
  }

  private static Path schemaFile(String type) {
    return Path.of("src/main/resources/schemas", type + ".json");
  }

  private static ObjectNode golden(String type) throws IOException {
    return (ObjectNode)
        JSON.readTree(Path.of("src/test/resources/golden", type + ".json").toFile());
  }
}
