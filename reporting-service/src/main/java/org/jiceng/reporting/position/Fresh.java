package org.jiceng.reporting.position;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose answers wait for {@code minPosition}: until everything up to the places that it
 * names is folded, at most as long as {@code Prefer: wait} says. It is in OpenAPI by this, too.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Fresh {}
