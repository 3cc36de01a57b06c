package org.jiceng.kit.security;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiceng.kit.problem.Problem;

/**
 * Whether an organisation lies in the caller's scope: the subtree of the token's {@code org_id}, by
 * the local copy of the tree. What is out of scope looks like what is not there (404).
 */
@ApplicationScoped
public class Scopes {
  /** A path below which nothing lies: labels are ids, never words. */
  private static final String NOWHERE = "nowhere";

  private static final String COUNT_WITHIN =
      """
      select count(*)
        from organization_node o, organization_node root
       where root.organization_id = ? and o.organization_id = any (?) and o.path <@ root.path""";

  private static final String WITHIN =
      """
      select o.organization_id
        from organization_node o, organization_node root
       where root.organization_id = ? and o.organization_id = any (?) and o.path <@ root.path""";

  private static final String PATH_OF =
      "select path::text from organization_node where organization_id = ?";

  private final AgroalDataSource dataSource;
  private final Caller caller;

  Scopes(AgroalDataSource dataSource, Caller caller) {
    this.dataSource = dataSource;
    this.caller = caller;
  }

  /** Refuses with 404 when the organisation is out of scope. */
  public void requireWithin(UUID organizationId) {
    requireWithin(Set.of(organizationId));
  }

  /** Refuses with 404 when any of the organisations is out of scope. */
  public void requireWithin(Collection<UUID> organizationIds) {
    if (!contains(organizationIds)) {
      throw Problem.notFound();
    }
  }

  /** What concerns all organisations is for those whose scope is the whole district (404). */
  public void requireWholeDistrict() {
    if (!caller.wholeDistrict()) {
      throw Problem.notFound();
    }
  }

  /** Whether the organisation lies in the caller's scope. */
  public boolean contains(UUID organizationId) {
    return contains(Set.of(organizationId));
  }

  /** Those of the organisations that lie in the caller's scope. */
  public Set<UUID> within(Set<UUID> organizationIds) {
    if (caller.wholeDistrict() || organizationIds.isEmpty()) {
      return organizationIds;
    }
    return caller.organizationId().map(root -> within(root, organizationIds)).orElse(Set.of());
  }

  /**
   * The path that a list's organisations must lie under ({@code path <@ ?::ltree}); empty for the
   * whole district. A caller without a scope gets a path below which nothing lies.
   */
  public Optional<String> pathPrefix() {
    if (caller.wholeDistrict()) {
      return Optional.empty();
    }
    return Optional.of(caller.organizationId().map(this::pathOf).orElse(NOWHERE));
  }

  private boolean contains(Collection<UUID> organizationIds) {
    if (caller.wholeDistrict()) {
      return true;
    }
    Set<UUID> asked = Set.copyOf(organizationIds);
    return caller
        .organizationId()
        .filter(root -> countWithin(root, asked) == asked.size())
        .isPresent();
  }

  private int countWithin(UUID root, Set<UUID> asked) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNT_WITHIN)) {
      select.setObject(1, root);
      select.setArray(2, connection.createArrayOf("uuid", asked.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the scope could not be read", e);
    }
  }

  private Set<UUID> within(UUID root, Set<UUID> asked) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(WITHIN)) {
      select.setObject(1, root);
      select.setArray(2, connection.createArrayOf("uuid", asked.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        Set<UUID> within = new HashSet<>();
        while (rows.next()) {
          within.add(rows.getObject(1, UUID.class));
        }
        return within;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the scope could not be read", e);
    }
  }

  private String pathOf(UUID root) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(PATH_OF)) {
      select.setObject(1, root);
      try (ResultSet rows = select.executeQuery()) {
        String path = rows.next() ? rows.getString(1) : null;
        return path == null ? NOWHERE : path;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the scope could not be read", e);
    }
  }
}
