package org.jiceng.activity.demonstration;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.activity.organization.ActingOrganization;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.events.ActivityEvent.DemonstrationPointEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** Where they are given and taken back: change, event and audit record in one go. */
@ApplicationScoped
public class DemonstrationPointDesk {
  private final DemonstrationPoints all;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  DemonstrationPointDesk(
      DemonstrationPoints all,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.all = all;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  DemonstrationPointView designate(NewDemonstrationPoint wanted) {
    ActingOrganization holder = organizations.acting(wanted.organizationId());
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    DemonstrationPoint point =
        DemonstrationPoint.designate(UuidCreator.getTimeOrderedEpoch(), wanted, holder, on);
    all.add(point);
    tell(point.designated(), point, on, "designate");
    return DemonstrationPointView.of(point);
  }

  DemonstrationPointView withdraw(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    DemonstrationPoint point = all.require(id);
    scopes.requireWithin(point.organizationId);
    preconditions.requireVersion(point.version);
    DemonstrationPointEvent withdrawn = point.withdraw(reasonCode, on);
    all.flush();
    tell(withdrawn, point, on, "withdraw");
    return DemonstrationPointView.of(point);
  }

  private void tell(
      DemonstrationPointEvent event, DemonstrationPoint point, LocalDate on, String action) {
    outbox.append(event, on);
    audit.write(action, "demonstration-point", point.id);
  }
}
