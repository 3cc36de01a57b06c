package org.jiceng.activity.waitlist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiceng.activity.list.Conditions;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** Who waits. */
@ApplicationScoped
public class Waitlist implements PanacheRepositoryBase<WaitlistEntry, UUID> {
  private static final Sort ORDER = Sort.by("addedAt", "id");
  private static final int STEP = 500;

  WaitlistEntry require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** Who waits for times of a space that are still to come, first come first. */
  List<WaitlistEntry> waitingFor(UUID spaceId, Instant now) {
    return find("spaceId = ?1 and state = WAITING and startsAt > ?2", ORDER, spaceId, now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Some hundred whose time has begun. */
  List<UUID> overdueAfter(UUID last, Instant now) {
    return getEntityManager()
        .createQuery(
            """
            select e.id from WaitlistEntry e
             where e.state = WAITING and e.startsAt <= :now and e.id > :last order by e.id""",
            UUID.class)
        .setParameter("now", now)
        .setParameter("last", last)
        .setMaxResults(STEP)
        .getResultList();
  }

  /** In the order in which they came. */
  Page<WaitlistView> page(WaitlistFilter filter, PageRequest page, Instant now) {
    Conditions conditions = filter.conditions(now);
    page.cursor()
        .ifPresent(
            after ->
                conditions
                    .and("(addedAt, id) > (:afterAdded, :afterId)", "afterAdded", after.instant(0))
                    .with("afterId", after.uuid(1)));
    List<WaitlistView> rows =
        find(conditions.text(), ORDER, conditions.parameters())
            .range(0, page.fetchSize() - 1)
            .list()
            .stream()
            .map(entry -> WaitlistView.of(entry, now))
            .toList();
    return page.page(rows, entry -> Cursor.of(entry.addedAt(), entry.id()));
  }
}
