package org.jiceng.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Says which fields break which constraints, in our own words: codes like {@code not-null}. */
final class ConstraintFaults {
  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern STANDARD =
      Pattern.compile("^\\{(jakarta\\.validation|org\\.hibernate)\\.");
  private static final List<String> ATTRIBUTES =
      List.of("min", "max", "value", "integer", "fraction");

  private ConstraintFaults() {}

  static Problem of(ConstraintViolationException e) {
    if (e.getConstraintViolations().stream().anyMatch(ConstraintFaults::isOurs)) {
      return new Problem(CommonProblems.INTERNAL);
    }
    Problem problem = new Problem(CommonProblems.VALIDATION_FAILED);
    e.getConstraintViolations().stream()
        .sorted(Comparator.comparing(ConstraintFaults::field).thenComparing(ConstraintFaults::code))
        .forEach(v -> add(problem, v));
    return problem;
  }

  /** A constraint that says something of its own, or that we have no words for, is quoted. */
  private static void add(Problem problem, ConstraintViolation<?> v) {
    boolean standard = STANDARD.matcher(v.getMessageTemplate()).find();
    boolean known = Messages.in(List.of()).pattern("violation." + code(v)).isPresent();
    if (standard && known) {
      problem.and(field(v), code(v), args(v));
    } else {
      problem.andSaying(field(v), code(v), v.getMessage());
    }
  }

  /** An answer that breaks a constraint is not the caller's doing. */
  private static boolean isOurs(ConstraintViolation<?> violation) {
    return nodes(violation.getPropertyPath())
        .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
  }

  /** A parameter goes by its own name, a field of a body without the name of the parameter. */
  private static String field(ConstraintViolation<?> violation) {
    String name =
        nodes(violation.getPropertyPath())
            .filter(n -> n.getKind() == ElementKind.PROPERTY)
            .map(Path.Node::toString)
            .collect(Collectors.joining("."));
    return name.isEmpty()
        ? nodes(violation.getPropertyPath())
            .filter(n -> n.getKind() == ElementKind.PARAMETER)
            .map(Path.Node::getName)
            .collect(Collectors.joining("."))
        : name;
  }

  private static String code(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return WORD_START.matcher(constraint).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  private static Object[] args(ConstraintViolation<?> violation) {
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    return ATTRIBUTES.stream().map(attributes::get).filter(Objects::nonNull).toArray();
  }

  private static Stream<Path.Node> nodes(Path path) {
    return StreamSupport.stream(path.spliterator(), false);
  }
}
