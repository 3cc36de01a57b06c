package org.jiceng.member.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.database.Database;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.problem.ProblemType;
import org.jiceng.kit.security.Scopes;

/** Whether the organisations that a command names are at work and the caller's to act for. */
@ApplicationScoped
public class Organizations {
  static final ProblemType NOT_ACTIVE = new ProblemType(409, "organization-not-active");
  static final ProblemType UNKNOWN = new ProblemType(422, "organization-not-found");

  private static final String STATES =
      "select organization_id, state from organization_node where organization_id = any (?)";

  private static final String NAMES =
      "select organization_id, name from organization_node where organization_id = any (?)";
  private static final String DAYS =
      "select established_on, dissolved_on from organization_node where organization_id = ?";

  private final Database database;
  private final Scopes scopes;

  Organizations(Database database, Scopes scopes) {
    this.database = database;
    this.scopes = scopes;
  }

  /** The caller acts for this organisation: within the caller's scope (404), at work (409). */
  public void requireActing(UUID organizationId, String field) {
    scopes.requireWithin(organizationId);
    requireActive(field, organizationId);
  }

  /** All are at work: 422 for an unknown one, 409 for one that is suspended or dissolved. */
  public void requireActive(String field, UUID... organizationIds) {
    List<String> states = database.list(STATES, row -> row.getString(2), Set.of(organizationIds));
    if (states.size() < organizationIds.length) {
      throw new Problem(UNKNOWN).at(field);
    }
    states.forEach(state -> requireActive(state, field));
  }

  /** The organisation is known, at work or not (422). */
  public void requireKnown(UUID organizationId, String field) {
    if (organizationId != null
        && database.list(STATES, row -> row.getString(2), Set.of(organizationId)).isEmpty()) {
      throw new Problem(UNKNOWN).at(field);
    }
  }

  /** What the organisations are called, by one question; without those that are not known. */
  public Map<UUID, String> names(Set<UUID> organizationIds) {
    Map<UUID, String> names = new HashMap<>();
    if (!organizationIds.isEmpty()) {
      database.list(
          NAMES, row -> names.put(row.getObject(1, UUID.class), row.getString(2)), organizationIds);
    }
    return names;
  }

  /**
   * The organisation is known, and there was one from a day on, to the day before another (null:
   * still): 422 otherwise.
   */
  public void requireThere(UUID organizationId, LocalDate from, LocalDate to, String field) {
    Days days =
        database
            .first(DAYS, Days::of, organizationId)
            .orElseThrow(() -> new Problem(UNKNOWN).at(field));
    if (from.isBefore(days.establishedOn())) {
      throw Problem.violation(field, "before-establishment", days.establishedOn());
    }
    if (days.dissolvedOn() != null && (to == null || to.isAfter(days.dissolvedOn()))) {
      throw Problem.violation(field, "after-dissolution", days.dissolvedOn());
    }
  }

  private record Days(LocalDate establishedOn, LocalDate dissolvedOn) {
    static Days of(ResultSet row) throws SQLException {
      return new Days(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class));
    }
  }

  /** An organisation in this state is at work (409 otherwise). */
  public static void requireActive(String state, String field) {
    if (!"ACTIVE".equals(state)) {
      throw new Problem(NOT_ACTIVE).at(field);
    }
  }
}
