package org.jiceng.stack.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jiceng.stack.StackAccess;

/** Posts import files and follows their jobs to the end. */
final class ImportDoor {
  private static final Duration POLL = Duration.ofMillis(150);
  private static final int ATTEMPTS = 3;

  private final StackAccess access;
  private final StackHttp http;
  private final String keys;

  /** The keys begin the same for the same district, so that a load begun again repeats nothing. */
  ImportDoor(StackAccess access, String keys) {
    this.access = access;
    this.http = new StackHttp(access, "system");
    this.keys = keys;
  }

  /**
   * Imports a file and tells how many of its rows have been read, again and again.
   *
   * @throws LoadFailure when the service refuses it
   */
  void bring(SampleFile file, LongConsumer rowsRead) {
    URI door = file.dataset().door(access, false);
    for (int attempt = 1; ; attempt++) {
      String again = attempt == 1 ? "" : "-again-" + attempt;
      JsonNode job = finished(file, http.postCsv(door, file.body(), keys + file + again), rowsRead);
      String state = job.path("state").asText();
      if (state.equals("COMPLETED")) {
        return;
      }
      // FAILED is the service's fault, a lost database perhaps; REJECTED would be ours.
      if (state.equals("REJECTED") || attempt == ATTEMPTS) {
        throw new LoadFailure(file + " was " + state + why(file, job));
      }
    }
  }

  /** Whether a service would take all rows of a file now; nothing is kept. */
  boolean wouldTake(SampleFile file) {
    URI door = file.dataset().door(access, true);
    JsonNode job = finished(file, http.postCsv(door, file.body(), null), read -> {});
    return job.path("state").asText().equals("COMPLETED");
  }

  private JsonNode finished(SampleFile file, JsonNode accepted, LongConsumer rowsRead) {
    URI address = job(file, accepted);
    JsonNode job = accepted;
    while (job.path("finishedAt").isNull() || job.path("finishedAt").isMissingNode()) {
      rowsRead.accept(job.path("total").asLong());
      Waiting.pause(POLL);
      job = http.get(address);
    }
    rowsRead.accept(job.path("total").asLong());
    return job;
  }

  private String why(SampleFile file, JsonNode job) {
    if (job.path("rejected").asLong() == 0) {
      return ": " + job.path("failure").asText();
    }
    URI errors = URI.create(job(file, job) + "/errors");
    return ": " + http.text(errors).lines().limit(4).toList();
  }

  private URI job(SampleFile file, JsonNode job) {
    return file.dataset().service(access).resolve("/api/v1/imports/" + job.path("id").asText());
  }
}
