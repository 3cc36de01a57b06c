package org.jiceng.reporting.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.security.Roles;

/** Compares what was folded with what the services count themselves. */
@Path("/api/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
@RolesAllowed({Roles.DISTRICT_ADMIN, Roles.AUDITOR, Roles.REPORTER, Roles.SYSTEM})
public class ReconciliationResource {
  // Each tally beside the ledger as it was known when the service counted.
  private static final String COMPARE =
      """
      with counted as (
        select t.topic, t.counted_at, c.key as measure, c.value::numeric as counted
          from projection.tally t, jsonb_each_text(t.counts) c
      ), folded as (
        select c.topic, c.measure, coalesce(sum(p.amount), 0) as folded
          from counted c
          left join projection.posting p
            on p.measure = split_part(c.measure, '/', 1) and p.recorded_at <= c.counted_at
           and (position('/' in c.measure) = 0
                or exists (select 1 from projection.lineage l
                            where l.organization_id = p.organization_id
                              and l.valid_to = date '9999-12-31'
                              and l.sector = split_part(c.measure, '/', 2)
                              and split_part(c.measure, '/', 3) in ('', l.type)))
         group by c.topic, c.measure
      )
      select c.topic, c.counted_at, c.measure, c.counted, f.folded
        from counted c join folded f using (topic, measure)
       order by c.topic, c.measure""";

  private final AgroalDataSource dataSource;

  ReconciliationResource(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A measure as a service counted it and as it was folded by then. */
  public record Comparison(
      String service,
      Instant countedAt,
      String measure,
      BigDecimal counted,
      BigDecimal folded,
      BigDecimal difference) {}

  /** All comparisons, and whether they agree. */
  public record Reconciliation(boolean agrees, List<Comparison> comparisons) {}

  @GET
  @Operation(summary = "What each service counts beside what was folded")
  public Reconciliation reconcile() throws SQLException {
    List<Comparison> comparisons = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(COMPARE);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        comparisons.add(comparison(rows));
      }
    }
    return new Reconciliation(
        comparisons.stream().allMatch(c -> c.difference().signum() == 0), comparisons);
  }

  private static Comparison comparison(ResultSet row) throws SQLException {
    BigDecimal counted = row.getBigDecimal(4);
    BigDecimal folded = row.getBigDecimal(5).setScale(0, java.math.RoundingMode.HALF_UP);
    return new Comparison(
        row.getString(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        counted,
        folded,
        folded.subtract(counted));
  }
}
