package org.jiceng.kit.test.nonsense;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What the document's schemas ask for, and a body that has the right form. */
final class Schemas {
  /** What a value is, in the words by which senseless ones are chosen. */
  enum Form {
    TEXT,
    CHOICE,
    UUID,
    DATE,
    MOMENT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    LIST,
    OBJECT
  }

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode all;
  private final Map<String, Supplier<?>> known;
  private final Map<String, String> made = new HashMap<>();

  /** Fields of these names get the values that are known for them. */
  Schemas(JsonNode document, Map<String, Supplier<?>> known) {
    all = document.path("components").path("schemas");
    this.known = known;
  }

  /** What is known is made anew from here on, since a question may have used up the last. */
  void forget() {
    made.clear();
  }

  boolean knows(String name) {
    return known.containsKey(name);
  }

  Form form(JsonNode schema) {
    String name = name(schema);
    JsonNode meant = resolved(schema);
    if (meant.has("enum")) {
      return Form.CHOICE;
    }
    return switch (name) {
      case "UUID" -> Form.UUID;
      case "LocalDate" -> Form.DATE;
      case "Instant", "OffsetDateTime" -> Form.MOMENT;
      default -> ofType(meant.path("type").asText());
    };
  }

  /** A field of a body, at any depth: of a list, those of its first element. */
  record Field(JsonPointer in, String name, JsonNode schema) {}

  /** All fields of a body. */
  List<Field> fields(JsonNode schema) {
    List<Field> found = new ArrayList<>();
    add(found, JsonPointer.empty(), schema);
    return found;
  }

  private void add(List<Field> found, JsonPointer in, JsonNode schema) {
    for (Map.Entry<String, JsonNode> property : properties(schema)) {
      String name = property.getKey();
      JsonPointer place = in.appendProperty(name);
      found.add(new Field(in, name, property.getValue()));
      switch (form(property.getValue())) {
        case OBJECT -> add(found, place, property.getValue());
        case LIST -> add(found, place.appendIndex(0), items(property.getValue()));
        default -> {}
      }
    }
  }

  private Iterable<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
    return resolved(schema).path("properties").properties();
  }

  private JsonNode items(JsonNode schema) {
    return resolved(schema).path("items");
  }

  /** A value of the right form. */
  JsonNode sample(String name, JsonNode schema) {
    if (known.containsKey(name) && isOneValue(schema)) {
      return JSON.textNode(made.computeIfAbsent(name, unmade -> known.get(name).get().toString()));
    }
    return switch (form(schema)) {
      case CHOICE -> resolved(schema).path("enum").get(0);
      case UUID -> JSON.textNode(UUID.randomUUID().toString());
      case DATE -> JSON.textNode("2009-01-01");
      case MOMENT -> JSON.textNode("2030-01-01T08:00:00Z");
      case INTEGER, DECIMAL -> JSON.numberNode(1);
      case BOOLEAN -> JSON.booleanNode(false);
      case LIST -> list(name, schema);
      case OBJECT -> object(schema);
      case TEXT -> text(resolved(schema));
    };
  }

  private boolean isOneValue(JsonNode schema) {
    return form(schema) != Form.LIST && !properties(schema).iterator().hasNext();
  }

  private ArrayNode list(String name, JsonNode schema) {
    return JSON.arrayNode().add(sample(name, items(schema)));
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode made = JSON.objectNode();
    properties(schema).forEach(p -> made.set(p.getKey(), sample(p.getKey(), p.getValue())));
    return made;
  }

  private static JsonNode text(JsonNode schema) {
    return schema.has("examples") ? schema.get("examples").get(0) : JSON.textNode("x");
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? all.path(name(schema)) : schema;
  }

  private static String name(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  private static Form ofType(String type) {
    return switch (type) {
      case "integer" -> Form.INTEGER;
      case "number" -> Form.DECIMAL;
      case "boolean" -> Form.BOOLEAN;
      case "array" -> Form.LIST;
      case "object" -> Form.OBJECT;
      default -> Form.TEXT;
    };
  }
}
