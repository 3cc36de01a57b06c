package org.jiceng.reporting.report.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The templates that a district begins with, as the migration that brings them has them. */
public final class Seeds {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MIGRATION = "/db/migration/V1_46__report_template_seeds.sql";
  private static final Pattern EACH =
      Pattern.compile("\\('([a-z-]+)', 0, 'ACTIVE', \\$json\\$(.*?)\\$json\\$", Pattern.DOTALL);

  private Seeds() {}

  static Map<String, ObjectNode> all() {
    Map<String, ObjectNode> seeds = new TreeMap<>();
    Matcher each = EACH.matcher(migration());
    while (each.find()) {
      try {
        seeds.put(each.group(1), (ObjectNode) JSON.readTree(each.group(2)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    return seeds;
  }

  /** One of them, under a name of its own. */
  public static ObjectNode copy(String of, String name) {
    return all().get(of).put("template", name);
  }

  private static String migration() {
    try (InputStream file = Seeds.class.getResourceAsStream(MIGRATION)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
