package org.jiceng.stack.process;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jiceng.stack.data.StackFailure;

/**
 * Keeps one server running: when its process dies it is started again, at first at once, then after
 * ever longer pauses. A server that worked for a minute is forgiven its earlier deaths.
 */
final class Child {
  private static final Duration START_PATIENCE = Duration.ofSeconds(120);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);
  private static final long POLL_MILLIS = 50;
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 15_000;

  private final Server server;
  private final Path log;
  private final PrintStream out;
  private final Runnable changed;
  private final ScheduledExecutorService later;
  private Process process;
  private long startedAt;
  private int deaths;
  private boolean stopping;

  Child(
      Server server, Path log, PrintStream out, Runnable changed, ScheduledExecutorService later) {
    this.server = server;
    this.log = log;
    this.out = out;
    this.changed = changed;
    this.later = later;
  }

  Server server() {
    return server;
  }

  synchronized Optional<ProcessHandle> process() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
  }

  /** Starts the server and returns when it answers. */
  void start() {
    server.prepare();
    Process fresh = launch();
    if (fresh != null) {
      changed.run();
      awaitReady(fresh);
      server.afterStart();
      watch(fresh);
    }
  }

  private synchronized Process launch() {
    if (stopping) {
      return null;
    }
    startedAt = System.nanoTime();
    process = Launcher.start(server.command(), server.environment(), log);
    return process;
  }

  private void awaitReady(Process fresh) {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (!server.ready()) {
      if (!fresh.isAlive()) {
        throw new StackFailure(
            "%s ended while it started (exit code %d): %s (all of it: %s)"
                .formatted(server.name(), fresh.exitValue(), Launcher.lastWords(log), log));
      }
      if (System.nanoTime() > deadline) {
        throw new StackFailure(
            "%s did not answer within %d seconds; its log is %s"
                .formatted(server.name(), START_PATIENCE.toSeconds(), log));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while starting.", e);
    }
  }

  private void watch(Process running) {
    running.onExit().thenAccept(this::died);
  }

  private synchronized void died(Process dead) {
    if (stopping || dead != process) {
      return;
    }
    boolean young = System.nanoTime() - startedAt < FORGIVEN_AFTER.toNanos();
    deaths = young ? deaths + 1 : 1;
    long pause = Math.min(FIRST_PAUSE_MILLIS << Math.min(deaths - 1, 10), LONGEST_PAUSE_MILLIS);
    out.printf("%s ended (exit code %d) and is started again%n", server.name(), dead.exitValue());
    later.schedule(this::startAgain, pause, TimeUnit.MILLISECONDS);
  }

  private void startAgain() {
    long began = System.nanoTime();
    try {
      start();
      out.printf("%s answers again after %.1f s%n", server.name(), secondsSince(began));
    } catch (StackFailure failure) {
      out.println(failure.getMessage());
      giveUpOn();
    }
  }

  /** A start that failed counts as a death; a process that hangs is ended first. */
  private synchronized void giveUpOn() {
    if (process != null && !stopping) {
      process.destroyForcibly();
      watch(process);
    }
  }

  static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }

  /** No restart from now on. */
  synchronized void retire() {
    stopping = true;
  }

  /** Returns when the process is gone. */
  void stop() {
    retire();
    process().ifPresent(p -> Signals.end(p, server.stopSignal(), STOP_PATIENCE));
  }
}
