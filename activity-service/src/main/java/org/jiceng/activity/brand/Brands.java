package org.jiceng.activity.brand;

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

/** The service brands there are. */
@ApplicationScoped
public class Brands implements PanacheRepositoryBase<Brand, UUID> {

  Brand require(UUID id) {
    return findByIdOptional(id).orElseThrow(Problem::notFound);
  }

  /** By code; a page after the last code of the page before. */
  Page<BrandView> page(BrandFilter filter, PageRequest page) {
    Conditions conditions =
        filter
            .conditions()
            .and("code > :after", "after", page.cursor().map(c -> c.key(0)).orElse(null));
    List<BrandView> rows =
        find(conditions.text(), Sort.by("code"), conditions.parameters())
            .range(0, page.fetchSize() - 1)
            .list()
            .stream()
            .map(BrandView::of)
            .toList();
    return page.page(rows, brand -> Cursor.of(brand.code()));
  }

  void add(Brand brand) {
    if (count("code", brand.code) > 0) {
      throw new Problem(BrandProblems.CODE_TAKEN, brand.code).at("code");
    }
    persistAndFlush(brand);
  }
}
