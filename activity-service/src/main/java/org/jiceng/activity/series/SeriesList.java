package org.jiceng.activity.series;

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

/** The series there are. */
@ApplicationScoped
public class SeriesList implements PanacheRepositoryBase<BookingSeries, UUID> {
  private static final Sort ORDER = Sort.by("madeAt", "id");

  BookingSeries require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** In the order in which they were made. */
  Page<SeriesView> page(SeriesFilter filter, PageRequest page) {
    Conditions conditions = filter.conditions();
    page.cursor()
        .ifPresent(
            after ->
                conditions
                    .and("(madeAt, id) > (:afterMade, :afterId)", "afterMade", after.instant(0))
                    .with("afterId", after.uuid(1)));
    List<SeriesView> rows =
        find(conditions.text(), ORDER, conditions.parameters())
            .range(0, page.fetchSize() - 1)
            .list()
            .stream()
            .map(series -> SeriesView.of(series, null))
            .toList();
    return page.page(rows, series -> Cursor.of(series.madeAt(), series.id()));
  }
}
