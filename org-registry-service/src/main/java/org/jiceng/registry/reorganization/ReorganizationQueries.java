package org.jiceng.registry.reorganization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.ReorganizationKind;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** Reads reorganisations: those in which an organisation of the caller's scope takes part. */
@ApplicationScoped
class ReorganizationQueries {
  private static final String SELECT =
      """
      select r.id, r.kind, r.state, r.effective_on, r.obstacle, r.created_at, r.decided_at,
             r.done_at, r.version,
             (select json_agg(json_build_object('role', p.role, 'organizationId', o.id,
                                                'code', o.code, 'name', o.name, 'before', p.held)
                              order by o.code)
                from reorganization_part p join organization o on o.id = p.organization_id
               where p.reorganization_id = r.id)::text,
             (select json_agg(json_build_object('service', s.service, 'doneAt', s.done_at,
                                                'counts', s.counts) order by s.service)
                from reorganization_step s where s.reorganization_id = r.id)::text
        from reorganization r where true""";
  private static final String IN_SCOPE =
      """
      exists (select 1 from reorganization_part p join organization o on o.id = p.organization_id
               where p.reorganization_id = r.id and o.path <@ ?::ltree)""";
  private static final String OF =
      """
      exists (select 1 from reorganization_part p
               where p.reorganization_id = r.id and p.organization_id = ?)""";

  private final Tables tables;
  private final Scopes scopes;
  private final ObjectMapper json;

  ReorganizationQueries(Tables tables, Scopes scopes, ObjectMapper json) {
    this.tables = tables;
    this.scopes = scopes;
    this.json = json;
  }

  private record PartRow(
      String role, UUID organizationId, String code, String name, Map<String, Long> before) {
    ReorganizationView.Participant participant() {
      return new ReorganizationView.Participant(organizationId, code, name, before);
    }
  }

  private record StepRow(String service, OffsetDateTime doneAt, Map<String, Long> counts) {
    ReorganizationView.Step step() {
      return new ReorganizationView.Step(service, doneAt != null, moment(doneAt), counts);
    }
  }

  ReorganizationView one(UUID id) {
    return tables.list(scoped().and("r.id = ?", id), "", this::view).stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  Page<ReorganizationView> page(ReorganizationState state, UUID organizationId, PageRequest page) {
    Condition condition = scoped().and("r.state = ?", state).and(OF, organizationId);
    page.cursor().ifPresent(c -> condition.and("r.id < ?", c.uuid(0)));
    List<ReorganizationView> rows =
        tables.list(condition, " order by r.id desc limit " + page.fetchSize(), this::view);
    return page.page(rows, r -> Cursor.of(r.id()));
  }

  private Condition scoped() {
    return new Condition(SELECT).and(IN_SCOPE, scopes.pathPrefix().orElse(null));
  }

  private ReorganizationView view(ResultSet row) throws SQLException {
    List<PartRow> parts = read(row.getString(10), new TypeReference<>() {});
    List<StepRow> steps = read(row.getString(11), new TypeReference<>() {});
    return new ReorganizationView(
        row.getObject(1, UUID.class),
        ReorganizationKind.valueOf(row.getString(2)),
        ReorganizationState.valueOf(row.getString(3)),
        row.getObject(4, LocalDate.class),
        row.getString(5),
        moment(row.getObject(6, OffsetDateTime.class)),
        moment(row.getObject(7, OffsetDateTime.class)),
        moment(row.getObject(8, OffsetDateTime.class)),
        participants(parts, "SOURCE"),
        participants(parts, "DESTINATION"),
        steps.stream().map(StepRow::step).toList(),
        row.getLong(9));
  }

  private static List<ReorganizationView.Participant> participants(
      List<PartRow> parts, String role) {
    return parts.stream()
        .filter(part -> part.role().equals(role))
        .map(PartRow::participant)
        .toList();
  }

  private <T> List<T> read(String text, TypeReference<List<T>> type) {
    try {
      return text == null ? List.of() : json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a reorganization is not what was written", e);
    }
  }

  private static Instant moment(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
