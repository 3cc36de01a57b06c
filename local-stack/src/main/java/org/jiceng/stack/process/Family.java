package org.jiceng.stack.process;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jiceng.stack.data.DataFolder;
import org.jiceng.stack.data.ProcessMark;
import org.jiceng.stack.data.StackFailure;

/** All child processes of a stack, started group by group and stopped in the reverse order. */
public final class Family {
  private final DataFolder data;
  private final PrintStream out;
  private final Runnable changed;
  private final List<List<Child>> groups = Collections.synchronizedList(new ArrayList<>());
  private final ScheduledExecutorService later =
      Executors.newScheduledThreadPool(8, Family::daemon);

  /**
   * @param out where progress is told
   * @param changed called when a process has started
   */
  public Family(DataFolder data, PrintStream out, Runnable changed) {
    this.data = data;
    this.out = out;
    this.changed = changed;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stack-family");
    thread.setDaemon(true);
    return thread;
  }

  /** Starts servers side by side and returns when all answer. */
  public void start(List<? extends Server> servers) {
    List<Child> group =
        servers.stream()
            .map(server -> new Child(server, data.log(server.name()), out, changed, later))
            .toList();
    groups.add(group);
    all(group, this::startTelling);
  }

  private void startTelling(Child child) {
    long began = System.nanoTime();
    child.start();
    out.printf("  %-44s %5.1f s%n", child.server().title(), Child.secondsSince(began));
  }

  /** Which process stands for which server now. */
  public Map<String, ProcessMark> marks() {
    Map<String, ProcessMark> marks = new LinkedHashMap<>();
    synchronized (groups) {
      for (List<Child> group : groups) {
        for (Child child : group) {
          child.process().ifPresent(p -> marks.put(child.server().name(), ProcessMark.of(p)));
        }
      }
    }
    return marks;
  }

  /** Stops every process; the servers that others need go last. */
  public void stop() {
    List<List<Child>> reversed = new ArrayList<>(groups);
    Collections.reverse(reversed);
    reversed.forEach(group -> group.forEach(Child::retire));
    reversed.forEach(group -> all(group, Child::stop));
    later.shutdownNow();
  }

  private static void all(List<Child> group, java.util.function.Consumer<Child> work) {
    ExecutorService threads = Executors.newFixedThreadPool(group.size(), Family::daemon);
    try {
      CompletableFuture.allOf(
              group.stream()
                  .map(child -> CompletableFuture.runAsync(() -> work.accept(child), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StackFailure failure ? failure : e;
    } finally {
      threads.shutdownNow();
    }
  }
}
