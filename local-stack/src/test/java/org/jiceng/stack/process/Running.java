package org.jiceng.stack.process;

import java.util.List;
import org.jiceng.stack.data.DataFolder;

/** One server, running for the length of a block. */
public final class Running implements AutoCloseable {
  private final Family family;

  public Running(DataFolder data, Server server) {
    family = new Family(data, System.out, () -> {});
    try {
      family.start(List.of(server));
    } catch (RuntimeException e) {
      family.stop();
      throw e;
    }
  }

  public Family family() {
    return family;
  }

  @Override
  public void close() {
    family.stop();
  }
}
