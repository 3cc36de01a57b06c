package org.jiceng.kit.test.nonsense;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiceng.kit.test.nonsense.Schemas.Form;
import org.jiceng.kit.web.Cursor;

/** The senseless values, and those at the edge of sense. */
final class Values {
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  /** What names nothing that there is, as it stands in an address. */
  static final List<String> ADDRESSES =
      List.of(
          NOBODY,
          "x",
          "-1",
          "null",
          "9223372036854775808",
          "%00",
          "%27%20or%201=1--",
          "%F0%9F%98%80",
          "%C0%80",
          "%ED%A0%80",
          "9".repeat(12),
          "x".repeat(300));

  private static final List<String> DATES =
      List.of(
          "9999-12-31",
          "0001-01-01",
          "0000-01-01",
          "-4714-01-01",
          "+292278994-08-17",
          "+999999999-12-31",
          "-999999999-01-01");
  private static final List<String> MOMENTS =
      List.of(
          "9999-12-31T23:59:59Z",
          "0001-01-01T00:00:00Z",
          "+292278994-08-17T07:12:55.807Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z");

  private Values() {}

  /** What a query parameter of a form may be asked with: refused or answered, never failed at. */
  static List<String> asked(Form form) {
    List<String> values =
        new ArrayList<>(
            List.of(
                "", "x", "-1", "0", "2147483648", "9".repeat(40), "1e9", "\0", "😀", "' or 1=1"));
    values.add("%_\\".repeat(300));
    values.addAll(
        switch (form) {
          case DATE -> Stream.concat(DATES.stream(), Stream.of("2026-02-30", "2026-1-1")).toList();
          case MOMENT -> MOMENTS;
          case UUID, LIST -> List.of(NOBODY, UUID.randomUUID().toString());
          default -> List.of("2147483647", "999999999999", "\t\n\u0001", "a,b,,c", "*", "(", "P1D");
        });
    return values;
  }

  /** Cursors that no list has given out. */
  static List<String> cursors() {
    List<Object> keys =
        List.of("x", NOBODY, "+999999999-12-31", "2009-01-01", Long.MAX_VALUE, "1e99999");
    List<String> found = new ArrayList<>(List.of("x", "////", "AAAA", "\0", "AAAAAH8"));
    for (int count = 1; count <= 4; count++) {
      for (Object key : keys) {
        found.add(Cursor.of(Collections.nCopies(count, key).toArray()).toString());
      }
      found.add(Cursor.of(new Object[count]).toString());
    }
    found.add(Cursor.of("2009-01-01", NOBODY).toString());
    found.add(Cursor.of("+999999999-12-31", NOBODY).toString());
    found.add(Cursor.of("-999999999-01-01T00:00:00Z", NOBODY).toString());
    found.add(Cursor.of("+1000000000-12-31T23:59:59Z", NOBODY).toString());
    found.add(Cursor.of(Long.MIN_VALUE, NOBODY).toString());
    return found;
  }

  /** What no field of a form can be, as JSON. */
  static List<String> senseless(Form form) {
    List<String> wrong = new ArrayList<>();
    if (form != Form.TEXT) {
      wrong.add("\"\"");
    }
    if (form != Form.OBJECT) {
      wrong.add("{\"a\":1}");
    }
    if (form != Form.LIST) {
      wrong.add("[1]");
    }
    wrong.addAll(
        switch (form) {
          case TEXT -> List.of("5", "true", "1e400", "\"a\\u0000b\"", "\"a\\ud800b\"");
          case CHOICE -> List.of("\"MOON\"", "0", "99", "true", "\"a\\u0000b\"");
          case UUID -> List.of("\"x\"", "5", "\"1-1-1-1-1\"", "\"\\u0000\"", "true");
          case DATE -> List.of("\"2026-02-30\"", "\"x\"", "1e400", "true", "\"2026-01-01T00:00\"");
          case MOMENT -> List.of("\"2026-02-30\"", "\"x\"", "true");
          case INTEGER -> List.of("\"5\"", "\"x\"", "true", "1e400", "9".repeat(40), "1.5", "NaN");
          case DECIMAL -> List.of("\"5\"", "\"x\"", "true", "NaN");
          case BOOLEAN -> List.of("\"true\"", "1", "\"x\"");
          case LIST -> List.of("5", "\"x\"", "[[[1]]]", "[{\"无此\":1}]");
          case OBJECT -> List.of("5", "\"x\"", "{\"无此\":1}");
        });
    return wrong;
  }

  /** What a field of a form could be, if hardly. */
  static List<String> edges(Form form, String sample) {
    List<String> edges =
        new ArrayList<>(
            switch (form) {
              case TEXT -> texts();
              case UUID -> List.of(quoted(NOBODY), quoted(UUID.randomUUID().toString()));
              case DATE -> DATES.stream().map(Values::quoted).toList();
              case MOMENT -> MOMENTS.stream().map(Values::quoted).toList();
              case INTEGER, DECIMAL ->
                  List.of(
                      "0",
                      "-1",
                      "2147483647",
                      "-2147483648",
                      "9223372036854775807",
                      "1e2",
                      "1e400",
                      "1e99999999",
                      "0.0000000000000000000000000001",
                      "9".repeat(400));
              case LIST ->
                  List.of(
                      "[]",
                      "[null]",
                      "[%s,%<s]".formatted(element(sample)),
                      "[" + (element(sample) + ",").repeat(5000) + element(sample) + "]");
              default -> List.of();
            });
    edges.add("null");
    return edges;
  }

  /** What no operation can read as its body. */
  static List<byte[]> bodies() {
    byte[] notText = {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'};
    return Stream.concat(
            Stream.of(
                    "[]",
                    "5",
                    "null",
                    "\"x\"",
                    "{",
                    "{} x",
                    "\0",
                    "{\"无此\":1}",
                    "{\"\\u0000\":1}",
                    "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
                    "{\"" + "a".repeat(60_000) + "\":1}",
                    "{\"a\":" + "9".repeat(5000) + "}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8)),
            Stream.of(notText))
        .toList();
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of("\"\"", "\" \"", "\"\\n\\t\"", "\"长\""));
    texts.add(quoted("长".repeat(5000)));
    texts.add(quoted("A_".repeat(20_000) + "A"));
    texts.add("\"a\\u0001\\uffffb\"");
    texts.add(quoted("9".repeat(12)));
    texts.add(quoted("https://[::1"));
    texts.add(quoted("' or 1=1--"));
    texts.add(quoted("%_\\\"'"));
    texts.add(quoted("😀\u202e"));
    return texts;
  }

  private static String element(String list) {
    return list.substring(1, list.length() - 1);
  }

  private static String quoted(String text) {
    try {
      return new ObjectMapper().writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
