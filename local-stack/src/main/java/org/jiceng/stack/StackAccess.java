package org.jiceng.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jiceng.stack.sample.Scale;

/**
 * What one needs to talk to a running stack: where its services answer and tokens for them.
 *
 * @param registry base URL of a service, without a path, e.g. {@code http://127.0.0.1:8081}
 * @param tokens from a role to a fresh access token of that role for the whole district
 * @param data the folder in which the stack keeps its data
 * @param scale the size of the sample district
 */
public record StackAccess(
    URI registry,
    URI member,
    URI activity,
    URI reporting,
    UnaryOperator<String> tokens,
    Path data,
    Scale scale) {

  /** A fresh access token of a role, e.g. {@code system}, for the whole district. */
  public String token(String role) {
    return tokens.apply(role);
  }
}
