package org.jiceng.registry.organization;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.EstablishmentMode;
import org.jiceng.events.OrganizationType;
import org.jiceng.events.RegistryEvent.OrganizationEstablished;
import org.jiceng.events.Sector;
import org.jiceng.kit.codes.AreaCode;
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
import org.jiceng.registry.References;

/** Establishes organisations by file; a parent may stand earlier in the same file. */
@ApplicationScoped
public class OrganizationImport implements ImportKind {
  private final Outbox outbox;

  OrganizationImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "organizations";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("code", 32),
        Column.required("name"),
        Column.required("type"),
        Column.required("sector"),
        Column.required("mode"),
        Column.optional("temporary"),
        Column.optional("parentCode", 32),
        Column.required("areaCode", 12),
        Column.optional("foundedByCode", 32),
        Column.required("establishedOn"));
  }

  @Override
  public ImportSession open(Connection connection, ImportContext context) throws SQLException {
    return new Session(connection, context);
  }

  /** What a row needs to know of the organisations before it. */
  private record Known(UUID id, OrganizationType type, String path, LocalDate establishedOn) {}

  private final class Session implements ImportSession {
    private final ImportContext context;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, AreaCode> areas = new HashMap<>();
    private final CopyStream organizations;
    private final CopyStream versions;
    private final CopyStream events;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.context = context;
      holdTree(connection);
      organizations =
          CopyStream.into(
              connection,
              "organization",
              "id",
              "code",
              "name",
              "type",
              "sector",
              "mode",
              "temporary",
              "parent_id",
              "area_code",
              "founded_by",
              "state",
              "established_on",
              "path");
      versions =
          CopyStream.into(
              connection,
              "organization_version",
              "organization_id",
              "valid_from",
              "recorded_at",
              "name",
              "type",
              "parent_id",
              "area_code",
              "state");
      events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
      load(connection);
    }

    /** As every change to the tree does, so that no path goes stale meanwhile. */
    private void holdTree(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("select pg_advisory_xact_lock(" + OrganizationTree.LOCK + ")");
      }
    }

    private void load(Connection connection) throws SQLException {
      areas.putAll(References.openAreas(connection, context));
      try (PreparedStatement select =
              connection.prepareStatement(
                  "select code, id, type, path::text, established_on from organization where state <> 'DISSOLVED'");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(
              rows.getString(1),
              new Known(
                  rows.getObject(2, UUID.class),
                  OrganizationType.valueOf(rows.getString(3)),
                  rows.getString(4),
                  rows.getObject(5, LocalDate.class)));
        }
      }
    }

    /** The area that a cell names, or the cell itself, to be refused. */
    private String area(AreaCode code) {
      return code == null ? null : areas.getOrDefault(code.value(), code).value();
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      NewOrganization wanted =
          new NewOrganization(
              row.code("code"),
              row.text("name"),
              row.oneOf(OrganizationType.class, "type"),
              row.oneOf(Sector.class, "sector"),
              row.oneOf(EstablishmentMode.class, "mode"),
              Boolean.TRUE.equals(row.bool("temporary")),
              null,
              area(row.value("areaCode", AreaCode::parse)),
              null,
              References.past(row, "establishedOn", context, errors));
      Known parent = find(row, "parentCode", errors);
      Known founder = find(row, "foundedByCode", errors);
      if (errors.any()) {
        return;
      }
      check(wanted, parent, errors);
      if (!errors.any()) {
        stage(wanted, parent, founder == null ? null : founder.id());
      }
    }

    private Known find(Row row, String column, RowErrors errors) {
      String code = row.code(column);
      if (code == null) {
        return null;
      }
      Known found = known.get(code);
      if (found == null || !context.covers(found.path())) {
        errors.add(column, "no-organization", code);
        return null;
      }
      return found;
    }

    private void check(NewOrganization wanted, Known parent, RowErrors errors) {
      if (known.containsKey(wanted.code())) {
        errors.add("code", "organization-code-taken", wanted.code());
      }
      if (!areas.containsKey(wanted.areaCode())) {
        errors.add("areaCode", "no-area", wanted.areaCode());
      }
      if (!Nesting.allows(parent == null ? null : parent.type(), wanted.type())) {
        errors.add(
            "parentCode", "illegal-nesting", parent == null ? "–" : parent.type(), wanted.type());
      }
      if (parent != null && wanted.effectiveOn().isBefore(parent.establishedOn())) {
        errors.add("establishedOn", "before-parent", parent.establishedOn());
      }
      if (parent == null && (!context.wholeDistrict() || hasRoot())) {
        errors.add("parentCode", "parent-needed");
      }
    }

    private boolean hasRoot() {
      return known.values().stream().anyMatch(k -> !k.path().contains("."));
    }

    private void stage(NewOrganization wanted, Known parent, UUID founder) throws SQLException {
      UUID id = UuidCreator.getTimeOrderedEpoch();
      UUID parentId = parent == null ? null : parent.id();
      String label = id.toString().replace("-", "");
      String path = parent == null ? label : parent.path() + "." + label;
      organizations
          .add(id)
          .add(wanted.code())
          .add(wanted.name())
          .add(wanted.type())
          .add(wanted.sector())
          .add(wanted.mode())
          .add(wanted.temporary())
          .add(parentId)
          .add(wanted.areaCode())
          .add(founder)
          .add("ACTIVE")
          .add(wanted.effectiveOn())
          .add(path)
          .endRow();
      versions
          .add(id)
          .add(wanted.effectiveOn())
          .add(context.now())
          .add(wanted.name())
          .add(wanted.type())
          .add(parentId)
          .add(wanted.areaCode())
          .add("ACTIVE")
          .endRow();
      events.row(
          outbox
              .row(
                  new OrganizationEstablished(
                      id,
                      wanted.code(),
                      wanted.name(),
                      wanted.type(),
                      wanted.sector(),
                      wanted.mode(),
                      wanted.temporary(),
                      parentId,
                      wanted.areaCode(),
                      founder),
                  wanted.effectiveOn())
              .values());
      known.put(wanted.code(), new Known(id, wanted.type(), path, wanted.effectiveOn()));
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      if (!errors.any()) {
        organizations.flush();
        versions.flush();
        events.flush();
        outbox.ring();
      }
    }
  }
}
