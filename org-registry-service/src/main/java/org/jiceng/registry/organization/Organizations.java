package org.jiceng.registry.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.events.OrganizationType;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.time.BusinessClock;

/** The organisations, their paths and their versions. */
@ApplicationScoped
public class Organizations implements PanacheRepositoryBase<Organization, UUID> {
  private final BusinessClock clock;

  Organizations(BusinessClock clock) {
    this.clock = clock;
  }

  /** The organisation, held against other changes; refuses with 404 if there is none. */
  Organization held(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(Problem::notFound);
  }

  /** Another organisation that a command names in a field. */
  Organization named(String field, UUID id) {
    return findByIdOptional(id).orElseThrow(() -> Problem.violation(field, "no-organization", id));
  }

  List<OrganizationType> childTypes(UUID parentId) {
    return getEntityManager()
        .createQuery(
            "select distinct o.type from Organization o where o.parentId = :parent and o.state <> 'DISSOLVED'",
            OrganizationType.class)
        .setParameter("parent", parentId)
        .getResultList();
  }

  /** Stores a new organisation with its path and its first version. */
  void add(Organization organization) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into organization (id, code, name, type, sector, mode, temporary, parent_id,
                                      area_code, founded_by, state, established_on, path)
            select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,
                   coalesce((select path from organization where id = ?8), '') || ?13""")
        .setParameter(1, organization.id)
        .setParameter(2, organization.code)
        .setParameter(3, organization.name)
        .setParameter(4, organization.type.name())
        .setParameter(5, organization.sector.name())
        .setParameter(6, organization.mode.name())
        .setParameter(7, organization.temporary)
        .setParameter(8, organization.parentId)
        .setParameter(9, organization.areaCode)
        .setParameter(10, organization.foundedBy)
        .setParameter(11, organization.state.name())
        .setParameter(12, organization.establishedOn)
        .setParameter(13, label(organization.id))
        .executeUpdate();
    recordVersion(organization, organization.establishedOn);
  }

  private static String label(UUID id) {
    return id.toString().replace("-", "");
  }

  /** Remembers what the organisation is from a date on; a later version stands in the way. */
  void recordVersion(Organization organization, LocalDate from) {
    flush();
    Number later =
        (Number)
            getEntityManager()
                .createNativeQuery(
                    "select count(*) from organization_version where organization_id = ?1 and valid_from > ?2",
                    Long.class)
                .setParameter(1, organization.id)
                .setParameter(2, from)
                .getSingleResult();
    if (later.longValue() > 0) {
      throw new Problem(OrganizationProblems.HISTORY_LATER);
    }
    getEntityManager()
        .createNativeQuery(
            "update organization_version set valid_to = ?2 where organization_id = ?1 and valid_to is null and valid_from < ?2")
        .setParameter(1, organization.id)
        .setParameter(2, from)
        .executeUpdate();
    getEntityManager()
        .createNativeQuery(
            """
            insert into organization_version (organization_id, valid_from, recorded_at, name, type,
                                              parent_id, area_code, state)
            select id, ?2, ?3, name, type, parent_id, area_code, state
              from organization where id = ?1
            on conflict (organization_id, valid_from) do update
              set recorded_at = excluded.recorded_at, name = excluded.name, type = excluded.type,
                  parent_id = excluded.parent_id, area_code = excluded.area_code,
                  state = excluded.state""")
        .setParameter(1, organization.id)
        .setParameter(2, from)
        .setParameter(3, OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC))
        .executeUpdate();
  }
}
