package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.problem.Problem;

/** The shape of the tree: one lock for all who change it, paths moved set-based. */
@ApplicationScoped
class OrganizationTree {
  static final int LOCK = 0x73EE;

  private final EntityManager entities;

  OrganizationTree(EntityManager entities) {
    this.entities = entities;
  }

  /** Holds the shape until the transaction ends, so that no two moves together make a cycle. */
  void hold() {
    entities
        .createNativeQuery("select 1 from pg_advisory_xact_lock(" + LOCK + ")", Integer.class)
        .getSingleResult();
  }

  void requireFreeCode(String code) {
    if (exists("select 1 from organization where code = ?1", code)) {
      throw new Problem(OrganizationProblems.CODE_TAKEN, code).at("code");
    }
  }

  /** There is one organisation without a parent: the district's own. */
  void requireNoRoot() {
    if (exists("select 1 from organization where parent_id is null and code <> ?1", "")) {
      throw new Problem(OrganizationProblems.ROOT_EXISTS).at("parentId");
    }
  }

  /** Refuses a parent that stands below the organisation itself, or is it. */
  void requireNotBelow(UUID parent, UUID organization) {
    boolean below =
        !entities
            .createNativeQuery(
                """
                select 1 from organization p, organization o
                 where p.id = ?1 and o.id = ?2 and p.path <@ o.path""",
                Integer.class)
            .setParameter(1, parent)
            .setParameter(2, organization)
            .getResultList()
            .isEmpty();
    if (below) {
      throw new Problem(OrganizationProblems.CYCLE).at("parentId");
    }
  }

  OrganizationType typeOf(UUID id) {
    return id == null ? null : entities.find(Organization.class, id).type;
  }

  List<UUID> childrenOf(UUID id) {
    return entities
        .createNativeQuery(
            "select id from organization where parent_id = ?1 and state <> 'DISSOLVED' order by code",
            UUID.class)
        .setParameter(1, id)
        .getResultList();
  }

  /** Moves the paths of an organisation and of all below it under the new parent. */
  void movePaths(UUID id, UUID parent) {
    entities.flush();
    entities
        .createNativeQuery(
            """
            update organization o
               set path = p.path || subpath(o.path, nlevel(m.path) - 1)
              from organization m, organization p
             where m.id = ?1 and p.id = ?2 and o.path <@ m.path""")
        .setParameter(1, id)
        .setParameter(2, parent)
        .executeUpdate();
  }

  private boolean exists(String sql, Object key) {
    return !entities
        .createNativeQuery(sql, Integer.class)
        .setParameter(1, key)
        .getResultList()
        .isEmpty();
  }
}
