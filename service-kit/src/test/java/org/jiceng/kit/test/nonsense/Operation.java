package org.jiceng.kit.test.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * One operation of an OpenAPI document.
 *
 * @param body the schema of its JSON body; empty if it takes none
 * @param file whether it takes a file
 */
record Operation(
    String method, String path, List<Parameter> parameters, Optional<JsonNode> body, boolean file) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** A parameter; {@code in} is path, query or header. */
  record Parameter(String name, String in, boolean required, JsonNode schema) {}

  /** All of a document's, without those that serve browsers and no machine. */
  static List<Operation> of(JsonNode document) {
    List<Operation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      if (path.getKey().startsWith("/api/")) {
        for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
          if (METHODS.contains(each.getKey())) {
            found.add(of(each.getKey(), path.getKey(), path.getValue(), each.getValue()));
          }
        }
      }
    }
    return found;
  }

  List<Parameter> in(String place) {
    return parameters.stream().filter(p -> p.in().equals(place)).toList();
  }

  boolean writes() {
    return !method.equals("GET");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  private static Operation of(String method, String path, JsonNode item, JsonNode operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode described : List.of(item.path("parameters"), operation.path("parameters"))) {
      StreamSupport.stream(described.spliterator(), false)
          .map(Operation::parameter)
          .forEach(parameters::add);
    }
    JsonNode content = operation.path("requestBody").path("content");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        Optional.of(content.path("application/json").path("schema")).filter(s -> !s.isEmpty()),
        content.has("text/csv"));
  }

  private static Parameter parameter(JsonNode parameter) {
    return new Parameter(
        parameter.path("name").asText(),
        parameter.path("in").asText(),
        parameter.path("required").asBoolean(),
        parameter.path("schema"));
  }
}
