package org.jiceng.stack.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a process to end, and ends it if it does not listen. */
public final class Signals {
  private Signals() {}

  public static void send(ProcessHandle process, String signal) {
    if ("TERM".equals(signal)) {
      process.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .start()
          .waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the process is gone. */
  public static void end(ProcessHandle process, String signal, Duration patience) {
    send(process, signal);
    if (!gone(process, patience)) {
      process.destroyForcibly();
      gone(process, Duration.ofSeconds(5));
    }
  }

  /** Whether the process ended within that time. */
  public static boolean gone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
