package org.jiceng.stack.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import org.jiceng.stack.StackAccess;

/**
 * Waits until the figures show what has been imported: they are as expected, or nothing moves any
 * more.
 */
final class Folding {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofHours(2);

  private final StackHttp http;
  private final URI freshness;
  private final FiguresTable figures;

  Folding(StackAccess access, FiguresTable figures) {
    this.http = new StackHttp(access, "reporter");
    this.freshness = access.reporting().resolve("/api/v1/freshness");
    this.figures = figures;
  }

  /** Returns once the figures stand still; whether they are right is for the table to say. */
  void await() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long lastMove = System.nanoTime();
    Progress before = null;
    while (System.nanoTime() < deadline) {
      Progress now = progress();
      if (now.waiting == 0 && figures.asExpected()) {
        return;
      }
      if (now.waiting > 0 || !now.equals(before)) {
        lastMove = System.nanoTime();
      }
      if (System.nanoTime() - lastMove > QUIET.toNanos()) {
        return;
      }
      before = now;
      Waiting.pause(POLL);
    }
  }

  /** How far reporting has read all logs, and how many events wait in them. */
  private record Progress(long position, long waiting) {}

  private Progress progress() {
    long position = 0;
    long waiting = 0;
    for (JsonNode log : http.get(freshness)) {
      position += log.path("position").asLong();
      waiting += log.path("lag").asLong();
    }
    return new Progress(position, waiting);
  }
}
