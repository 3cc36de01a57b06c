package org.jiceng.registry.reorganization;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Roles;
import org.jiceng.registry.Condition;
import org.jiceng.registry.Tables;

/** What an organisation came out of, and what came out of it. */
@Path("/api/v1/organizations/{id}/lineage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organizations")
@RolesAllowed({
  Roles.DISTRICT_ADMIN,
  Roles.REGISTRAR,
  Roles.SECRETARY,
  Roles.REPORTER,
  Roles.AUDITOR,
  Roles.SYSTEM
})
public class LineageResource {
  private static final String RELATIVES =
      """
      with recursive relative (id, reorganization_id, effective_on, steps) as (
        select %1$s, reorganization_id, effective_on, 1
          from organization_lineage where %2$s = ?
        union
        select l.%1$s, l.reorganization_id, l.effective_on, r.steps + 1
          from relative r join organization_lineage l on l.%2$s = r.id)
      select o.id, o.code, o.name, r.reorganization_id, r.effective_on, min(r.steps)
        from relative r join organization o on o.id = r.id
       group by o.id, o.code, o.name, r.reorganization_id, r.effective_on""";
  private static final String PREDECESSORS = RELATIVES.formatted("predecessor_id", "successor_id");
  private static final String SUCCESSORS = RELATIVES.formatted("successor_id", "predecessor_id");

  private final Tables tables;

  LineageResource(Tables tables) {
    this.tables = tables;
  }

  /** Who came before and who after; steps counts the reorganisations between. */
  public record Lineage(List<Relative> predecessors, List<Relative> successors) {}

  /** One of them, and by which reorganisation from which day on. */
  public record Relative(
      UUID organizationId,
      String code,
      String name,
      UUID reorganizationId,
      LocalDate effectiveOn,
      int steps) {
    static Relative of(ResultSet row) throws SQLException {
      return new Relative(
          row.getObject(1, UUID.class),
          row.getString(2),
          row.getString(3),
          row.getObject(4, UUID.class),
          row.getObject(5, LocalDate.class),
          row.getInt(6));
    }
  }

  @GET
  @Operation(
      summary = "What it came out of and what came out of it",
      description = "Through every reorganisation there ever was, the nearest first")
  public Lineage lineage(@PathParam("id") UUID id) {
    if (tables.one("select 1 from organization where id = ?", row -> 1, id).isEmpty()) {
      throw Problem.notFound();
    }
    return new Lineage(relatives(PREDECESSORS, id), relatives(SUCCESSORS, id));
  }

  private List<Relative> relatives(String sql, UUID id) {
    return tables.list(new Condition(sql).with(id), " order by min(r.steps), o.code", Relative::of);
  }
}
