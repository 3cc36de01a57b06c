package org.jiceng.registry.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.problem.Problem;

/** The shape of the tree: one lock for all who change it, paths moved set-based. */
@ApplicationScoped
class OrganizationTree {
  static final int LOCK = 0x73EE;

  /**
   * Up the line from a date on, through each stretch of days that the parent was so: a few steps,
   * however much stands below the one that moves.
   */
  private static final String EVER_ABOVE =
      """
      with recursive above (id, since, until) as (
        select cast(?1 as uuid), cast(?2 as date), date 'infinity'
        union
        select child.parent_id, greatest(child.valid_from, above.since),
               least(child.valid_to, above.until)
          from above join organization_version child on child.organization_id = above.id
         where child.parent_id is not null and child.valid_from < above.until
           and (child.valid_to is null or child.valid_to > above.since))
      select 1 from above where id = ?3""";

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

  /**
   * Refuses an organisation that has stood below the other on any day from a date on, or is it: the
   * line may be no circle on a past day either.
   */
  void requireNotBelow(String field, UUID parent, UUID organization, LocalDate from) {
    boolean below =
        !entities
            .createNativeQuery(EVER_ABOVE, Integer.class)
            .setParameter(1, parent)
            .setParameter(2, from)
            .setParameter(3, organization)
            .getResultList()
            .isEmpty();
    if (below) {
      throw new Problem(OrganizationProblems.CYCLE).at(field);
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

  /** Organisations, those deepest in the line first. */
  List<UUID> fromBelow(Collection<UUID> ids) {
    return entities
        .createNativeQuery(
            "select id from organization where id = any (?1) order by nlevel(path) desc, code",
            UUID.class)
        .setParameter(1, ids.toArray(new UUID[0]))
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
