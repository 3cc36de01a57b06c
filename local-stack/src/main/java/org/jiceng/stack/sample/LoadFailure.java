package org.jiceng.stack.sample;

/** The sample district could not be loaded, or a service did not answer; the message says why. */
public final class LoadFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoadFailure(String message) {
    super(message);
  }

  LoadFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
