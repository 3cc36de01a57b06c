package org.jiceng.activity.site;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.activity.list.Conditions;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The sites there are. */
@ApplicationScoped
public class Sites implements PanacheRepositoryBase<Site, UUID> {
  private static final String LIST = "select site from Site site where %s order by site.code";

  // A booking holds its space FOR KEY SHARE; this waits for those under way and keeps new ones out,
  // so that none slips past the closing.
  private static final String HOLD = "select space_id from space where site_id = ?1 for update";

  Site require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** By code; a page after the last code of the page before. */
  Page<SiteView> page(SiteFilter filter, PageRequest page) {
    Conditions conditions =
        filter
            .conditions()
            .and("code > :after", "after", page.cursor().map(c -> c.key(0)).orElse(null));
    List<SiteView> rows =
        find(LIST.formatted(conditions.text()), conditions.parameters())
            .range(0, page.fetchSize() - 1)
            .list()
            .stream()
            .map(SiteView::of)
            .toList();
    return page.page(rows, site -> Cursor.of(site.code()));
  }

  void add(Site site) {
    if (count("code", site.code) > 0) {
      throw new Problem(SiteProblems.CODE_TAKEN, site.code).at("code");
    }
    persistAndFlush(site);
  }

  /** What has changed in one of its parts is a new version of the whole. */
  void renew(Site site) {
    getEntityManager().lock(site, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  /** Keeps bookings away from the site's spaces until the transaction ends. */
  void hold(UUID siteId) {
    getEntityManager().createNativeQuery(HOLD).setParameter(1, siteId).getResultList();
  }

  /** Which organisation manages a site. */
  public Optional<UUID> managing(UUID siteId) {
    return findByIdOptional(siteId).map(site -> site.organizationId);
  }

  /** Where a space is and whether it can be booked. */
  public Optional<Place> place(UUID spaceId) {
    return getEntityManager()
        .createQuery(
            """
            select new org.jiceng.activity.site.Place(
                     p.id, s.id, s.organizationId, s.areaCode, p.capacity, p.closedOn,
                     p.setUpMinutes, p.clearUpMinutes, p.approval)
              from Space p join p.site s where p.id = :space""",
            Place.class)
        .setParameter("space", spaceId)
        .getResultStream()
        .findFirst();
  }
}
