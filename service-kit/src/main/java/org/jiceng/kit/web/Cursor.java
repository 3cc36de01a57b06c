package org.jiceng.kit.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.Rfc3339;

/**
 * Where a page of a list ended: the sort keys of its last item, opaque to the client. Anything that
 * was not made here is refused with 400, as is a key of another kind than asked for.
 */
public final class Cursor {
  private static final int ABSENT = -1;

  private final List<String> keys;

  private Cursor(List<String> keys) {
    this.keys = Collections.unmodifiableList(keys);
  }

  /** After the item with these sort keys; a key may be null. */
  public static Cursor of(Object... keys) {
    return new Cursor(Arrays.stream(keys).map(key -> key == null ? null : key.toString()).toList());
  }

  /** What a client sent back. */
  public static Cursor parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      List<String> keys = new ArrayList<>();
      while (bytes.hasRemaining()) {
        keys.add(readKey(bytes));
      }
      Cursor cursor = new Cursor(keys);
      if (keys.isEmpty() || !cursor.toString().equals(text)) {
        throw refused();
      }
      return cursor;
    } catch (RuntimeException | CharacterCodingException e) {
      throw refused();
    }
  }

  /** The sort key at an index; null if it was null. */
  public String key(int index) {
    if (index >= keys.size()) {
      throw refused();
    }
    return keys.get(index);
  }

  /** The sort key at an index as an id; never null. */
  public UUID uuid(int index) {
    return present(read(index, UUID::fromString));
  }

  /** The sort key at an index as a business date; never null. */
  public LocalDate date(int index) {
    return present(read(index, Rfc3339::date));
  }

  /** The sort key at an index as a moment; never null. */
  public Instant instant(int index) {
    return present(read(index, Rfc3339::moment)).toInstant();
  }

  /** The sort key at an index as a whole number; null if it was null. */
  public Long number(int index) {
    return read(index, Long::valueOf);
  }

  /** The opaque form. */
  @Override
  public String toString() {
    List<byte[]> encoded =
        keys.stream()
            .map(key -> key == null ? null : key.getBytes(StandardCharsets.UTF_8))
            .toList();
    int size = encoded.stream().mapToInt(key -> 4 + (key == null ? 0 : key.length)).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    for (byte[] key : encoded) {
      bytes.putInt(key == null ? ABSENT : key.length);
      if (key != null) {
        bytes.put(key);
      }
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private <T> T read(int index, Function<String, T> reader) {
    String key = key(index);
    try {
      return key == null ? null : reader.apply(key);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw refused();
    }
  }

  private static <T> T present(T key) {
    if (key == null) {
      throw refused();
    }
    return key;
  }

  private static String readKey(ByteBuffer bytes) throws CharacterCodingException {
    int length = bytes.getInt();
    if (length == ABSENT) {
      return null;
    }
    ByteBuffer key = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    String text = StandardCharsets.UTF_8.newDecoder().decode(key).toString();
    if (text.indexOf('\0') >= 0) {
      throw refused(); // no text in PostgreSQL holds it
    }
    return text;
  }

  private static Problem refused() {
    return Problem.malformed("cursor", "cursor");
  }
}
