package org.jiceng.kit.changes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Roles;
import org.jiceng.kit.security.Scopes;

/** The service's events, for systems that cannot speak Kafka. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
@RolesAllowed({Roles.SYSTEM, Roles.AUDITOR, Roles.DISTRICT_ADMIN})
public class ChangesResource {
  private static final int MAX_LIMIT = 1_000;

  private final ChangeLog log;
  private final Scopes scopes;

  ChangesResource(ChangeLog log, Scopes scopes) {
    this.log = log;
    this.scopes = scopes;
  }

  @GET
  @Operation(
      summary = "Events after a position, oldest first",
      description =
          "Ask with after=0 first and then with the nextAfter of the answer before. Positions are"
              + " dense and never passed by a change that commits late.")
  public Changes after(
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("100") String limit)
      throws SQLException {
    scopes.requireWholeDistrict();
    return log.after(
        number("after", after, 0, Long.MAX_VALUE), (int) number("limit", limit, 1, MAX_LIMIT));
  }

  private static long number(String name, String text, long min, long max) {
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told the same way as a number out of range.
    }
    throw Problem.malformed(name, "between", min, max);
  }
}
