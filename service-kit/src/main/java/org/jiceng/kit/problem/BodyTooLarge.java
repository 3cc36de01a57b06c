package org.jiceng.kit.problem;

import java.io.IOException;

/**
 * A body that outgrew what is allowed. An {@link IOException}, since a JSON reader passes those on
 * as they are.
 */
public class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  public BodyTooLarge() {
    super("the body is larger than is allowed here");
  }
}
