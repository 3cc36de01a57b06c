package org.jiceng.registry.post;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.PostKind;
import org.jiceng.events.RegistryEvent.PostCreated;
import org.jiceng.events.RegistryEvent.PostFilled;
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

/** Creates posts by file; with filledOn they are held from then on. */
@ApplicationScoped
public class PostImport implements ImportKind {
  private static final String STAGE =
      """
      create temp table staged_post (row_no bigint, id uuid, organization_id uuid, kind varchar,
        created_on date, appointment_id uuid, filled_on date, term_ends_on date) on commit drop""";
  private static final String SECOND_SECRETARIES =
      """
      select row_no from (
        select row_no, organization_id, row_number() over (partition by organization_id order by row_no) as nth
          from staged_post where kind = 'SECRETARY') s
       where nth > 1 or exists (select 1 from post p where p.organization_id = s.organization_id
                                   and p.kind = 'SECRETARY' and p.abolished_on is null)
       order by 1""";
  private static final String MOVE_POSTS =
      """
      insert into post (id, organization_id, kind, created_on, appointment_id, filled_on, term_ends_on)
      select id, organization_id, kind, created_on, appointment_id, filled_on, term_ends_on
        from staged_post""";
  private static final String MOVE_APPOINTMENTS =
      """
      insert into appointment (id, post_id, appointed_on, term_ends_on)
      select appointment_id, id, filled_on, term_ends_on
        from staged_post where appointment_id is not null""";

  private final Outbox outbox;

  PostImport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "posts";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("organizationCode", 32),
        Column.required("kind"),
        Column.required("createdOn"),
        Column.optional("filledOn"),
        Column.optional("termEndsOn"));
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
    private final CopyStream events;

    Session(Connection connection, ImportContext context) throws SQLException {
      this.connection = connection;
      this.context = context;
      references = References.load(connection, context);
      run(STAGE);
      staged =
          CopyStream.into(
              connection,
              "staged_post",
              "row_no",
              "id",
              "organization_id",
              "kind",
              "created_on",
              "appointment_id",
              "filled_on",
              "term_ends_on");
      events = CopyStream.into(connection, "outbox", EventRow.COLUMNS);
    }

    @Override
    public void row(Row row, RowErrors errors) throws SQLException {
      UUID organization = references.organization(row, "organizationCode", context, errors);
      PostKind kind = row.oneOf(PostKind.class, "kind");
      LocalDate created = References.past(row, "createdOn", context, errors);
      LocalDate filled = References.past(row, "filledOn", context, errors);
      LocalDate termEnds = row.date("termEndsOn");
      if (errors.any()) {
        return;
      }
      if (filled != null && filled.isBefore(created)) {
        errors.add("filledOn", "before-last-change", created);
        return;
      }
      if (filled != null && termEnds != null && !termEnds.isAfter(filled)) {
        errors.add("termEndsOn", "term-ends-before-it-begins");
        return;
      }
      UUID id = UuidCreator.getTimeOrderedEpoch();
      UUID appointment = filled == null ? null : UuidCreator.getTimeOrderedEpoch();
      staged
          .add(row.number())
          .add(id)
          .add(organization)
          .add(kind)
          .add(created)
          .add(appointment)
          .add(filled)
          .add(termEnds)
          .endRow();
      events.row(outbox.row(new PostCreated(id, organization, kind), created).values());
      if (filled != null) {
        events.row(outbox.row(new PostFilled(id, appointment, null, termEnds), filled).values());
      }
    }

    @Override
    public void finish(ImportErrors errors) throws SQLException {
      staged.flush();
      References.holdOrganizations(
          connection, "staged_post", "organization_id", "organizationCode", errors);
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(SECOND_SECRETARIES)) {
        while (rows.next()) {
          errors.add(rows.getLong(1), "kind", "one-secretary");
        }
      }
      if (!errors.any()) {
        run(MOVE_POSTS);
        run(MOVE_APPOINTMENTS);
        events.flush();
        outbox.ring();
      }
    }

    private void run(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
