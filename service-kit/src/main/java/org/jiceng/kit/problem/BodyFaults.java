package org.jiceng.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what is wrong with a JSON body, naming the field and where it stands. */
final class BodyFaults {
  private BodyFaults() {}

  static Problem of(JacksonException e) {
    Problem within = problemWithin(e);
    if (within != null) {
      return within;
    }
    String field = e instanceof JsonMappingException mapping ? field(mapping) : "";
    JsonLocation place = e.getLocation();
    int line = place == null ? 0 : place.getLineNr();
    int column = place == null ? 0 : place.getColumnNr();
    if (field.isEmpty()) {
      return new Problem(CommonProblems.MALFORMED_BODY, line, column);
    }
    Problem problem = new Problem(CommonProblems.VALIDATION_FAILED);
    if (e instanceof UnrecognizedPropertyException) {
      return problem.and(field, "unknown-field", line, column);
    }
    if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
      return problem.and(field, "unknown-value", words(wrong.getTargetType()), line, column);
    }
    return e instanceof MismatchedInputException
        ? problem.and(field, "wrong-type", line, column)
        : problem.and(field, "unreadable-value", line, column);
  }

  /** A value type may refuse its text with a problem of its own. */
  private static Problem problemWithin(Throwable e) {
    return Stream.iterate(e, t -> t != null, Throwable::getCause)
        .filter(Problem.class::isInstance)
        .map(Problem.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static String field(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String words(Class<?> enumeration) {
    return Arrays.stream(enumeration.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.joining(", "));
  }
}
