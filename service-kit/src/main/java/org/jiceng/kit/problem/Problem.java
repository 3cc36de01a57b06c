package org.jiceng.kit.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal that the caller is told about as {@code application/problem+json}. Thrown out of a
 * transaction, it rolls the transaction back.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient List<Object> args;
  private final transient List<Fault> faults = new ArrayList<>();
  private final transient Map<String, Object> extensions = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /** The arguments fill {@code {0}}, {@code {1}}… of the type's detail. */
  public Problem(ProblemType type, Object... args) {
    super(type.code());
    this.type = type;
    this.args = Collections.unmodifiableList(Arrays.asList(args.clone()));
  }

  /**
   * A well-formed request that breaks a rule in one field (422). The sentence stands in the bundles
   * under {@code violation.<code>}.
   */
  public static Problem violation(String field, String code, Object... args) {
    return new Problem(CommonProblems.RULE_BROKEN).and(field, code, args);
  }

  /** A field or parameter that cannot be read (400); the sentence as in {@link #violation}. */
  public static Problem malformed(String field, String code, Object... args) {
    return new Problem(CommonProblems.VALIDATION_FAILED).and(field, code, args);
  }

  /** Not there, or not for this caller to know: both look the same (404). */
  public static Problem notFound() {
    return new Problem(CommonProblems.NOT_FOUND);
  }

  /** Names the field that the problem is about; its violation repeats the problem's detail. */
  public Problem at(String field) {
    faults.add(new Fault(field, type.code(), null, null));
    return this;
  }

  /** One more field that breaks a rule. */
  public Problem and(String field, String code, Object... args) {
    faults.add(new Fault(field, code, Arrays.asList(args.clone()), null));
    return this;
  }

  /** One more field, with a sentence that is already in the caller's language. */
  Problem andSaying(String field, String code, String message) {
    faults.add(new Fault(field, code, null, message));
    return this;
  }

  /** An additional member of the answer, such as the alternatives to a taken slot. */
  public Problem with(String member, Object value) {
    extensions.put(member, value);
    return this;
  }

  /** A header of the answer, such as {@code Retry-After}. */
  public Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** What kind of problem this is. */
  public ProblemType type() {
    return type;
  }

  /** The code of the first field at fault, or else of the problem: why, in one word. */
  public String reason() {
    return faults.isEmpty() ? type.code() : faults.get(0).code();
  }

  List<Object> args() {
    return args;
  }

  List<Fault> faults() {
    return faults;
  }

  Map<String, Object> extensions() {
    return extensions;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** A violation before it is put into words; without any of its own it takes the detail. */
  record Fault(String field, String code, List<Object> args, String message) {}
}
