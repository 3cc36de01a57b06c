package org.jiceng.activity.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiceng.activity.list.Conditions;
import org.jiceng.kit.problem.Problem;
import org.jiceng.kit.web.Cursor;
import org.jiceng.kit.web.Page;
import org.jiceng.kit.web.PageRequest;

/** The feeds there are. */
@ApplicationScoped
public class Calendars implements PanacheRepositoryBase<Calendar, UUID> {
  private static final Sort ORDER = Sort.by("openedAt", "id");

  Calendar require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  Optional<Calendar> by(CalendarSecret secret) {
    return find("secretDigest = ?1 and revokedAt is null", secret.digest()).firstResultOptional();
  }

  /** Those of an organisation, in the order in which they were opened. */
  Page<CalendarView> page(UUID organizationId, PageRequest page) {
    Conditions conditions =
        new Conditions().and("organizationId = :organization", "organization", organizationId);
    page.cursor()
        .ifPresent(
            after ->
                conditions
                    .and(
                        "(openedAt, id) > (:afterOpened, :afterId)",
                        "afterOpened",
                        after.instant(0))
                    .with("afterId", after.uuid(1)));
    List<CalendarView> rows =
        find(conditions.text(), ORDER, conditions.parameters())
            .range(0, page.fetchSize() - 1)
            .list()
            .stream()
            .map(calendar -> CalendarView.of(calendar, null))
            .toList();
    return page.page(rows, calendar -> Cursor.of(calendar.openedAt(), calendar.id()));
  }
}
