package org.jiceng.kit.web;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jiceng.kit.problem.Problem;

/**
 * Reads query, header and path parameters so that one which cannot be read is named: the
 * specification's 404 for a wrong query parameter helps nobody. A path parameter that cannot be
 * read leads nowhere, which is 404.
 */
@Provider
public class NamedParameters implements ParamConverterProvider {
  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
          String.class, NamedParameters::text,
          UUID.class, NamedParameters::uuid,
          Integer.class, Integer::valueOf,
          int.class, Integer::valueOf,
          Long.class, Long::valueOf,
          long.class, Long::valueOf,
          Boolean.class, NamedParameters::truth,
          boolean.class, NamedParameters::truth);

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Function<String, ?> reader = type.isEnum() ? constants(type) : READERS.get(type);
    return reader == null ? null : new Naming<>((Function<String, T>) reader, nameOf(annotations));
  }

  private record Naming<T>(Function<String, T> reader, String name) implements ParamConverter<T> {
    @Override
    public T fromString(String value) {
      if (value == null) {
        return null;
      }
      try {
        return reader.apply(value);
      } catch (IllegalArgumentException e) {
        if (name == null) {
          throw Problem.notFound();
        }
        throw Problem.malformed(name, "unreadable");
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }

  private static String nameOf(Annotation[] annotations) {
    return annotations == null
        ? null
        : Arrays.stream(annotations)
            .map(NamedParameters::nameOf)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static String nameOf(Annotation annotation) {
    if (annotation instanceof QueryParam query) {
      return query.value();
    }
    if (annotation instanceof RestQuery query) {
      return query.value();
    }
    if (annotation instanceof HeaderParam header) {
      return header.value();
    }
    return annotation instanceof RestHeader header ? header.value() : null;
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
