package org.jiceng.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A compose file as docker compose reads it: anchors and merge keys resolved, variables put in.
 *
 * @param written as it is in the file, variables and all
 */
record ComposeFile(JsonNode written) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:(\\$)|\\{(\\w+)(?:(:?[-?])([^}]*))?})");

  static ComposeFile of(String name) {
    try {
      String yaml = Files.readString(ROOT.resolve(name));
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      return new ComposeFile(JSON.valueToTree(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A variable in the file: how it is asked for ({@code :?}, {@code :-} …) and the words after. */
  record Variable(String name, String how, String words) {
    boolean required() {
      return how.endsWith("?");
    }

    /** What it is without a value of its own. */
    String otherwise() {
      return how.endsWith("-") ? words : "";
    }
  }

  Stream<Variable> variables() {
    return VARIABLE
        .matcher(written.toString())
        .results()
        .filter(match -> match.group(1) == null)
        .map(ComposeFile::variable);
  }

  /** The services by name, as they would be started where only the required variables are set. */
  Map<String, JsonNode> services() {
    Map<String, JsonNode> services = new TreeMap<>();
    started()
        .path("services")
        .fields()
        .forEachRemaining(s -> services.put(s.getKey(), s.getValue()));
    return services;
  }

  JsonNode started() {
    return filled(written);
  }

  private static JsonNode filled(JsonNode node) {
    if (node.isTextual()) {
      String text =
          VARIABLE.matcher(node.asText()).replaceAll(m -> Matcher.quoteReplacement(value(m)));
      return TextNode.valueOf(text);
    }
    if (node instanceof ArrayNode list) {
      ArrayNode all = JSON.createArrayNode();
      list.forEach(item -> all.add(filled(item)));
      return all;
    }
    if (node instanceof ObjectNode fields) {
      ObjectNode all = JSON.createObjectNode();
      fields.fields().forEachRemaining(field -> all.set(field.getKey(), filled(field.getValue())));
      return all;
    }
    return node;
  }

  private static String value(MatchResult match) {
    if (match.group(1) != null) {
      return "$";
    }
    Variable variable = variable(match);
    return variable.required() ? "set" : variable.otherwise();
  }

  private static Variable variable(MatchResult match) {
    String how = match.group(3) == null ? "" : match.group(3);
    return new Variable(match.group(2), how, match.group(4) == null ? "" : match.group(4));
  }
}
