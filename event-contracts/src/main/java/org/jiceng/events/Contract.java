package org.jiceng.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The CloudEvents {@code type} under which a record travels, version included. The type outlives
 * the class name: a class may be renamed, a published type never changes in place.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Contract {
  /** For example {@code org.jiceng.member.transfer-completed.v1}. */
  String value();
}
