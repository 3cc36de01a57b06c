package org.jiceng.activity.honour;

import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.events.ActivityEvent;
import org.jiceng.events.ActivityEvent.BrandAwarded;
import org.jiceng.events.ActivityEvent.BrandContributed;
import org.jiceng.events.ActivityEvent.BrandNominated;
import org.jiceng.events.ActivityEvent.BrandNominationAccepted;
import org.jiceng.events.ActivityEvent.BrandNominationReturned;
import org.jiceng.events.ActivityEvent.BrandRenewed;
import org.jiceng.events.ActivityEvent.BrandWithdrawn;
import org.jiceng.events.ActivityEvent.DemonstrationPointContributed;
import org.jiceng.events.ActivityEvent.DemonstrationPointDesignated;
import org.jiceng.events.ActivityEvent.DemonstrationPointNominated;
import org.jiceng.events.ActivityEvent.DemonstrationPointNominationAccepted;
import org.jiceng.events.ActivityEvent.DemonstrationPointNominationReturned;
import org.jiceng.events.ActivityEvent.DemonstrationPointRenewed;
import org.jiceng.events.ActivityEvent.DemonstrationPointWithdrawn;
import org.jiceng.kit.problem.ProblemType;

/** The two honours, and the words in which each is told and refused. */
public enum HonourKind {
  BRAND("brand", HonourProblems.BRAND_CODE_TAKEN, HonourProblems.BRAND_WITHDRAWN) {
    @Override
    ActivityEvent given(UUID id, UUID holder, String area) {
      return new BrandAwarded(id, holder, area);
    }

    @Override
    ActivityEvent withdrawn(UUID id, String reason) {
      return new BrandWithdrawn(id, reason);
    }

    @Override
    ActivityEvent renewed(UUID id, LocalDate validUntil) {
      return new BrandRenewed(id, validUntil);
    }

    @Override
    ActivityEvent contributed(UUID id, Contribution it) {
      return new BrandContributed(id, it.id(), it.contributionCode(), it.count());
    }

    @Override
    ActivityEvent nominated(Nomination it) {
      return new BrandNominated(it.id, it.organizationId, it.areaCode);
    }

    @Override
    ActivityEvent accepted(Nomination it) {
      return new BrandNominationAccepted(it.id, it.organizationId, it.honourId);
    }

    @Override
    ActivityEvent returned(Nomination it) {
      return new BrandNominationReturned(it.id, it.organizationId, it.reasonCode);
    }
  },
  DEMONSTRATION_POINT(
      "demonstration-point", HonourProblems.POINT_CODE_TAKEN, HonourProblems.POINT_WITHDRAWN) {
    @Override
    ActivityEvent given(UUID id, UUID holder, String area) {
      return new DemonstrationPointDesignated(id, holder, area);
    }

    @Override
    ActivityEvent withdrawn(UUID id, String reason) {
      return new DemonstrationPointWithdrawn(id, reason);
    }

    @Override
    ActivityEvent renewed(UUID id, LocalDate validUntil) {
      return new DemonstrationPointRenewed(id, validUntil);
    }

    @Override
    ActivityEvent contributed(UUID id, Contribution it) {
      return new DemonstrationPointContributed(id, it.id(), it.contributionCode(), it.count());
    }

    @Override
    ActivityEvent nominated(Nomination it) {
      return new DemonstrationPointNominated(it.id, it.organizationId, it.areaCode);
    }

    @Override
    ActivityEvent accepted(Nomination it) {
      return new DemonstrationPointNominationAccepted(it.id, it.organizationId, it.honourId);
    }

    @Override
    ActivityEvent returned(Nomination it) {
      return new DemonstrationPointNominationReturned(it.id, it.organizationId, it.reasonCode);
    }
  };

  /** Under which name it is audited. */
  final String record;

  final ProblemType codeTaken;
  final ProblemType alreadyWithdrawn;

  HonourKind(String record, ProblemType codeTaken, ProblemType alreadyWithdrawn) {
    this.record = record;
    this.codeTaken = codeTaken;
    this.alreadyWithdrawn = alreadyWithdrawn;
  }

  abstract ActivityEvent given(UUID id, UUID holder, String area);

  abstract ActivityEvent withdrawn(UUID id, String reason);

  abstract ActivityEvent renewed(UUID id, LocalDate validUntil);

  abstract ActivityEvent contributed(UUID id, Contribution it);

  abstract ActivityEvent nominated(Nomination it);

  abstract ActivityEvent accepted(Nomination it);

  abstract ActivityEvent returned(Nomination it);
}
