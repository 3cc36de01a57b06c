package org.jiceng.activity.opening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.list.Conditions;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The closures there are. */
@ApplicationScoped
class Closures implements PanacheRepositoryBase<Closure, UUID> {
  private static final Sort ORDER = Sort.by("startsAt", "id");
  private static final String HAS_SPACE =
      "select count(*) from space where space_id = ?1 and site_id = ?2 and closed_on is null";

  /** The closure of that site. */
  Closure require(UUID siteId, UUID id) {
    return findByIdOptional(id)
        .filter(closure -> closure.siteId.equals(siteId))
        .orElseThrow(Problem::notFound);
  }

  /** Refuses with 404 a space that the site does not have, or has no more. */
  void requireSpace(UUID siteId, UUID spaceId) {
    Number found =
        (Number)
            getEntityManager()
                .createNativeQuery(HAS_SPACE)
                .setParameter(1, spaceId)
                .setParameter(2, siteId)
                .getSingleResult();
    if (found.intValue() == 0) {
      throw Problem.notFound();
    }
  }

  /** By start; a page after the last closure of the page before. */
  Page<ClosureView> page(UUID siteId, PageRequest page) {
    Conditions conditions = new Conditions().and("siteId = :site", "site", siteId);
    page.cursor()
        .ifPresent(
            after ->
                conditions
                    .and("(startsAt, id) > (:afterStart, :afterId)", "afterStart", after.instant(0))
                    .with("afterId", after.uuid(1)));
    List<ClosureView> rows =
        find(conditions.text(), ORDER, conditions.parameters())
            .range(0, page.fetchSize() - 1)
            .list()
            .stream()
            .map(ClosureView::of)
            .toList();
    return page.page(rows, closure -> Cursor.of(closure.startsAt(), closure.id()));
  }
}
