package org.jiceng.reporting.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The sums that figures are read from, kept for the nodes where many postings meet; see {@link
 * KeptSums}. A posting counts where its organisation stands: from its day, or from the day on which
 * the organisation came to stand there, until the day on which it stood elsewhere.
 *
 * <p>All is done by set: the postings' sums are gathered in a table of the connection and added in
 * one order, so that two instances never wait for each other in a circle.
 */
final class BalanceTable {
  private static final String OF_BATCH =
      "select * from unnest(?::varchar[], ?::uuid[], ?::varchar[], ?::date[], ?::numeric[])";
  private static final String OF_ORGANIZATIONS =
      """
      select measure, organization_id, area_code, effective_on, ? * sum(amount) from %1$s.posting
       where organization_id = any (?)
       group by measure, organization_id, area_code, effective_on""";
  private static final String OF_AREAS =
      """
      select measure, organization_id, area_code, effective_on, ? * sum(amount) from %1$s.posting
       where area_code = any (?)
          or organization_id in (select organization_id from %1$s.lineage where area_code = any (?))
       group by measure, organization_id, area_code, effective_on""";
  private static final String OF_ALL =
      """
      select measure, organization_id, area_code, effective_on, sum(amount) from %1$s.posting
       group by measure, organization_id, area_code, effective_on""";

  private static final String GATHERING =
      """
      create temp table if not exists cell (node_kind char(1), node varchar(36), grain char(1),
        measure varchar(60), sector varchar(40), type varchar(40), bucket date,
        amount numeric(16,2)) on commit delete rows""";

  // An area code tells all that it lies in: district, township, community by its six, nine and
  // twelve digits (GB/T 2260, GB/T 10114); where a community was handed to another township, the
  // territory tells instead. Each level is summed up from the one below it. That there are no
  // households is a figure too, of communities that are compared.
  private static final String GATHER =
      """
      insert into pg_temp.cell
      with posted (measure, organization_id, area_code, day, amount) as (
        %2$s),
      stood as (
        select p.measure, p.area_code is not null as lies_elsewhere, p.amount,
               greatest(p.day, l.valid_from) as day, l.valid_to, l.line, l.area_code, l.sector, l.type
          from posted p
          join %1$s.lineage l on l.organization_id = p.organization_id and l.valid_to > p.day),
      step as (
        select measure, lies_elsewhere, line, area_code, sector, type, day, amount from stood
        union all
        select measure, lies_elsewhere, line, area_code, sector, type, valid_to, -amount from stood
         where valid_to < date '9999-12-31'),
      lying (node, measure, sector, type, day, amount) as (
        select area_code, measure, sector, type, day, sum(amount) from step
         where not lies_elsewhere group by 1, 2, 3, 4, 5
        union all
        select area_code, measure, '', '', day, sum(amount) from posted
         where area_code is not null group by 1, 2, 5),
      within_township as (
        select coalesce(t.parent_code, left(node, 9) || '000') as node, measure, sector, type,
               greatest(day, t.valid_from) as day, t.valid_to, amount
          from lying left join %1$s.territory t on t.area_code = node and t.valid_to > day
         where node not like '%%000000'),
      township as (
        select node, measure, sector, type, day, sum(amount) as amount
          from (select node, measure, sector, type, day, amount from within_township
                union all
                select node, measure, sector, type, valid_to, -amount from within_township
                 where valid_to < date '9999-12-31') lain
         group by 1, 2, 3, 4, 5),
      district as (
        select left(node, 6) || '000000' as node, measure, sector, type, day, sum(amount) as amount
          from (select * from township
                union all select * from lying where node like '%%000000') below
         group by 1, 2, 3, 4, 5),
      kept as (select * from township union all select * from district),
      cell (node_kind, grain, node, measure, sector, type, bucket, amount) as (
        select 'L', 'D', node::text, measure, sector, type, day, sum(amount)
          from step cross join unnest(line[cardinality(line) - %3$d + 1 :]) node
         group by 3, 4, 5, 6, 7
        union all select 'A', 'D', * from lying
                   where node not like '%%000' and measure = any (string_to_array('%4$s', ','))
        union all select 'A', 'D', * from kept
        union all
        select 'A', 'M', node, measure, sector, type, date_trunc('month', day)::date, sum(amount)
          from district group by 3, 4, 5, 6, 7
        union all
        select 'A', 'Y', node, measure, sector, type, date_trunc('year', day)::date, sum(amount)
          from kept group by 3, 4, 5, 6, 7)
      select node_kind, node, grain, measure, sector, type, bucket, amount
        from cell where amount <> 0 or measure = 'area.households'""";

  private static final String NEW_SERIES =
      """
      insert into %1$s.series (node_kind, node, grain, measure, sector, type)
      select distinct node_kind, node, grain, measure, sector, type from pg_temp.cell c
       where not exists (
         select from %1$s.series s
          where (s.node_kind, s.node, s.grain, s.measure, s.sector, s.type)
              = (c.node_kind, c.node, c.grain, c.measure, c.sector, c.type))
       order by 1, 2, 3, 4, 5, 6
      on conflict do nothing""";

  private static final String ADD =
      """
      insert into %1$s.balance as b (series_id, bucket, amount)
      select s.id, c.bucket, c.amount
        from pg_temp.cell c
        join %1$s.series s using (node_kind, node, grain, measure, sector, type)
       order by 1, 2
      on conflict (series_id, bucket) do update set amount = b.amount + excluded.amount""";

  private final String schema;
  private final Connection connection;

  BalanceTable(String schema, Connection connection) {
    this.schema = schema;
    this.connection = connection;
  }

  private record Key(String measure, UUID organization, String areaCode, LocalDate day) {}

  /** Adds postings where their organisations stand now. */
  void add(Collection<Posting> postings) throws SQLException {
    Map<Key, BigDecimal> sums = new HashMap<>();
    for (Posting p : postings) {
      Key key = new Key(p.measure(), p.organizationId(), p.areaCode(), p.effectiveOn());
      sums.merge(key, p.amount(), BigDecimal::add);
    }
    if (sums.isEmpty()) {
      return;
    }
    List<Key> keys = List.copyOf(sums.keySet());
    add(
        OF_BATCH,
        statement -> {
          array(statement, 1, "text", keys.stream().map(Key::measure).toArray());
          array(statement, 2, "uuid", keys.stream().map(Key::organization).toArray());
          array(statement, 3, "text", keys.stream().map(Key::areaCode).toArray());
          array(statement, 4, "date", keys.stream().map(k -> Date.valueOf(k.day())).toArray());
          array(statement, 5, "numeric", keys.stream().map(sums::get).toArray());
        });
  }

  /** Takes away all that was posted on organisations, from where they stand before they move. */
  void takeAway(Collection<UUID> organizations) throws SQLException {
    ofOrganizations(organizations, -1);
  }

  /** Adds all that was posted on organisations, where they stand once they have moved. */
  void addAgain(Collection<UUID> organizations) throws SQLException {
    ofOrganizations(organizations, 1);
  }

  /** Takes away all that was posted in areas, or on organisations that ever stood there. */
  void takeAwayIn(Collection<String> areas) throws SQLException {
    inAreas(areas, -1);
  }

  /** Adds the same once the areas have moved. */
  void addAgainIn(Collection<String> areas) throws SQLException {
    inAreas(areas, 1);
  }

  private void inAreas(Collection<String> areas, int sign) throws SQLException {
    add(
        OF_AREAS.formatted(schema),
        statement -> {
          statement.setInt(1, sign);
          array(statement, 2, "varchar", areas.toArray());
          array(statement, 3, "varchar", areas.toArray());
        });
  }

  /** Adds every posting of the schema: the sums of a projection that has none yet. */
  void addAll() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local work_mem = '64MB'");
    }
    add(OF_ALL.formatted(schema), statement -> {});
  }

  private void ofOrganizations(Collection<UUID> organizations, int sign) throws SQLException {
    add(
        OF_ORGANIZATIONS.formatted(schema),
        statement -> {
          statement.setInt(1, sign);
          array(statement, 2, "uuid", organizations.toArray());
        });
  }

  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  private void add(String source, Values values) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(GATHERING);
      try (PreparedStatement gather =
          connection.prepareStatement(
              GATHER.formatted(
                  schema, source, KeptSums.RANKS, String.join(",", KeptSums.BY_COMMUNITY)))) {
        values.set(gather);
        if (gather.executeUpdate() == 0) {
          return;
        }
      }
      statement.executeUpdate(NEW_SERIES.formatted(schema));
      statement.executeUpdate(ADD.formatted(schema));
      statement.execute("delete from pg_temp.cell");
    }
  }

  private static void array(PreparedStatement statement, int at, String type, Object[] values)
      throws SQLException {
    statement.setArray(at, statement.getConnection().createArrayOf(type, values));
  }
}
