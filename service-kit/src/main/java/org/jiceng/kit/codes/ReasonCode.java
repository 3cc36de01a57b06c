package org.jiceng.kit.codes;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Why something was done, as a word in capitals such as {@code LEASE_ENDED}. It travels in events,
 * which are kept for ever: so it has no room for a sentence, a name or a number.
 */
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@Size(max = 40)
@Pattern(regexp = "(?=.{1,40}$)[A-Z]+(_[A-Z]+)*") // looks ahead, since a group recurs for each word
public @interface ReasonCode {
  /** Unused: the parts word their own refusals. */
  String message() default "";

  /** When it is checked. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};
}
