package org.jiceng.reporting.rebuild;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.problem.Problem;

/** Where rebuilds are begun and given up. */
@ApplicationScoped
class RebuildDesk {
  private static final String RECORD = "rebuild";

  private final Rebuilds rebuilds;
  private final RebuildBell bell;
  private final Audit audit;

  RebuildDesk(Rebuilds rebuilds, RebuildBell bell, Audit audit) {
    this.rebuilds = rebuilds;
    this.bell = bell;
    this.audit = audit;
  }

  /** Begins one; 409 while one runs. */
  Rebuild begin(boolean repair) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    if (!rebuilds.begin(id, repair)) {
      throw new Problem(RebuildProblems.RUNNING);
    }
    audit.write(repair ? "repair" : "begin", RECORD, id);
    bell.ringAfterCommit();
    return require(id);
  }

  /** Gives one up; 409 when it has ended. */
  Rebuild cancel(UUID id) {
    require(id);
    if (!rebuilds.cancel(id)) {
      throw new Problem(RebuildProblems.OVER);
    }
    audit.write("cancel", RECORD, id);
    bell.ringAfterCommit();
    return require(id);
  }

  Rebuild require(UUID id) {
    return rebuilds.find(id).orElseThrow(Problem::notFound);
  }
}
