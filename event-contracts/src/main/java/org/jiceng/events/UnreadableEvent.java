package org.jiceng.events;

/** A message that is not one of our events, or does not fit the contract it names. */
public final class UnreadableEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableEvent(String message, Throwable cause) {
    super(message, cause);
  }
}
