package org.jiceng.kit.web;

import static java.util.Map.entry;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.problem.UnreadableParameter;
import org.jiceng.kit.time.Rfc3339;

/**
 * Reads parameters to the letter, and says which value it could not read: so that its parameter can
 * be named, where the specification's bare 404 helps nobody.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {
  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.ofEntries(
          entry(String.class, StrictParameters::text),
          entry(UUID.class, StrictParameters::uuid),
          entry(AreaCode.class, AreaCode::parse),
          entry(LocalDate.class, Rfc3339::date),
          entry(OffsetDateTime.class, Rfc3339::moment),
          entry(Instant.class, text -> Rfc3339.moment(text).toInstant()),
          entry(Integer.class, Integer::valueOf),
          entry(int.class, Integer::valueOf),
          entry(Long.class, Long::valueOf),
          entry(long.class, Long::valueOf),
          entry(Boolean.class, StrictParameters::truth),
          entry(boolean.class, StrictParameters::truth));

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Function<String, ?> reader = type.isEnum() ? constants(type) : READERS.get(type);
    return reader == null ? null : new Reading<>((Function<String, T>) reader);
  }

  private record Reading<T>(Function<String, T> reader) implements ParamConverter<T> {
    @Override
    public T fromString(String value) {
      if (value == null) {
        return null;
      }
      try {
        return reader.apply(value);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new UnreadableParameter(value);
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }

  private static Function<String, Object> constants(Class<?> type) {
    return text ->
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> ((Enum<?>) constant).name().equals(text))
            .findFirst()
            .orElseThrow(IllegalArgumentException::new);
  }

  /** No text in PostgreSQL holds the character NUL. */
  private static String text(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException();
    }
    return value;
  }

  /** Only the form of 36 characters; the parser would take shorter ones. */
  private static UUID uuid(String value) {
    if (value.length() != 36) {
      throw new IllegalArgumentException();
    }
    return UUID.fromString(value);
  }

  private static Boolean truth(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }
}
