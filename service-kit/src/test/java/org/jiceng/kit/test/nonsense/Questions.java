package org.jiceng.kit.test.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiceng.kit.test.nonsense.Operation.Parameter;
import org.jiceng.kit.test.nonsense.Schemas.Field;
import org.jiceng.kit.test.nonsense.Schemas.Form;

/** The senseless requests to one operation. */
final class Questions {
  private static final String UNKNOWN_FIELD = "{\"无此\":1}";

  private static final String HERE = "\uE000";

  private final Operation operation;
  private final Schemas schemas;
  private final Places places;

  Questions(Operation operation, Schemas schemas, Places places) {
    this.operation = operation;
    this.schemas = schemas;
    this.places = places;
  }

  /** Those that everybody asks: few of each kind. */
  List<Asked> few() {
    List<Asked> few = new ArrayList<>(pathless(Values.ADDRESSES.subList(0, 2)));
    few.addAll(wholeBodies().stream().limit(1).toList());
    wrongQueries().limit(4).forEach(few::add);
    return few;
  }

  /** Those that must be refused. */
  List<Asked> senseless() {
    List<Asked> all = new ArrayList<>(pathless(Values.ADDRESSES));
    all.addAll(wholeBodies());
    operation.body().ifPresent(schema -> all.addAll(wrongFields(schema)));
    if (operation.writes()) {
      all.addAll(wrongHeaders());
    }
    return all;
  }

  /** Those that may be refused or answered. */
  List<Asked> edges() {
    List<Asked> all = new ArrayList<>();
    queries().forEach(all::add);
    operation.body().ifPresent(schema -> all.addAll(oddFields(schema)));
    if (operation.file()) {
      Files.all().forEach(file -> all.add(file.to(address(""))));
    }
    return all;
  }

  private List<Asked> pathless(List<String> values) {
    List<Asked> asked = new ArrayList<>();
    for (Parameter parameter : operation.in("path")) {
      for (String value : values) {
        String address = places.fill(operation.path().replace("{" + parameter.name() + "}", value));
        asked.add(new Asked(operation.method(), address + query(""), utf8(UNKNOWN_FIELD), true));
      }
    }
    return operation.file() ? List.of() : asked;
  }

  private List<Asked> wholeBodies() {
    if (operation.body().isEmpty()) {
      return List.of();
    }
    return Values.bodies().stream()
        .map(body -> new Asked(operation.method(), address(""), body, true))
        .toList();
  }

  private List<Asked> wrongFields(JsonNode schema) {
    List<Asked> asked = new ArrayList<>();
    for (Field field : schemas.fields(schema)) {
      for (String value : Values.senseless(schemas.form(field.schema()))) {
        asked.add(json(schema, field, value, true));
      }
    }
    return asked;
  }

  private List<Asked> oddFields(JsonNode schema) {
    List<Asked> asked = new ArrayList<>();
    for (Field field : schemas.fields(schema)) {
      schemas.forget();
      Form form = schemas.form(field.schema());
      String sample = schemas.sample(field.name(), field.schema()).toString();
      for (String value : Values.edges(form, sample)) {
        asked.add(json(schema, field, value, false));
      }
    }
    asked.add(Asked.json(operation.method(), address(""), "{}", false));
    return asked;
  }

  /** The right body, but for one field. */
  private Asked json(JsonNode schema, Field field, String value, boolean refused) {
    JsonNode body = schemas.sample("", schema);
    ((ObjectNode) body.at(field.in())).put(field.name(), HERE);
    String text = body.toString().replace('"' + HERE + '"', value);
    return Asked.json(operation.method(), address(""), text, refused);
  }

  private List<Asked> wrongHeaders() {
    String tags = "\"\",".repeat(1500) + "\"\"";
    List<Map<String, String>> wrong = new ArrayList<>();
    if (operation.in("header").stream().anyMatch(h -> h.name().equals("Idempotency-Key"))) {
      wrong.add(Map.of("Idempotency-Key", "k".repeat(2000), "If-Match", "*"));
      wrong.add(Map.of("Idempotency-Key", "", "If-Match", "*"));
    }
    if (operation.in("header").stream().anyMatch(h -> h.name().equals("If-Match"))) {
      Stream.of("x", "7", "\"" + "9".repeat(40) + "\"", tags, "W/\"0\"")
          .forEach(tag -> wrong.add(Map.of("If-Match", tag)));
    }
    return wrong.stream()
        .map(
            headers ->
                new Asked(
                    operation.method(),
                    address(""),
                    operation.file() ? "text/csv" : "application/json",
                    utf8(operation.body().map(s -> "" + schemas.sample("", s)).orElse("{}")),
                    headers,
                    true))
        .toList();
  }

  private Stream<Asked> wrongQueries() {
    return operation.writes() ? Stream.empty() : queries();
  }

  private Stream<Asked> queries() {
    return operation.in("query").stream()
        .flatMap(
            parameter ->
                values(parameter)
                    .map(value -> parameter.name() + "=" + encoded(value))
                    .map(this::queried));
  }

  private Asked queried(String query) {
    return operation.file()
        ? Files.EMPTY.to(address(query))
        : new Asked(operation.method(), address(query), utf8("{}"), false);
  }

  private Stream<String> values(Parameter parameter) {
    return parameter.name().equals("cursor")
        ? Values.cursors().stream()
        : Values.asked(schemas.form(parameter.schema())).stream();
  }

  private String address(String query) {
    return places.fill(operation.path()) + query(query);
  }

  /** What must be in every query, with one thing instead. */
  private String query(String instead) {
    String name = instead.replaceFirst("=.*", "");
    List<String> parts = new ArrayList<>();
    for (Parameter parameter : operation.in("query")) {
      boolean needed = parameter.required() || schemas.knows(parameter.name());
      if (needed && !parameter.name().equals(name)) {
        String value = schemas.sample(parameter.name(), parameter.schema()).asText();
        parts.add(parameter.name() + "=" + encoded(value));
      }
    }
    if (!instead.isEmpty()) {
      parts.add(instead);
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
