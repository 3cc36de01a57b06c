package org.jiceng.stack.command;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiceng.stack.Supervisor;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.StackState.Phase;
import org.jiceng.stack.sample.FiguresTable;
import org.jiceng.stack.sample.SampleLoader;

/** Runs the stack in this process until someone ends it. */
final class Foreground {
  private final DataFolder data;
  private final String dataOption;
  private final PrintStream out = System.out;
  private final AtomicInteger exitCode = new AtomicInteger();

  /**
   * @param dataOption what has to be added to other commands so that they mean this stack
   */
  Foreground(DataFolder data, String dataOption) {
    this.data = data;
    this.dataOption = dataOption;
  }

  /** Returns only if the start fails; a running stack ends with the process. */
  int run(Wish wish) throws InterruptedException {
    long began = System.nanoTime();
    Supervisor supervisor = Supervisor.of(data, wish.scale(), wish.portOffset(), out);
    Thread end = new Thread(() -> end(supervisor), "stack-end");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      out.printf("Starting Jiceng on %s (scale %s)%n", data.path(), wish.scale());
      supervisor.start(wish.started());
      out.printf("Everything answers after %.1f s.%n", (System.nanoTime() - began) / 1e9);
      if (wish.empty()) {
        supervisor.enter(Phase.READY);
      } else {
        show(supervisor);
      }
    } catch (RuntimeException failure) {
      return failed(supervisor, end, failure);
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private void show(Supervisor supervisor) {
    supervisor.enter(Phase.LOADING);
    if (!data.sampleLoaded()) {
      SampleLoader.Load load =
          new SampleLoader(supervisor.access(), out, FrontDoor.watched()).load();
      data.markSampleLoaded();
      out.println(load);
    }
    boolean right =
        FiguresTable.print(new FiguresTable(supervisor.access()).ask(), out, FrontDoor.watched());
    exitCode.set(right ? 0 : 1);
    new Welcome(out, dataOption).print(supervisor.ports());
    out.println("Ctrl-C stops everything; the data stays.");
    supervisor.enter(right ? Phase.READY : Phase.READY_BUT_DIFFERENT);
  }

  /** Leaves nothing running; says why, unless it was we who were asked to end. */
  private int failed(Supervisor supervisor, Thread end, RuntimeException failure)
      throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException ending) {
      end.join();
      return 0;
    }
    int code = Jiceng.said(failure);
    supervisor.stop();
    return code;
  }

  private void end(Supervisor supervisor) {
    out.println("Stopping …");
    supervisor.stop();
    out.println("Stopped.");
    Runtime.getRuntime().halt(exitCode.get());
  }
}
