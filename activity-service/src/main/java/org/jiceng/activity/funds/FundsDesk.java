package org.jiceng.activity.funds;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.funds.Costs.SitePlace;
import org.jiceng.activity.life.Activities;
import org.jiceng.activity.life.Activity;
import org.jiceng.activity.organization.Organizations;
import org.jiceng.events.ActivityEvent.BudgetSet;
import org.jiceng.kit.audit.Audit;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.kit.problem.CommonProblems;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.time.BusinessClock;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.kit.web.Preconditions;

/** Where costs are recorded and revoked, and budgets set. To overspend is told and not refused. */
@ApplicationScoped
class FundsDesk {
  private final Costs costs;
  private final Budgets budgets;
  private final Activities activities;
  private final Organizations organizations;
  private final Scopes scopes;
  private final Preconditions preconditions;
  private final Outbox outbox;
  private final Audit audit;
  private final BusinessClock clock;

  FundsDesk(
      Costs costs,
      Budgets budgets,
      Activities activities,
      Organizations organizations,
      Scopes scopes,
      Preconditions preconditions,
      Outbox outbox,
      Audit audit,
      BusinessClock clock) {
    this.costs = costs;
    this.budgets = budgets;
    this.activities = activities;
    this.organizations = organizations;
    this.scopes = scopes;
    this.preconditions = preconditions;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** A cost as it was recorded, and the budgets that are overspent with it. */
  record Recorded(Cost cost, List<Budget> overspent) {}

  /** By one of those who hold the activity. */
  Recorded spendOnActivity(UUID activityId, NewCost wanted) {
    Activity activity = activities.require(activityId);
    UUID leader = activity.leadingOrganizationId();
    UUID spender = wanted.organizationId() == null ? leader : wanted.organizationId();
    if (!activity.holders().contains(spender)) {
      throw Problem.notFound();
    }
    UUID site = wanted.siteId() == null ? activity.siteId() : wanted.siteId();
    return record(spender, activity.id(), site, wanted);
  }

  /** By whoever manages the site. */
  Recorded spendOnSite(UUID siteId, NewCost wanted) {
    if (wanted.siteId() != null && !wanted.siteId().equals(siteId)) {
      throw Problem.violation("siteId", "another-site");
    }
    UUID manager = costs.site(siteId).orElseThrow(Problem::notFound).organizationId();
    UUID spender = wanted.organizationId() == null ? manager : wanted.organizationId();
    scopes.requireWithin(manager);
    return record(spender, null, siteId, wanted);
  }

  private Recorded record(UUID spender, UUID activityId, UUID siteId, NewCost wanted) {
    String ownArea = organizations.acting(spender).areaCode();
    LocalDate on = wanted.spentOn() == null ? clock.today() : wanted.spentOn();
    if (on.isAfter(clock.today())) {
      throw Problem.violation("spentOn", "in-the-future");
    }
    String area = siteId == null ? ownArea : areaOf(siteId);
    Cost cost =
        new Cost(
            UuidCreator.getTimeOrderedEpoch(),
            spender,
            activityId,
            siteId,
            area,
            wanted.amount(),
            wanted.fundSource(),
            on,
            null,
            null);
    costs.add(cost);
    outbox.append(cost.recorded(), on);
    audit.write("record", "cost", cost.id());
    return new Recorded(cost, budgets.overspent(area, on.getYear()));
  }

  private String areaOf(UUID siteId) {
    return costs
        .site(siteId)
        .map(SitePlace::areaCode)
        .orElseThrow(() -> Problem.violation("siteId", "no-open-site"));
  }

  /** It counts no more; what is right is recorded anew. */
  Cost revoke(UUID id, String reasonCode) {
    Cost cost = costs.find(id).orElseThrow(Problem::notFound);
    scopes.requireWithin(cost.organizationId());
    Cost revoked =
        costs
            .revoke(id, reasonCode, clock.today())
            .orElseThrow(() -> new Problem(FundsProblems.REVOKED));
    outbox.append(cost.revoked(reasonCode), cost.spentOn());
    audit.write("revoke", "cost", id);
    return revoked;
  }

  Page<Cost> page(CostFilter filter, PageRequest page) {
    return costs.page(filter, scopes.pathPrefix().orElse(null), page);
  }

  Budget budget(AreaCode area, int year) {
    organizations.requireKnownInTerritory(area);
    return budgets.of(area.value(), year);
  }

  /** By the office in whose territory the area lies. */
  Budget set(AreaCode area, int year, BigDecimal amount) {
    organizations.requireKnownInTerritory(area);
    Budget before = budgets.of(area.value(), year);
    preconditions.requireVersion(before.version());
    if (!budgets.set(area.value(), year, amount, before.version())) {
      throw new Problem(CommonProblems.STALE);
    }
    outbox.append(new BudgetSet(area.value(), year, amount), clock.today());
    audit.write("set", "budget", area.value() + ":" + year);
    return budgets.of(area.value(), year);
  }
}
