package org.jiceng.reporting.position;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose answers follow from the question, the scope and roles of who asks, the day and
 * what is folded, and from nothing else. They have an entity tag of these, so that who has an
 * answer already is told so before it is worked out again.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface FromLogs {}
