package org.jiceng.kit.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A file and what became of it.
 *
 * @param total the rows read so far, without the header
 * @param accepted the rows without an error so far; 0 once the file is rejected, for then none is
 *     kept
 * @param rejected the rows with an error so far
 * @param progress how much is done, in percent
 * @param failure why the job failed, a code; null otherwise
 * @param position how far the service's log goes by what was taken, to be given to another service
 *     as {@code minPosition}; null where nothing was
 * @param errorsUrl where the errors are, as CSV
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportJob(
    UUID id,
    String kind,
    boolean dryRun,
    State state,
    long total,
    long accepted,
    long rejected,
    int progress,
    String failure,
    Instant createdAt,
    Instant finishedAt,
    String position,
    String errorsUrl) {

  /** Where a job stands. */
  public enum State {
    QUEUED,
    RUNNING,
    /** Every row was taken; after a dry run, every row could have been. */
    COMPLETED,
    /** Something was wrong with the file; nothing of it was kept. */
    REJECTED,
    /** Something was wrong on our side; nothing of the file was kept. */
    FAILED
  }
}
