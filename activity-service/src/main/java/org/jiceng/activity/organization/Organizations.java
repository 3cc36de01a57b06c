package org.jiceng.activity.organization;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.activity.area.AreaTree;
import org.jiceng.kit.codes.AreaCode;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.security.Scopes;

/** The organisations that a command names, by the local copy of the registry. */
@ApplicationScoped
public class Organizations {
  private static final String SELECT =
      "select area_code, state from organization_node where organization_id = ?";
  private static final String ALONE = SELECT + " for no key update";

  private final AgroalDataSource dataSource;
  private final Scopes scopes;

  Organizations(AgroalDataSource dataSource, Scopes scopes) {
    this.dataSource = dataSource;
    this.scopes = scopes;
  }

  /**
   * The organisation that the caller acts for: within the caller's scope (404) and at work (409).
   */
  public ActingOrganization acting(UUID organizationId) {
    return acting(organizationId, SELECT);
  }

  /** As {@link #acting}, while nobody else acts alone for it until the transaction ends. */
  public ActingOrganization actingAlone(UUID organizationId) {
    return acting(organizationId, ALONE);
  }

  /** As {@link #actingAlone}, by whoever may, though the organisation is not in his scope. */
  public ActingOrganization alone(UUID organizationId) {
    return active(organizationId, ALONE);
  }

  private ActingOrganization acting(UUID organizationId, String query) {
    scopes.requireWithin(organizationId);
    return active(organizationId, query);
  }

  private ActingOrganization active(UUID organizationId, String query) {
    ActingOrganization found = find(organizationId, query).orElseThrow(Problem::notFound);
    found.requireActive();
    return found;
  }

  /** Whether the organisation is at work. */
  public boolean isActive(UUID organizationId) {
    return find(organizationId, SELECT).filter(o -> o.state().equals("ACTIVE")).isPresent();
  }

  /** Refuses with 404 an area outside the caller's territory, with 422 one that there is not. */
  public void requireInTerritory(AreaCode area) {
    if (!isKnownWithinTerritory(area)) {
      throw Problem.violation("areaCode", "no-area", area.value());
    }
  }

  /** Refuses with 404 an area that is looked up outside the caller's territory, or is not there. */
  public void requireKnownInTerritory(AreaCode area) {
    if (!isKnownWithinTerritory(area)) {
      throw Problem.notFound();
    }
  }

  private boolean isKnownWithinTerritory(AreaCode area) {
    try (Connection connection = dataSource.getConnection()) {
      if (!ScopeArea.of(scopes.pathPrefix(), connection).holds(area, connection)) {
        throw Problem.notFound();
      }
      return new AreaTree(connection).knows(area);
    } catch (SQLException e) {
      throw new IllegalStateException("the territory could not be read", e);
    }
  }

  private Optional<ActingOrganization> find(UUID organizationId, String query) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, organizationId);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new ActingOrganization(organizationId, rows.getString(1), rows.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the organisation could not be read", e);
    }
  }
}
