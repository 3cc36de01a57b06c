package org.jiceng.kit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;

/** Events that could not be taken, for the platform team to see and to try again. */
@Path("/api/v1/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
@RolesAllowed({"district-admin", "system", "auditor"})
public class ParkedEventsResource {
  static final ProblemType STILL_FAILS = new ProblemType(409, "event-still-fails");

  private final AgroalDataSource dataSource;
  private final EventHandlers handlers;

  ParkedEventsResource(AgroalDataSource dataSource, EventHandlers handlers) {
    this.dataSource = dataSource;
    this.handlers = handlers;
  }

  /** A parked event: where it stands in the log, why it was parked, when (UTC). */
  public record ParkedEvent(
      long id,
      String handler,
      String topic,
      int partition,
      long offset,
      String key,
      String reason,
      Instant parkedAt) {}

  /** How many events of the key were taken. */
  public record Retried(int applied) {}

  @GET
  @Operation(summary = "The oldest 500 events that wait")
  public List<ParkedEvent> list() throws SQLException {
    String sql = select("resolved_at is null order by id limit 500");
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      return read(select);
    }
  }

  @POST
  @Path("/{id}/retry")
  @RolesAllowed({"district-admin", "system"})
  @Operation(summary = "Tries the event and all that wait behind it again, in order")
  public Retried retry(@PathParam("id") long id) throws SQLException {
    ParkedEvent parked = find(id);
    EventHandler handler =
        handlers.all().stream()
            .filter(h -> h.name().equals(parked.handler()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    try {
      TopicPartition partition = new TopicPartition(parked.topic(), parked.partition());
      return new Retried(new InboxTransaction(dataSource, handler).retry(partition, parked.key()));
    } catch (SQLException | RuntimeException e) {
      throw new Problem(STILL_FAILS, String.valueOf(e.getMessage()));
    }
  }

  private ParkedEvent find(long id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(select("resolved_at is null and id = ?"))) {
      select.setLong(1, id);
      return read(select).stream().findFirst().orElseThrow(Problem::notFound);
    }
  }

  private static String select(String condition) {
    return "select id, handler, topic, partition_no, offset_no, key, reason, parked_at"
        + " from inbox_parked where "
        + condition;
  }

  private static List<ParkedEvent> read(PreparedStatement select) throws SQLException {
    List<ParkedEvent> events = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        events.add(
            new ParkedEvent(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getInt(4),
                rows.getLong(5),
                rows.getString(6),
                rows.getString(7),
                rows.getObject(8, OffsetDateTime.class).toInstant()));
      }
    }
    return events;
  }
}
