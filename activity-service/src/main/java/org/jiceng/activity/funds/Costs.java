package org.jiceng.activity.funds;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.activity.list.Areas;
import org.jiceng.events.FundSource;
import org.jiceng.kit.database.Conditions;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The costs there are; what was wrong is revoked and never changed. */
@ApplicationScoped
class Costs {
  private static final String ADD =
      """
      insert into cost (cost_id, organization_id, activity_id, site_id, area_code, amount,
                        fund_source, spent_on)
      values (?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String REVOKE =
      """
      update cost set revoked_on = ?, reason_code = ?
       where cost_id = ? and revoked_on is null returning *""";

  // What an area has spent in a year is kept, so that nobody adds up a district's costs to know it.
  private static final String SPEND =
      """
      insert into area_spending (area_code, year, spent) values (?, ?, ?)
      on conflict (area_code, year) do update set spent = area_spending.spent + excluded.spent""";

  private static final String SITE_AREA =
      "select area_code, organization_id from site where site_id = ?";

  private static final String WITHIN_SCOPE =
      """
      organization_id in (select organization_id from organization_node where path <@ ?::ltree)""";

  private static final String WITHIN_AREA =
      """
      area_code in (select w.area_code from area_within w
                     where w.within_code = ? and w.valid_to is null)""";

  private final Database database;

  Costs(Database database) {
    this.database = database;
  }

  /** Where a site lies and who manages it. */
  record SitePlace(String areaCode, UUID organizationId) {}

  Optional<SitePlace> site(UUID id) {
    return database.first(
        SITE_AREA, row -> new SitePlace(row.getString(1), row.getObject(2, UUID.class)), id);
  }

  void add(Cost cost) {
    database.change(
        ADD,
        cost.id(),
        cost.organizationId(),
        cost.activityId(),
        cost.siteId(),
        cost.areaCode(),
        cost.amount(),
        cost.fundSource(),
        cost.spentOn());
    database.change(SPEND, cost.areaCode(), cost.spentOn().getYear(), cost.amount());
  }

  Optional<Cost> find(UUID id) {
    return database.first("select * from cost where cost_id = ?", Costs::read, id);
  }

  /** It counts no more; empty if it did not any more. */
  Optional<Cost> revoke(UUID id, String reasonCode, LocalDate on) {
    Optional<Cost> revoked = database.first(REVOKE, Costs::read, on, reasonCode, id);
    revoked.ifPresent(
        cost ->
            database.change(
                SPEND, cost.areaCode(), cost.spentOn().getYear(), cost.amount().negate()));
    return revoked;
  }

  /** By day; those of a scope (by its path; null: the whole district). */
  Page<Cost> page(CostFilter filter, String path, PageRequest page) {
    Conditions conditions =
        new Conditions("select * from cost where true")
            .and(WITHIN_SCOPE, path)
            .and("activity_id = ?", filter.activityId)
            .and("site_id = ?", filter.siteId)
            .and("organization_id = ?", filter.organizationId)
            .and("fund_source = ?", filter.fundSource)
            .and(WITHIN_AREA, Areas.asked(filter.areaCode))
            .and("spent_on >= ?", filter.from)
            .and("spent_on <= ?", filter.until);
    page.cursor()
        .ifPresent(c -> conditions.and("(spent_on, cost_id) > (?, ?)", c.date(0), c.uuid(1)));
    List<Cost> found =
        conditions.list(database, "spent_on, cost_id", page.fetchSize(), Costs::read);
    return page.page(found, cost -> Cursor.of(cost.spentOn(), cost.id()));
  }

  private static Cost read(ResultSet row) throws SQLException {
    return new Cost(
        row.getObject("cost_id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getObject("activity_id", UUID.class),
        row.getObject("site_id", UUID.class),
        row.getString("area_code"),
        row.getBigDecimal("amount"),
        FundSource.valueOf(row.getString("fund_source")),
        row.getObject("spent_on", LocalDate.class),
        row.getObject("revoked_on", LocalDate.class),
        row.getString("reason_code"));
  }
}
