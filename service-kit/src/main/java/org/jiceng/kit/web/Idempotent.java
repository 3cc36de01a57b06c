package org.jiceng.kit.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST resource method, returning a {@code Response}, that may be sent again under the same
 * {@code Idempotency-Key}: within 24 hours a replay gets the first answer (with {@code
 * Idempotency-Replayed: true}), while the first still runs 409, and another request under the same
 * key 422. The method runs in a transaction, in which the answer is kept beside its effect; a
 * refusal has no effect and is not kept.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
