package org.jiceng.kit.problem;

/** A parameter's value that is not of its kind. */
public class UnreadableParameter extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String value;

  public UnreadableParameter(String value) {
    super("a parameter could not be read");
    this.value = value;
  }

  String value() {
    return value;
  }
}
