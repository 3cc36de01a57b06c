package org.jiceng.activity.funds;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jiceng.kit.database.Database;

/** What areas may spend, beside what they have spent. */
@ApplicationScoped
class Budgets {
  private static final String SPENT =
      """
      (select coalesce(sum(s.spent), 0)
         from area_within w join area_spending s on s.area_code = w.area_code and s.year = %1$s
        where w.within_code = %2$s and w.valid_to is null) as spent""";

  private static final String ONE =
      """
      select a.code as area_code, a.year, b.amount, coalesce(b.version, 0) as version, %s
        from (select ?::varchar as code, ?::int as year) a
        left join budget b on b.area_code = a.code and b.year = a.year"""
          .formatted(SPENT.formatted("a.year", "a.code"));

  private static final String ABOVE =
      """
      select * from (
        select b.area_code, b.year, b.amount, b.version, %s
          from area_within up join budget b on b.area_code = up.within_code
         where up.area_code = ? and up.valid_to is null and b.year = ?) of_area
       where spent > amount order by area_code"""
          .formatted(SPENT.formatted("b.year", "b.area_code"));

  private static final String FIRST =
      """
      insert into budget (area_code, year, amount, version) values (?, ?, ?, 1)
      on conflict do nothing""";

  private static final String CHANGE =
      """
      update budget set amount = ?, version = version + 1
       where area_code = ? and year = ? and version = ?""";

  private final Database database;

  Budgets(Database database) {
    this.database = database;
  }

  Budget of(String areaCode, int year) {
    return database.list(ONE, Budgets::read, areaCode, year).get(0);
  }

  /** Those of an area and of all that it lies in that are overspent, the widest first. */
  List<Budget> overspent(String areaCode, int year) {
    return database.list(ABOVE, Budgets::read, areaCode, year);
  }

  /** Whether it was in that version (0: not set) until now. */
  boolean set(String areaCode, int year, BigDecimal amount, long version) {
    int changed =
        version == 0
            ? database.change(FIRST, areaCode, year, amount)
            : database.change(CHANGE, amount, areaCode, year, version);
    return changed == 1;
  }

  private static Budget read(ResultSet row) throws SQLException {
    return new Budget(
        row.getString("area_code"),
        row.getInt("year"),
        row.getBigDecimal("amount"),
        row.getBigDecimal("spent"),
        row.getLong("version"));
  }
}
