package org.jiceng.kit.codes;

/**
 * A text that is not what its standard says it should be. The message never repeats the text, which
 * may be personal; {@link #code()} names the rule that is broken.
 */
public final class InvalidCode extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;

  InvalidCode(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The broken rule, for example {@code id-number-check}; a key of the message bundles. */
  public String code() {
    return code;
  }
}
