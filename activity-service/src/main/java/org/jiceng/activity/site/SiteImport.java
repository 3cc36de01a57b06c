package org.jiceng.activity.site;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiceng.activity.area.AreaTree;
import org.jiceng.activity.imports.Staging;
import org.jiceng.activity.organization.ScopeArea;
import org.jiceng.events.ActivityEvent.SiteEvent;
import org.jiceng.events.ActivityEvent.SiteOpened;
import org.jiceng.events.ActivityEvent.SpaceAdded;
import org.jiceng.events.SiteKind;
import org.jiceng.events.SiteOrigin;
import org.jiceng.kit.codes.AreaCode;
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

/** Opens sites by file, each with one space of its capacity. */
@ApplicationScoped
public class SiteImport implements ImportKind {
  private static final String CREATE =
      """
      create temp table site_staged (
        row_no bigint, site_id uuid, space_id uuid, code varchar, name varchar, kind varchar,
        origin varchar, area_code varchar, organization_id uuid, floor_area numeric,
        opened_on date, capacity int) on commit drop""";

  private static final String OUTSIDE =
      """
      select row_no, area_code from site_staged s
       where ?::varchar is not null
         and not exists (select from area_within w
                          where w.within_code = ? and w.area_code = s.area_code
                            and w.valid_to is null)
       order by row_no""";

  private static final String MOVE_SITES =
      """
      insert into site (site_id, code, name, kind, origin, area_code, organization_id, floor_area,
                        opened_on, measured_on, space_count, version)
      select site_id, code, name, kind, origin, area_code, organization_id, floor_area,
             opened_on, opened_on, 1, 0
        from site_staged""";

  private static final String MOVE_SPACES =
      """
      insert into space (space_id, site_id, number, name, capacity, opened_on)
      select space_id, site_id, 1, name, capacity, opened_on from site_staged""";

  private final Outbox outbox;

  SiteImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "sites";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("code", 32).also("编码"),
        Column.required("name", 100).also("名称"),
        Column.required("kind").also("类型"),
        Column.required("origin").also("来源"),
        Column.required("areaCode").also("区域代码"),
        Column.required("organizationCode", 32).also("管理组织"),
        Column.required("floorArea").also("面积"),
        Column.required("openedOn").also("启用日期"),
        Column.required("capacity").also("容纳人数"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  private final class Session implements ImportSession {
    private final Connection connection;
    private final ImportContext context;
    private final Set<String> named = new HashSet<>();
    private final Staging staging;
    private final OrganizationsByCode organizations;
    private final ScopeArea territory;
    private final CopyStream staged;
    private final CopyStream events;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.connection = connection;
      this.context = context;
      staging = new Staging(connection, "site_staged", CREATE);
      organizations = OrganizationsByCode.load(connection, context);
      territory = ScopeArea.of(context.scopePath(), connection);
      staged =
          CopyStream.into(
              connection,
              "site_staged",
              "row_no",
              "site_id",
              "space_id",
              "code",
              "name",
              "kind",
              "origin",
              "area_code",
              "organization_id",
              "floor_area",
              "opened_on",
              "capacity");
      events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      String code = row.code("code");
      String name = row.text("name");
      SiteKind kind = row.oneOf(SiteKind.class, "kind");
      SiteOrigin origin = row.oneOf(SiteOrigin.class, "origin");
      AreaCode area = row.value("areaCode", AreaCode::parse);
      Organization keeper = organizations.activeIn(row, "organizationCode", errors);
      BigDecimal floorArea = row.decimal("floorArea");
      LocalDate openedOn = Staging.pastOrToday(row, "openedOn", context, errors);
      Integer capacity = row.integer("capacity");
      requirePositive(floorArea, "floorArea", errors);
      requirePositive(capacity, "capacity", errors);
      if (errors.any()) {
        return;
      }
      named.add(area.value());
      UUID siteId = UuidCreator.getTimeOrderedEpoch();
      UUID spaceId = UuidCreator.getTimeOrderedEpoch();
      staged.add(row.number()).add(siteId).add(spaceId).add(code).add(name).add(kind).add(origin);
      staged.add(area.value()).add(keeper.id()).add(floorArea).add(openedOn).add(capacity);
      staged.endRow();
      tell(new SiteOpened(siteId, kind, origin, area.value(), keeper.id(), floorArea), openedOn);
      tell(new SpaceAdded(siteId, spaceId, capacity), openedOn);
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      staged.flush();
      new AreaTree(connection).expect(named);
      requireInTerritory(errors);
      staging.reportKnownCodes("site", errors);
      if (!errors.any()) {
        staging.move(MOVE_SITES, MOVE_SPACES);
        events.flush();
        outbox.ring();
      }
    }

    private void requireInTerritory(ImportErrors errors) throws SQLException {
      try (PreparedStatement select = connection.prepareStatement(OUTSIDE)) {
        select.setString(1, territory.code());
        select.setString(2, territory.code());
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            errors.add(rows.getLong(1), "areaCode", "no-area", rows.getString(2));
          }
        }
      }
    }

    private void tell(SiteEvent event, LocalDate on) throws SQLException {
      events.row(outbox.row(event, on).values());
    }
  }

  private static void requirePositive(Number number, String column, RowErrors errors) {
    if (number != null && number.doubleValue() <= 0) {
      errors.add(column, "positive");
    }
  }
}
