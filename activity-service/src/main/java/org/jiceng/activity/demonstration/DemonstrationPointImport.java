package org.jiceng.activity.demonstration;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.imports.Staging;
import org.jiceng.events.ActivityEvent.DemonstrationPointDesignated;
import org.jiceng.kit.imports.Column;
import org.jiceng.kit.imports.CopyStream;
import org.jiceng.kit.imports.ImportContext;
import org.jiceng.kit.imports.ImportErrors;
import org.jiceng.kit.imports.ImportKind;
import org.jiceng.kit.imports.ImportSession;
import org.jiceng.kit.imports.OrganizationsByCode;
import org.jiceng.kit.imports.OrganizationsByCode.Organization;
import org.jiceng.kit.imports.Row;
import org.jiceng.kit.imports.RowErrors;
import org.jiceng.kit.outbox.EventRow;
import org.jiceng.kit.outbox.Outbox;

/** Takes in demonstration points by file. */
@ApplicationScoped
public class DemonstrationPointImport implements ImportKind {
  private static final String CREATE =
      """
      create temp table demonstration_point_staged (
        row_no bigint, id uuid, code varchar, name varchar, organization_id uuid,
        area_code varchar, held_from date) on commit drop""";

  private static final String MOVE =
      """
      insert into demonstration_point (demonstration_point_id, code, name, organization_id, area_code, designated_on, version)
      select id, code, name, organization_id, area_code, held_from, 0 from demonstration_point_staged""";

  private final Outbox outbox;

  DemonstrationPointImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "demonstration-points";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("code", 32).also("编码"),
        Column.required("name").also("名称"),
        Column.required("organizationCode", 32).also("组织编码"),
        Column.required("designatedOn").also("日期"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  private final class Session implements ImportSession {
    private final ImportContext context;
    private final Staging staging;
    private final OrganizationsByCode organizations;
    private final CopyStream staged;
    private final CopyStream events;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.context = context;
      staging = new Staging(connection, "demonstration_point_staged", CREATE);
      organizations = OrganizationsByCode.load(connection, context);
      staged =
          CopyStream.into(
              connection,
              "demonstration_point_staged",
              "row_no",
              "id",
              "code",
              "name",
              "organization_id",
              "area_code",
              "held_from");
      events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      String code = row.code("code");
      String name = row.text("name");
      Organization holder = organizations.activeIn(row, "organizationCode", errors);
      LocalDate on = Staging.pastOrToday(row, "designatedOn", context, errors);
      if (errors.any()) {
        return;
      }
      UUID id = UuidCreator.getTimeOrderedEpoch();
      staged.add(row.number()).add(id).add(code).add(name).add(holder.id()).add(holder.areaCode());
      staged.add(on).endRow();
      events.row(
          outbox
              .row(new DemonstrationPointDesignated(id, holder.id(), holder.areaCode()), on)
              .values());
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      staged.flush();
      staging.reportKnownCodes("demonstration_point", errors);
      if (!errors.any()) {
        staging.move(MOVE);
        events.flush();
        outbox.ring();
      }
    }
  }
}
