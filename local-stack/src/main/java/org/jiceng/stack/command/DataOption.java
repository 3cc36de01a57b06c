package org.jiceng.stack.command;

import java.nio.file.Path;
import org.jiceng.stack.data.Checkout;
import org.jiceng.stack.data.DataFolder;
import picocli.CommandLine.Option;

/** Which stack is meant: the one on this data folder. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where the stack keeps its data (default: .jiceng in the checkout)")
  private Path data;

  DataFolder folder() {
    return data == null ? usual() : new DataFolder(data);
  }

  private static DataFolder usual() {
    return new DataFolder(Checkout.root().resolve(".jiceng"));
  }

  /** As one would add it to another command line, with a space before; nothing by default. */
  String again() {
    Path path = folder().path();
    return path.equals(usual().path()) ? "" : " --data " + Quoting.shell(path.toString());
  }
}
