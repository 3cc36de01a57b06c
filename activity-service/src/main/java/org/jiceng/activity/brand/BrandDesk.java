package org.jiceng.activity.brand;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jiceng.activity.organization.ActingOrganization;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.events.ActivityEvent.BrandEvent;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Preconditions;

/** Where they are given and taken back: change, event and audit record in one go. */
@ApplicationScoped
public class BrandDesk {
  private final Brands all;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  BrandDesk(
      Brands all,
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

  BrandView award(NewBrand wanted) {
    ActingOrganization holder = organizations.acting(wanted.organizationId());
    LocalDate on = clock.pastOrToday(wanted.effectiveOn());
    Brand brand = Brand.award(UuidCreator.getTimeOrderedEpoch(), wanted, holder, on);
    all.add(brand);
    tell(brand.awarded(), brand, on, "award");
    return BrandView.of(brand);
  }

  BrandView withdraw(UUID id, String reasonCode, LocalDate effectiveOn) {
    LocalDate on = clock.pastOrToday(effectiveOn);
    Brand brand = all.require(id);
    scopes.requireWithin(brand.organizationId);
    preconditions.requireVersion(brand.version);
    BrandEvent withdrawn = brand.withdraw(reasonCode, on);
    all.flush();
    tell(withdrawn, brand, on, "withdraw");
    return BrandView.of(brand);
  }

  private void tell(BrandEvent event, Brand brand, LocalDate on, String action) {
    outbox.append(event, on);
    audit.write(action, "brand", brand.id);
  }
}
