package org.jiceng.stack.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Words for a failed read or write. */
public final class Reasons {
  private Reasons() {}

  /** The reason alone, without class names, e.g. {@code No space left on device}. */
  public static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileSystemException files && files.getReason() != null) {
      return files.getReason();
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
