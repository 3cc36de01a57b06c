package org.jiceng.stack.data;

/** Why the stack cannot do what was asked, in one sentence for the person at the terminal. */
public class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String sentence) {
    super(sentence);
  }

  public StackFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
