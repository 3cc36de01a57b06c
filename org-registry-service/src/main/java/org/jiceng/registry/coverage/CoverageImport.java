package org.jiceng.registry.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.RegistryEvent.UnitCovered;
import org.jiceng.kit.codes.CreditCode;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.ImportKind;
import org.jiceng.kit.imports.ImportSession;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;
import org.jiceng.registry.Duplicates;
import org.jiceng.registry.References;
import org.jiceng.registry.Territory;

/** Puts units under coverage by file; who is covered so already stays as it is. */
@ApplicationScoped
public class CoverageImport implements ImportKind {
  static final String NAME = "unit-coverage";

  private static final String HOLD =
      """
      select count(*) from (
        select 1 from unit u join staged_coverage s using (credit_code)
         order by u.id for update of u) held""";

  // What is covered is theirs to change who cover it; what is not, theirs in whose area it lies.
  private static final String REFUSED =
      """
      select s.row_no,
             case when f.code = 'before-last-change' then 'coveredOn' else 'creditCode' end,
             f.code, case when f.code = 'before-last-change' then f.last_change::text
                          else s.credit_code end
        from staged_coverage s
        left join unit u using (credit_code)
        left join organization o on o.id = u.covered_by
        cross join lateral (
          select case
              when u.id is null
                or (?::ltree is not null
                    and not case when u.covered_by is null then %s
                                 else o.path <@ ?::ltree end) then 'no-unit'
              when u.closed_on is not null then 'closed-unit'
              when u.covered_by is distinct from s.organization_id and s.covered_on <
                   greatest(u.registered_on, u.covered_on, u.uncovered_on, u.changed_on)
                then 'before-last-change' end as code,
              greatest(u.registered_on, u.covered_on, u.uncovered_on, u.changed_on) as last_change
        ) f
       where f.code is not null order by 1"""
          .formatted(Territory.NOW_WITHIN.formatted("u.area_code"));

  private static final String CHANGED =
      """
      create temp table new_coverage on commit drop as
      select row_number() over (order by s.row_no) as no, u.id, s.organization_id, s.covered_on
        from staged_coverage s join unit u using (credit_code)
       where u.covered_by is distinct from s.organization_id""";

  private static final String COVER =
      """
      update unit u set covered_by = n.organization_id, covered_on = n.covered_on,
                        version = u.version + 1
        from new_coverage n where n.id = u.id""";

  private static final String EVENTS =
      """
      select no, id, organization_id, covered_on from new_coverage
       where no > ? order by no limit 5000""";

  private final Outbox outbox;

  CoverageImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("creditCode", 18),
        Column.required("organizationCode", 32),
        Column.optional("coveredOn"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  private final class Session implements ImportSession {
    private final Connection connection;
    private final ImportContext context;
    private final References references;
    private final CopyStream staged;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.connection = connection;
      this.context = context;
      references = References.load(connection, context);
      execute(
          """
          create temp table staged_coverage (row_no bigint, credit_code varchar,
            organization_id uuid, covered_on date) on commit drop""");
      staged =
          CopyStream.into(
              connection,
              "staged_coverage",
              "row_no",
              "credit_code",
              "organization_id",
              "covered_on");
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      CreditCode creditCode = row.value("creditCode", CreditCode::parse);
      UUID organization = references.organization(row, "organizationCode", context, errors);
      LocalDate on = References.past(row, "coveredOn", context, errors);
      if (!errors.any()) {
        staged
            .add(row.number())
            .add(creditCode.value())
            .add(organization)
            .add(on == null ? context.today() : on)
            .endRow();
      }
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      staged.flush();
      execute("analyze staged_coverage");
      References.holdOrganizations(
          connection, "staged_coverage", "organization_id", "organizationCode", errors);
      Duplicates.inFile(connection, "staged_coverage", "credit_code", "creditCode", errors);
      execute(HOLD);
      refuse(errors);
      if (errors.any()) {
        return;
      }
      execute(CHANGED);
      execute(COVER);
      tell();
      outbox.ring();
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private void refuse(ImportErrors errors) throws SQLException {
      String path = context.scopePath().orElse(null);
      try (PreparedStatement select = connection.prepareStatement(REFUSED)) {
        select.setString(1, path);
        select.setString(2, References.areaOfScope(connection, context));
        select.setString(3, path);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            errors.add(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4));
          }
        }
      }
    }

    private record Told(UUID unit, UUID organization, LocalDate on) {}

    private void tell() throws SQLException {
      try (CopyStream events = CopyStream.into(connection, "outbox", EventRow.COLUMNS)) {
        long after = 0;
        for (List<Told> some = some(after); !some.isEmpty(); some = some(after)) {
          for (Told one : some) {
            UnitCovered covered = new UnitCovered(one.unit(), one.organization());
            events.row(outbox.row(covered, one.on()).values());
          }
          after += some.size();
        }
      }
    }

    private List<Told> some(long after) throws SQLException {
      List<Told> some = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
        select.setLong(1, after);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            some.add(
                new Told(
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, LocalDate.class)));
          }
        }
      }
      return some;
    }
  }
}
