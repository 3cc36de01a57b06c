package org.jiceng.kit.problem;

import java.net.URI;

/**
 * A kind of problem that a client can tell apart by its stable {@code type} (RFC 9457). Title and
 * detail stand in the bundles {@code problems} or {@code problems-service} under {@code
 * <code>.title} and {@code <code>.detail}.
 */
public record ProblemType(int status, String code) {
  private static final String BASE = "https://jiceng.org/problems/";

  /** The {@code type} member of the answer. */
  public URI uri() {
    return URI.create(BASE + code);
  }
}
