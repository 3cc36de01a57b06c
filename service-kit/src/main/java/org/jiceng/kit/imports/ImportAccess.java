package org.jiceng.kit.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Caller;
import org.jiceng.kit.security.Roles;

/** Who may see what became of a file: its sender, and who watches over the whole district. */
@ApplicationScoped
public class ImportAccess {
  private final ImportJobs jobs;
  private final Caller caller;

  ImportAccess(ImportJobs jobs, Caller caller) {
    this.jobs = jobs;
    this.caller = caller;
  }

  /** Refuses with 404 what is not there or another's. */
  public void requireVisible(UUID jobId) {
    String sender = jobs.senderOf(jobId).orElseThrow(Problem::notFound);
    if (!sender.equals(caller.subject()) && !watches()) {
      throw Problem.notFound();
    }
  }

  /** Refuses with 404 what is not there or another's, whoever watches: a file holds persons. */
  void requireSender(UUID jobId) {
    if (jobs.senderOf(jobId).filter(caller.subject()::equals).isEmpty()) {
      throw Problem.notFound();
    }
  }

  /** Whether the caller sees the files of all senders. */
  boolean watches() {
    return caller.wholeDistrict()
        && (caller.has(Roles.DISTRICT_ADMIN)
            || caller.has(Roles.AUDITOR)
            || caller.has(Roles.SYSTEM));
  }
}
