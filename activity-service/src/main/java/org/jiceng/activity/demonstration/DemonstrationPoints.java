package org.jiceng.activity.demonstration;

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

/** The demonstration points there are. */
@ApplicationScoped
public class DemonstrationPoints implements PanacheRepositoryBase<DemonstrationPoint, UUID> {

  DemonstrationPoint require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** By code; a page after the last code of the page before. */
  Page<DemonstrationPointView> page(DemonstrationPointFilter filter, PageRequest page) {
    Conditions conditions =
        filter
            .conditions()
            .and("code > :after", "after", page.cursor().map(c -> c.key(0)).orElse(null));
    List<DemonstrationPointView> rows =
        find(conditions.text(), Sort.by("code"), conditions.parameters())
            .range(0, page.fetchSize() - 1)
            .list()
            .stream()
            .map(DemonstrationPointView::of)
            .toList();
    return page.page(rows, point -> Cursor.of(point.code()));
  }

  void add(DemonstrationPoint point) {
    if (count("code", point.code) > 0) {
      throw new Problem(DemonstrationPointProblems.CODE_TAKEN, point.code).at("code");
    }
    persistAndFlush(point);
  }
}
