package org.jiceng.certification.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files by which another system proves its own consumer right: histories of events as they are
 * consumed, questions, and the figures that are right. Made from fixed seeds, the same to the byte
 * wherever it is made.
 */
public final class Kit {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final List<Chapter> chapters = Chapter.all();
  private final Map<String, Map<String, BigDecimal>> expected = new LinkedHashMap<>();

  /** What is asked of a history. */
  private record Asked(String history, List<Question> questions) {}

  /** The histories, from the easiest to the hardest. */
  public List<Chapter> chapters() {
    return chapters;
  }

  /** What is right, question by question. */
  public Map<String, Map<String, BigDecimal>> expected() {
    if (expected.isEmpty()) {
      chapters.forEach(
          chapter -> chapter.expected().answers().forEach(a -> expected.put(a.id(), a.figures())));
    }
    return expected;
  }

  /** All files by name. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (Chapter chapter : chapters) {
      files.put("histories/" + chapter.name() + ".ndjson", chapter.lines());
      files.put(
          "questions/" + chapter.name() + ".json",
          json(new Asked(chapter.name(), chapter.questions())));
      files.put("expected/" + chapter.name() + ".json", json(chapter.expected()));
    }
    return files;
  }

  /** Writes the files below a directory. */
  public void write(Path directory) {
    files().forEach((name, content) -> write(directory.resolve(name), content));
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be written: " + file, e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
