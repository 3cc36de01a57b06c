package org.jiceng.certification.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiceng.events.ActivityEvent.CostRecorded;
import org.jiceng.events.ActivityEvent.CostRevoked;
import org.jiceng.events.FundSource;

/** What activities and sites cost, or turned out not to have. */
final class Costs {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Activities activities;
  private final Sites sites;
  private final Territory territory;
  private final List<Spent> spent = new ArrayList<>();

  private record Spent(CostRecorded cost, LocalDate on) {}

  Costs(Chronicle chronicle, Activities activities, Sites sites, Territory territory) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.activities = activities;
    this.sites = sites;
    this.territory = territory;
  }

  void happen() {
    if (!spent.isEmpty() && dice.once(4)) {
      revoke(spent.remove(dice.below(spent.size())));
    } else if (dice.once(2) && !activities.held().isEmpty()) {
      Activities.Held activity = dice.of(activities.held());
      spend(
          new CostRecorded(
              dice.id(),
              activity.organization(),
              activity.id(),
              null,
              territory.anywhere(activity.on()),
              amount(),
              dice.of(FundSource.values())),
          activity.on());
    } else if (!sites.open().isEmpty()) {
      Site site = dice.of(sites.open());
      spend(
          new CostRecorded(
              dice.id(),
              site.organization,
              null,
              site.id,
              site.area,
              amount(),
              dice.of(FundSource.values())),
          chronicle.daySince(site.opened));
    }
  }

  private void spend(CostRecorded cost, LocalDate on) {
    spent.add(new Spent(cost, on));
    chronicle.tell(cost, on);
  }

  private void revoke(Spent wrong) {
    CostRecorded cost = wrong.cost;
    chronicle.tell(
        new CostRevoked(
            cost.costId(),
            cost.organizationId(),
            cost.activityId(),
            cost.siteId(),
            cost.areaCode(),
            cost.amount(),
            cost.fundSource(),
            null),
        wrong.on);
  }

  private BigDecimal amount() {
    return BigDecimal.valueOf(dice.below(500_000), 2);
  }
}
